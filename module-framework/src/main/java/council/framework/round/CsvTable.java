package council.framework.round;

import council.platform.problem.NearestName;
import council.platform.problem.TextRule;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A CSV file with a heading.
 *
 * @param rows those with the right number of fields
 * @param usable false where the rows could not be told, so that nothing can be said about them
 */
record CsvTable(List<Row> rows, boolean usable) {
  private static final int LONGEST_CELL = 1_000;
  private static final CsvTable UNUSABLE = new CsvTable(List.of(), false);

  /** Columns of a file; the optional ones may be left out of the heading. */
  record Columns(List<String> required, List<String> optional) {
    boolean know(String column) {
      return required.contains(column) || optional.contains(column);
    }

    List<String> all() {
      List<String> all = new ArrayList<>(required);
      all.addAll(optional);
      return all;
    }
  }

  /** A row by column; {@code line} counts from 1 and includes the heading. */
  record Row(long line, Map<String, String> cells) {
    /** Empty where the column is not there. */
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    Optional<String> findCell(String column) {
      return Optional.of(cell(column)).filter(value -> !value.isEmpty());
    }
  }

  static CsvTable parse(String text, Columns columns, FileProblems problems) {
    if (text.equals(RoundFolder.UNREADABLE)) {
      return UNUSABLE;
    }
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (content.isBlank()) {
      problems.add(
          "EMPTY_FILE", "Expected a heading with " + columns.required() + ", but found nothing.");
      return UNUSABLE;
    }
    List<CsvRecord> records = new ArrayList<>();
    if (!readAll(content, records, problems)) {
      return UNUSABLE;
    }
    List<String> heading = records.getFirst().getFields();
    if (!checkHeading(heading, columns, problems)) {
      return UNUSABLE;
    }
    List<Row> rows = new ArrayList<>();
    records.stream().skip(1).forEach(r -> row(r, heading, problems).ifPresent(rows::add));
    return new CsvTable(rows, true);
  }

  private static boolean readAll(String content, List<CsvRecord> records, FileProblems problems) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(false)
            .skipEmptyLines(true)
            .ofCsvRecord(content)) {
      reader.forEach(records::add);
      return true;
    } catch (CsvParseException e) {
      long last = records.isEmpty() ? 0 : records.getLast().getStartingLineNumber();
      problems.add(
          "BAD_QUOTES",
          last + 1,
          "Expected a complete row, but its quotes do not match; it starts after row "
              + last
              + ".");
      return false;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean checkHeading(
      List<String> heading, Columns columns, FileProblems problems) {
    boolean complete = true;
    Set<String> seen = new HashSet<>();
    for (String column : heading) {
      if (!seen.add(column)) {
        problems.add(
            "DUPLICATE_COLUMN",
            1,
            column,
            column,
            "each column once",
            "The column is there twice.");
        complete = false;
      } else if (!columns.know(column)) {
        problems.addUnknown("UNKNOWN_COLUMN", 1, column, column, "column", columns.all());
      }
    }
    for (String column : columns.required()) {
      if (!seen.contains(column)) {
        String near = NearestName.of(column, heading).map(n -> "; the nearest is " + n).orElse("");
        problems.add(
            "MISSING_COLUMN",
            1,
            column,
            "",
            column,
            "The column '" + column + "' is missing" + near);
        complete = false;
      }
    }
    return complete;
  }

  private static Optional<Row> row(CsvRecord found, List<String> heading, FileProblems problems) {
    long line = found.getStartingLineNumber();
    if (found.getFieldCount() != heading.size()) {
      problems.add(
          "WRONG_NUMBER_OF_FIELDS",
          line,
          "Expected %d fields, but found %d.".formatted(heading.size(), found.getFieldCount()));
      return Optional.empty();
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < heading.size(); i++) {
      cells.put(heading.get(i), found.getField(i));
    }
    boolean clean = true;
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      clean &= checkText(line, cell.getKey(), cell.getValue(), problems);
    }
    return clean ? Optional.of(new Row(line, cells)) : Optional.empty();
  }

  private static boolean checkText(long line, String column, String value, FileProblems problems) {
    Optional<String> fault =
        value.isBlank() ? Optional.empty() : TextRule.findFault(value, LONGEST_CELL);
    fault.ifPresent(what ->
        problems.add(
            "BAD_TEXT",
            line,
            column,
            value,
            "at most " + LONGEST_CELL + " characters without blanks around them",
            "The cell " + what + "."));
    return fault.isEmpty();
  }
}
