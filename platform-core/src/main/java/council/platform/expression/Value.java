package council.platform.expression;

import council.platform.json.CanonicalJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a variable holds, or what an expression answers. */
public sealed interface Value {
  ValueType type();

  /**
   * Its one form as text, such as 12, 1.5, true, 2015-06-01; {@link ValueType#read} takes it back.
   */
  default String canonical() {
    return switch (this) {
      case Text(String text) -> text;
      case WholeNumber(long number) -> Long.toString(number);
      case Decimal(BigDecimal number) -> number.toPlainString();
      case TrueOrFalse(boolean holds) -> Boolean.toString(holds);
      case Date(LocalDate date) -> date.toString();
      case Texts(List<String> texts) -> CanonicalJson.text(texts);
    };
  }

  /** Text. */
  record Text(String text) implements Value {
    @Override
    public ValueType type() {
      return ValueType.TEXT;
    }
  }

  /** A whole number. */
  record WholeNumber(long number) implements Value {
    @Override
    public ValueType type() {
      return ValueType.WHOLE_NUMBER;
    }
  }

  /** An exact decimal; 1.5 and 1.50 are the same, since trailing zeros are taken away. */
  record Decimal(BigDecimal number) implements Value {
    public Decimal {
      BigDecimal stripped = number.stripTrailingZeros();
      number = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public ValueType type() {
      return ValueType.DECIMAL;
    }
  }

  /** True or false. */
  record TrueOrFalse(boolean holds) implements Value {
    @Override
    public ValueType type() {
      return ValueType.TRUE_OR_FALSE;
    }
  }

  /** A date. */
  record Date(LocalDate date) implements Value {
    @Override
    public ValueType type() {
      return ValueType.DATE;
    }
  }

  /** Texts in their order, such as the codes of the zones that somebody serves. */
  record Texts(List<String> texts) implements Value {
    public Texts {
      texts = List.copyOf(texts);
    }

    @Override
    public ValueType type() {
      return ValueType.TEXTS;
    }
  }
}
