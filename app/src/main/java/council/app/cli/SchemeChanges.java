package council.app.cli;

import council.config.document.SchemeChange;
import council.platform.json.CanonicalJson;
import java.io.PrintWriter;
import java.util.List;

/** Prints what two schemes differ in. */
final class SchemeChanges {
  private SchemeChanges() {}

  /** How it is printed. */
  enum Format {
    TEXT,
    JSON
  }

  static void print(List<SchemeChange> changes, Format format, PrintWriter out) {
    switch (format) {
      case JSON -> out.println(CanonicalJson.text(changes));
      case TEXT -> {
        changes.forEach(change -> out.println(line(change)));
        out.printf("%d difference(s)%n", changes.size());
      }
    }
  }

  private static String line(SchemeChange change) {
    String values =
        switch (change.change()) {
          case ADDED -> "added " + change.after();
          case REMOVED -> "removed " + change.before();
          case CHANGED -> change.before() + " -> " + change.after();
        };
    StringBuilder line = new StringBuilder(change.path()).append(": ").append(values);
    if (!change.title().isEmpty()) {
      line.append("  # ").append(change.title());
    }
    if (!change.affects().isEmpty()) {
      line.append("; affects ").append(String.join(", ", change.affects()));
    }
    if (!change.rules().isEmpty()) {
      line.append(" (").append(String.join(", ", change.rules())).append(')');
    }
    return line.toString();
  }
}
