package council.framework.round;

import council.framework.round.CsvTable.Row;
import council.platform.problem.TextRule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cells with a type. What does not fit is a problem and empty. */
final class Cells {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,4})?");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

  private final FileProblems problems;

  Cells(FileProblems problems) {
    this.problems = problems;
  }

  /** Text that must be there. */
  Optional<String> text(Row row, String column) {
    String value = row.cell(column);
    if (value.isBlank()) {
      problems.add("MISSING_VALUE", row.line(), column, value, "a value", "The cell is empty.");
      return Optional.empty();
    }
    return Optional.of(value);
  }

  /** A number with at most 4 decimals. */
  Optional<BigDecimal> decimal(Row row, String column, String expected) {
    return number(DECIMAL, row, column, expected).map(BigDecimal::new);
  }

  Optional<Integer> whole(Row row, String column, String expected) {
    return number(WHOLE, row, column, expected).map(Integer::valueOf);
  }

  private Optional<String> number(Pattern form, Row row, String column, String expected) {
    String value = row.cell(column);
    if (form.matcher(value).matches()) {
      return Optional.of(value);
    }
    problems.add(
        "NOT_A_NUMBER",
        row.line(),
        column,
        value,
        expected,
        "'" + TextRule.shown(value) + "' is not such a number.");
    return Optional.empty();
  }

  /** Whether the cell is Y; N and, where allowed, empty are not. */
  boolean yes(Row row, String column, boolean mayBeEmpty) {
    String value = row.cell(column);
    if (!value.equals("Y") && !value.equals("N") && !(mayBeEmpty && value.isEmpty())) {
      problems.add(
          "NOT_YES_OR_NO",
          row.line(),
          column,
          value,
          "Y or N",
          "'" + TextRule.shown(value) + "' is neither Y nor N.");
    }
    return value.equals("Y");
  }

  /** A moment with its offset, such as 2015-02-23T08:55:00Z. */
  Optional<Instant> instant(Row row, String column) {
    String value = row.cell(column);
    try {
      OffsetDateTime moment = OffsetDateTime.parse(value);
      if (moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR) {
        return Optional.of(moment.toInstant());
      }
    } catch (DateTimeException e) {
      // Told below, as a year that nobody means is.
    }
    problems.add(
        "NOT_A_DATE",
        row.line(),
        column,
        value,
        "a date and time with offset, such as 2015-02-23T08:55:00Z",
        "'" + TextRule.shown(value) + "' is not a date and time.");
    return Optional.empty();
  }

  /** Parts between semicolons; none where the cell is empty. */
  static List<String> list(Row row, String column) {
    String value = row.cell(column);
    return value.isBlank()
        ? List.of()
        : Arrays.stream(value.split(";", -1)).map(String::strip).toList();
  }
}
