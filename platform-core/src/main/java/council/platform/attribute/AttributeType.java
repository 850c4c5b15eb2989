package council.platform.attribute;

import council.platform.expression.ValueType;
import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import council.platform.scheme.RefersTo;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the values of an attribute may be. */
public sealed interface AttributeType {
  /** Text in one line. */
  record Text(
      @Doc("Longest text, in characters") @Default("200") @Range(min = "1", max = "1000")
          int maxLength)
      implements AttributeType {}

  /** A whole number. */
  record WholeNumber(
      @Doc("Lowest number, itself allowed") @Nullable Long min,
      @Doc("Highest number, itself allowed") @Nullable Long max)
      implements AttributeType {}

  /** An exact decimal. */
  record Decimal(
      @Doc("Most digits after the point") @Default("2") @Range(min = "0", max = "6") int scale,
      @Doc("Lowest number, itself allowed") @Nullable BigDecimal min,
      @Doc("Highest number, itself allowed") @Nullable BigDecimal max)
      implements AttributeType {}

  /** True or false. */
  record TrueOrFalse() implements AttributeType {}

  /** A day. */
  record Date(
      @Doc("Earliest day, itself allowed") @Nullable LocalDate earliest,
      @Doc("Latest day, itself allowed") @Nullable LocalDate latest)
      implements AttributeType {}

  /** One of a list of codes; expressions see the code as text. */
  record Code(@Doc("List of the section codes") @RefersTo("platform.code-list") String list)
      implements AttributeType {}

  /** Its word, as in the scheme. */
  default AttributeKind kind() {
    return switch (this) {
      case Text _ -> AttributeKind.TEXT;
      case WholeNumber _ -> AttributeKind.WHOLE_NUMBER;
      case Decimal _ -> AttributeKind.DECIMAL;
      case TrueOrFalse _ -> AttributeKind.TRUE_OR_FALSE;
      case Date _ -> AttributeKind.DATE;
      case Code _ -> AttributeKind.CODE;
    };
  }

  /** As what expressions see the values. */
  default ValueType valueType() {
    return switch (this) {
      case Text _, Code _ -> ValueType.TEXT;
      case WholeNumber _ -> ValueType.WHOLE_NUMBER;
      case Decimal _ -> ValueType.DECIMAL;
      case TrueOrFalse _ -> ValueType.TRUE_OR_FALSE;
      case Date _ -> ValueType.DATE;
    };
  }
}
