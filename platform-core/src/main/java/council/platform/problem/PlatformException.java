package council.platform.problem;

/** The one exception type for what is neither a business refusal nor a broken invariant. */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ErrorCode code;

  /**
   * @param message safe to show to a client: no SQL, no personal data, nothing of another council
   */
  public PlatformException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
