package council.platform.jobs;

/** A handler could not do its job, and says why in words that people of the council may read. */
public final class JobFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final boolean worthRetrying;

  /**
   * @param code a stable word in capitals, such as {@code REGISTER_NOT_REACHED}
   * @param message safe to show: no SQL, no personal data, nothing of another council
   * @param worthRetrying false where another try would fail in the same way
   */
  public JobFailed(String code, String message, boolean worthRetrying) {
    super(message);
    this.code = code;
    this.worthRetrying = worthRetrying;
  }

  public String code() {
    return code;
  }

  public boolean worthRetrying() {
    return worthRetrying;
  }
}
