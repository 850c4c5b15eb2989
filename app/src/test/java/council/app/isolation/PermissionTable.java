package council.app.isolation;

import council.testing.PostgresForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each actor may do with each field, as people have agreed upon it: {@code
 * docs/permissions.csv}. With {@code -Dcouncil.permissions.update=true} it is written anew, so that
 * a reviewer sees what has changed; nothing else writes it.
 */
final class PermissionTable {
  static final Path FILE = PostgresForTests.sourceRoot().resolve("docs/permissions.csv");
  private static final String HEADING = "actor,field,verdict";

  private PermissionTable() {}

  /** What came of trying. */
  enum Verdict {
    /** Done, or refused for what was asked for and not for who asked. */
    ALLOWED,
    /** Done, for rows of the actor's own providers alone. */
    OWN_ROWS,
    FORBIDDEN,
    UNAUTHENTICATED,
    MODULE_NOT_ENABLED,
    /** Personal data, and no purpose is open to the actor. */
    PURPOSE_REQUIRED,
    /** Personal data, and not for the purpose that the actor states. */
    PURPOSE_NOT_ALLOWED
  }

  /** One cell. */
  record Cell(String actor, String field) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return java.util.Comparator.comparing(Cell::field)
          .thenComparing(Cell::actor)
          .compare(this, other);
    }
  }

  static Map<Cell, Verdict> read() {
    Map<Cell, Verdict> cells = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(FILE).stream().skip(1).toList()) {
        String[] parts = line.split(",", -1);
        if (cells.put(new Cell(parts[0], parts[1]), Verdict.valueOf(parts[2])) != null) {
          throw new AssertionError(
              FILE + " says twice what " + parts[0] + " may do with " + parts[1]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cells;
  }

  static void write(Map<Cell, Verdict> cells) {
    List<String> lines = new ArrayList<>(List.of(HEADING));
    new TreeMap<>(cells)
        .forEach((cell, verdict) -> lines.add(cell.actor() + "," + cell.field() + "," + verdict));
    try {
      Files.write(FILE, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
