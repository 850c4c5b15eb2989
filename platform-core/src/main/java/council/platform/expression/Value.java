package council.platform.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a variable holds, or what an expression answers. */
public sealed interface Value {
  ValueType type();

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
