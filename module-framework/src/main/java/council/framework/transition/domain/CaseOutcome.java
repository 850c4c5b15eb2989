package council.framework.transition.domain;

/** How a case ended. */
public enum CaseOutcome {
  /** The service moved to another provider. */
  MOVED,
  /** The people stay with the present provider (LAN-APL-01, LAN-APL-03). */
  STAYED,
  /** It ended otherwise, for example because the location was given up. */
  CLOSED
}
