package council.app.cli;

import council.app.client.ProblemLine;
import council.config.document.SchemeReader;
import council.config.document.SchemeReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reading a scheme for a person at a terminal. */
final class SchemeFile {
  private SchemeFile() {}

  static SchemeReading read(SchemeReader reader, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Failure("There is no file " + file + ".");
    }
    try {
      return reader.readFile(file);
    } catch (IOException e) {
      throw new Failure(file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * The same for who can do nothing with a scheme that has problems.
   *
   * @throws Failure with every problem
   */
  static SchemeReading readGood(SchemeReader reader, Path file) {
    SchemeReading reading = read(reader, file);
    if (!reading.problems().isEmpty()) {
      throw new Failure(
          reading.problems().stream().map(p -> file + ": " + ProblemLine.of(p)).toList());
    }
    return reading;
  }
}
