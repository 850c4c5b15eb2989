package council.app.cli;

import council.app.client.ProblemLine;
import council.config.document.ExampleOutcome;
import council.config.document.SchemeReading;
import java.io.PrintWriter;

/** Prints all that there is to tell about a scheme. */
final class SchemeReport {
  private final PrintWriter out;

  SchemeReport(PrintWriter out) {
    this.out = out;
  }

  /** Problems, then warnings, then each worked example with what it found otherwise. */
  void print(SchemeReading reading) {
    reading.problems().forEach(problem -> out.println(ProblemLine.of(problem)));
    reading.warnings().forEach(problem -> out.println("warning: " + ProblemLine.of(problem)));
    reading.examples().forEach(this::print);
  }

  private void print(ExampleOutcome example) {
    out.printf(
        "example \"%s\" (%s): %s%n",
        example.name(), example.decision(), example.passed() ? "passed" : "failed");
    example.differences().forEach(difference -> out.println("  " + ProblemLine.of(difference)));
  }
}
