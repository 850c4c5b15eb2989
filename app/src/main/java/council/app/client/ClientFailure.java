package council.app.client;

import java.util.List;

/** The API refused, or could not be reached; every line is for a person to read. */
public final class ClientFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> lines;

  public ClientFailure(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  public ClientFailure(String line) {
    this(List.of(line));
  }

  public List<String> lines() {
    return lines;
  }
}
