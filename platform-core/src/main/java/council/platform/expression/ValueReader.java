package council.platform.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads values from text, strictly: nothing is guessed from another form. */
final class ValueReader {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,15})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,9})?");

  /** What JSON can tell exactly. */
  private static final long LARGEST_WHOLE = (1L << 53) - 1;

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private ValueReader() {}

  static Optional<Value> read(ValueType type, String text) {
    return switch (type) {
      case TEXT -> Optional.of(new Value.Text(text));
      case WHOLE_NUMBER -> whole(text);
      case DECIMAL ->
          DECIMAL.matcher(text).matches()
              ? Optional.of(new Value.Decimal(new BigDecimal(text)))
              : Optional.empty();
      case TRUE_OR_FALSE ->
          List.of("true", "false").contains(text)
              ? Optional.of(new Value.TrueOrFalse(Boolean.parseBoolean(text)))
              : Optional.empty();
      case DATE -> date(text);
      case TEXTS -> Optional.empty();
    };
  }

  private static Optional<Value> whole(String text) {
    return WHOLE.matcher(text).matches() && Math.abs(Long.parseLong(text)) <= LARGEST_WHOLE
        ? Optional.of(new Value.WholeNumber(Long.parseLong(text)))
        : Optional.empty();
  }

  private static Optional<Value> date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      boolean inCalendar = FIRST_YEAR <= date.getYear() && date.getYear() <= LAST_YEAR;
      return inCalendar ? Optional.of(new Value.Date(date)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
