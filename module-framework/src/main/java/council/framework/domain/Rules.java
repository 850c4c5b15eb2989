package council.framework.domain;

/**
 * Codes of the rules that this module's decisions tell; each has a sentence in its reason texts.
 */
public final class Rules {
  // Allocation of a round
  public static final String HOLDS_A_PLACE = "holdsAPlace";
  public static final String HAS_APPLIED = "hasApplied";
  public static final String APPLIED_AS_MEMBER = "appliedAsMember";
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
  public static final String LOT_TAKES_ANOTHER = "lotTakesAnother";
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
  public static final String NO_MEMBER_IS_SUSPENDED = "noMemberIsSuspended";
  public static final String ANSWERS_FOR_ITS_MEMBERS = "answersForItsMembers";
  public static final String STAYS_WITHIN_ZONE_CAP = "staysWithinZoneCap";
  public static final String STAYS_WITHIN_AREA_CAP = "staysWithinAreaCap";
  public static final String CHECKS_HOLD = "checksHold";
  public static final String MEETS_CONDITION = "meetsCondition";

  // The order of a call-off
  public static final String STANDS_IN_ORDER = "standsInOrder";
  public static final String MAY_TAKE_THE_REQUEST = "mayTakeTheRequest";
  public static final String HAS_NOT_ANSWERED_YET = "hasNotAnsweredYet";
  public static final String IS_RANKED_IN_LOT = "isRankedInLot";
  public static final String HAS_ITS_TURN = "hasItsTurn";
  public static final String HAS_RESPONDED = "hasResponded";
  public static final String RESPONSE_SCORE = "responseScoreIsWeightedSum";
  public static final String RESPONSE_REACHES_THRESHOLD = "responseReachesThreshold";
  public static final String RESPONSE_REACHES_PASS_MARK = "responseReachesPassMark";
  public static final String HAS_ENOUGH_RESPONSES = "hasEnoughResponses";
  // Options by which a framework lasts longer
  public static final String OPTION_CAN_BE_TAKEN = "optionCanBeTaken";
  public static final String IS_THE_NEXT_OPTION = "isTheNextOption";
  public static final String IS_TAKEN_BEFORE_THE_END = "isTakenBeforeTheEnd";
  public static final String CONDITION_IS_JUDGED = "conditionIsJudged";
  public static final String LASTS_LONGER = "lastsLonger";
  // Steps of a place
  public static final String STEP_IS_ALLOWED = "placeStepIsAllowed";
  public static final String GROUND_IS_KNOWN = "groundIsKnown";
  public static final String EVIDENCE_IS_NAMED = "evidenceIsNamed";
  public static final String PLACE_HOLDS_THEN = "placeHoldsThen";
  public static final String STEP_LEADS_FROM_TIER = "stepLeadsFromTier";
  public static final String HOLDS_IN_THE_WHOLE_ZONE = "holdsInTheWholeZone";
  public static final String DELIVERS_IN_ZONE = "deliversInZone";
  public static final String DELIVERS_AT_SITE = "deliversAtSite";
  public static final String ALL_PLACES_ARE_NAMED = "allPlacesAreNamed";
  public static final String BUYER_IS_ANOTHER = "buyerIsAnother";
  public static final String HAS_PASSED_CHECK = "hasPassedCheck";
  public static final String BUYER_KEEPS_ITS_PLACE = "buyerKeepsItsPlace";
  public static final String ZONE_KEEPS_ITS_NUMBER = "zoneKeepsItsNumber";
  public static final String LOT_KEEPS_ITS_NUMBER = "lotKeepsItsNumber";
  public static final String STAYS_WITHIN_CAPS = "staysWithinCaps";
  public static final String HOLDS_NOTHING_ELSE_THERE = "holdsNothingElseThere";
  public static final String LOCATIONS_ARE_DUE = "locationsAreDue";

  // Exemptions
  public static final String EXEMPTION_HOLDS = "exemptionHolds";
  public static final String EXEMPTION_KIND_IS_KNOWN = "exemptionKindIsKnown";
  public static final String EXEMPTION_HAS_AN_END = "exemptionHasAnEnd";
  public static final String EXEMPTION_KEEPS_ITS_LENGTH = "exemptionKeepsItsLength";

  private Rules() {}
}
