package council.framework.round;

import council.framework.round.CsvTable.Row;
import java.util.Collection;

/**
 * Names that a cell may have.
 *
 * @param complete false where the names could not be read, so that no other name is wrong
 */
record Known(String code, String what, Collection<String> names, boolean complete) {

  /** Whether the name is known. */
  boolean check(Row row, String column, String value, FileProblems problems) {
    if (names.contains(value)) {
      return true;
    }
    if (complete) {
      problems.addUnknown(code, row.line(), column, value, what, names);
    }
    return false;
  }
}
