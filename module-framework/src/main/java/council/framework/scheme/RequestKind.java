package council.framework.scheme;

/** What business is asked for. */
public enum RequestKind {
  /** Business that nobody delivers yet. */
  NEW,
  /** Business that somebody delivers and that is bought again. */
  RE_PROCURED,
  /** A vacancy filled in a location that a provider already serves. */
  NEW_TENANT_AT_EXISTING_LOCATION,
  /** A vacancy that is to be filled though nobody is named yet. */
  VOID;

  /** Whether it is about one location. */
  public boolean isAtLocation() {
    return this == NEW_TENANT_AT_EXISTING_LOCATION || this == VOID;
  }
}
