package council.platform.problem;

/** Codes of a request that fails as a whole; they appear as {@code extensions.code}. */
public enum ErrorCode {
  UNAUTHENTICATED,
  FORBIDDEN,
  /** Personal data were asked for without saying what for. */
  PURPOSE_REQUIRED,
  /** Personal data were asked for a purpose that the role may not state. */
  PURPOSE_NOT_ALLOWED,
  NOT_FOUND,
  MODULE_NOT_ENABLED,
  BAD_REQUEST,
  LIMIT_EXCEEDED,
  RATE_LIMITED,
  OVERLOADED,
  TIMEOUT,
  CONFLICT,
  INTERNAL;

  /** Attribute of a response under which its code is kept for whoever counts outcomes. */
  public static final String OUTCOME = "council.outcome";
}
