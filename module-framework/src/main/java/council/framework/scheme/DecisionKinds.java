package council.framework.scheme;

/** What is decided by the section. */
public final class DecisionKinds {
  /** Who gets the places of a round. */
  public static final String ALLOCATION = "framework.allocation";

  /** Who may take new business. */
  public static final String ELIGIBILITY = "framework.eligibility";

  /** How a place changes after its award. */
  public static final String PLACE_STEP = "framework.placeStep";

  /** For how long a location stays out of the transition. */
  public static final String EXEMPTION = "framework.exemption";

  private DecisionKinds() {}
}
