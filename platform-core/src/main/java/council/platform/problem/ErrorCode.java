package council.platform.problem;

/** Codes of a request that fails as a whole; they appear as {@code extensions.code}. */
public enum ErrorCode {
  UNAUTHENTICATED,
  FORBIDDEN,
  NOT_FOUND,
  MODULE_NOT_ENABLED,
  BAD_REQUEST,
  LIMIT_EXCEEDED,
  TIMEOUT,
  CONFLICT,
  INTERNAL
}
