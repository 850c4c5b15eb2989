package council.platform.lifecycle;

/** One reason why an action cannot be done now; the message is a full sentence. */
public record Obstacle(Kind kind, String message) {
  /** Of which nature. */
  public enum Kind {
    WRONG_STATE,
    NO_PERMISSION,
    GUARD,
    REASON_MISSING
  }
}
