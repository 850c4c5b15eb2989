package council.framework.spend.domain;

/** Codes of the rules that the counting of commitments tells. */
public final class SpendRules {
  public static final String MAY_BE_COMMITTED = "mayBeCommitted";
  public static final String GIVES_BACK_WHAT_IS_THERE = "givesBackNoMoreThanWasCommitted";
  public static final String STAYS_WITHIN_LIMIT = "staysWithinLimit";
  public static final String REACHES_WARNING = "reachesShareToWarnAt";
  public static final String IS_OVERRIDDEN = "limitIsPassedByOverride";
  public static final String HAS_NO_LIMIT = "countsAgainstNoLimit";

  private SpendRules() {}
}
