package council.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line for tests of other rooms, in the tests' own process. */
public final class CouncilCommandLine {
  private CouncilCommandLine() {}

  /** Everything that a command prints, errors included. */
  public static String print(String... arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter writer = new PrintWriter(printed);
    int status = CouncilCommand.run(writer, writer, arguments);
    if (status != 0) {
      throw new AssertionError(
          "council %s ended with status %d: %s"
              .formatted(String.join(" ", arguments), status, printed));
    }
    return printed.toString();
  }
}
