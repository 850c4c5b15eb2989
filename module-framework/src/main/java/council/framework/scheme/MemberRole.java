package council.framework.scheme;

/** What a provider is that delivers behind the holder of a place. */
public enum MemberRole {
  /** Bids and delivers with others, one of whom speaks for all. */
  CONSORTIUM_MEMBER,
  /** Delivers a part for the lead provider, which answers for it. */
  SUB_CONTRACTOR,
  /** Shares risk and responsibility with the other members. */
  ALLIANCE_MEMBER,
  /** Owns a joint undertaking with the council. */
  PARTNER;

  /** What the members of a framework's applicants are. */
  public static MemberRole of(Vehicle vehicle) {
    MarketModel market = vehicle.market();
    return market == null ? CONSORTIUM_MEMBER : market.memberRole();
  }

  /** Whether a member shares what comes of the application that it is named in. */
  public boolean sharesTheOutcome() {
    return this != SUB_CONTRACTOR;
  }
}
