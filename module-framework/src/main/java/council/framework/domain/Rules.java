package council.framework.domain;

/**
 * Codes of the rules that this module's decisions tell; each has a sentence in its reason texts.
 */
public final class Rules {
  // Allocation of a round
  public static final String HOLDS_A_PLACE = "holdsAPlace";
  public static final String HAS_APPLIED = "hasApplied";
  public static final String APPLIED_THROUGH_CONSORTIUM = "appliedThroughConsortium";
  public static final String IS_PLACED_IN_ZONE = "isPlacedInZone";
  public static final String SCORE_IS_WEIGHTED_SUM = "scoreIsWeightedSum";
  public static final String PASSES_QUALITY_GATE = "passesQualityGate";
  public static final String REACHES_QUALITY_THRESHOLD = "reachesQualityThreshold";
  public static final String REACHES_PASS_MARK = "reachesPassMark";
  public static final String HAS_SCORE_OF_CRITERION = "hasScoreOfCriterion";
  public static final String PRICE_GIVES_SCORE = "priceGivesScore";
  public static final String MARKET_SHARE_GIVES_SCORE = "marketShareGivesScore";
  public static final String OFFERS_WHAT_IS_NEEDED = "offersWhatIsNeeded";
  public static final String CHECK_HOLDS = "checkHolds";
  public static final String IS_RANKED_IN_ZONE = "isRankedInZone";
  public static final String WINS_PLACE_OF_TIER = "winsPlaceOfTier";
  public static final String ZONE_HAS_PLACE_LEFT = "zoneHasPlaceLeft";
  public static final String HOLDS_AT_MOST_MAXIMUM_AREAS = "holdsAtMostMaximumAreas";
  public static final String HOLDS_AT_MOST_MAXIMUM_ZONES = "holdsAtMostMaximumZones";
  public static final String PREFERS_THE_AREA = "prefersTheArea";
  public static final String PREFERS_THE_ZONE = "prefersTheZone";
  public static final String ZONE_TAKES_EVERYBODY = "zoneTakesEverybody";
  public static final String HOLDS_NO_PLACE_YET = "holdsNoPlaceYet";
  public static final String IS_SUCCESSFUL = "isSuccessful";
  public static final String KEEPS_EXISTING_LOCATIONS = "keepsExistingLocations";
  public static final String LOCATIONS_MOVE = "locationsMove";

  // New business
  public static final String MAY_TAKE_BUSINESS = "mayTakeBusiness";
  public static final String FRAMEWORK_IS_IN_FORCE = "frameworkIsInForce";
  public static final String BUSINESS_IS_GIVEN = "businessOfThisKindIsGiven";
  public static final String HOLDS_PLACE_IN_ZONE = "holdsPlaceInZone";
  public static final String HOLDS_THE_LOCATION = "holdsTheLocation";
  public static final String IS_NOT_SUSPENDED = "isNotSuspended";
  public static final String STAYS_WITHIN_AREA_CAP = "staysWithinAreaCap";
  public static final String CHECKS_HOLD = "checksHold";
  public static final String MEETS_CONDITION = "meetsCondition";

  private Rules() {}
}
