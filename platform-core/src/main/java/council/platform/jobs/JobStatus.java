package council.platform.jobs;

/** Where a job stands. */
public enum JobStatus {
  /** It is to run when it is due, for the first time or again. */
  WAITING,
  RUNNING,
  SUCCEEDED,
  /** All tries failed; it stays until a person retries it. */
  DEAD,
  CANCELLED,
  /** No installed module does such jobs; it is looked at again from time to time. */
  UNHANDLED;

  boolean isFinal() {
    return this == SUCCEEDED || this == DEAD || this == CANCELLED;
  }

  /** Whether a person may have it tried again. */
  public boolean isRetryable() {
    return this == DEAD || this == CANCELLED || this == UNHANDLED;
  }

  /** Whether a person may end it. */
  public boolean isCancellable() {
    return !isFinal();
  }
}
