package council.app.cli;

import java.util.List;

/** What was asked for cannot be done; ends the program with status 1 and these lines. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Failure(List<String> lines) {
    super(String.join("\n", lines));
  }

  public Failure(String line) {
    this(List.of(line));
  }
}
