package council.framework.spend.domain;

/** What a limit is set on; limits of the same kind add up. */
public enum LimitKind {
  /** All that is committed, by whomever. */
  TOTAL,
  /** What the council commits: its authority and what was opened of conditional parts. */
  AUTHORITY,
  /** What partners commit. */
  PARTNER_GROWTH;

  boolean counts(Funder funder) {
    return switch (this) {
      case TOTAL -> true;
      case AUTHORITY -> funder == Funder.COUNCIL;
      case PARTNER_GROWTH -> funder == Funder.PARTNER;
    };
  }
}
