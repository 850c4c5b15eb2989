package council.framework.scheme;

/** What is decided by the section. */
public final class DecisionKinds {
  /** Who gets the places of a round. */
  public static final String ALLOCATION = "framework.allocation";

  /** Who may take new business. */
  public static final String ELIGIBILITY = "framework.eligibility";

  /** To whom a request goes, in order. */
  public static final String CALL_OFF = "framework.callOff";

  /** Whether something may be committed through a framework. */
  public static final String COMMITMENT = "framework.commitment";

  /** Whether an option by which a framework lasts longer can be taken. */
  public static final String OPTION = "framework.option";

  /** How a place changes after its award. */
  public static final String PLACE_STEP = "framework.placeStep";

  /** For how long a location stays out of the transition. */
  public static final String EXEMPTION = "framework.exemption";

  private DecisionKinds() {}
}
