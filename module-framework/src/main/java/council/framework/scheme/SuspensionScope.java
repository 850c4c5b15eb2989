package council.framework.scheme;

/** What a suspended provider may not do. */
public enum SuspensionScope {
  NEW_BUSINESS,
  FILLING_VOIDS,
  BOTH;

  /** Whether a suspension of this scope stands in the way of what the other one names. */
  public boolean covers(SuspensionScope other) {
    return this == other || this == BOTH || other == BOTH;
  }
}
