package council.framework.domain;

import council.framework.scheme.CriterionSource.Formula;
import council.platform.decision.Reason;
import council.platform.decision.Reason.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Each rule as an English sentence with the figures that it saw. */
public final class ReasonTexts {
  private ReasonTexts() {}

  /** The sentence of one reason; the finer reasons under it have their own. */
  public static String sentence(Reason reason) {
    Figures seen = new Figures(reason.seen());
    boolean passed = reason.verdict() != Verdict.FAILED;
    return switch (reason.rule()) {
      case Rules.HOLDS_A_PLACE -> seen.tell("Outcome for {provider}: {outcome}.");
      case Rules.HAS_APPLIED ->
          passed ? seen.tell("Applied on {submittedAt} for the zones {zones}.") : "Did not apply.";
      case Rules.APPLIED_THROUGH_CONSORTIUM ->
          seen.tell("Applied through the consortium {consortium} and shares its outcome.");
      case Rules.APPLIED_AS_MEMBER ->
          seen.tell("Applied as a member of {applicant} and shares its outcome.");
      case Rules.IS_PLACED_IN_ZONE ->
          seen.tell(
              passed
                  ? "Won a place in {zone} ({area}) with a score of {score} %."
                  : "Won no place in {zone} ({area}) with a score of {score} %.");
      case Rules.SCORE_IS_WEIGHTED_SUM ->
          seen.tell("The score of {score} % is the weighted sum of ") + seen.rest() + ".";
      case Rules.PASSES_QUALITY_GATE ->
          seen.tell(
              passed
                  ? "Passes the quality gate in {zone}."
                  : "Does not pass the quality gate in {zone}.");
      case Rules.REACHES_QUALITY_THRESHOLD ->
          seen.tell(
              passed
                  ? "The score of {score} % reaches the quality threshold of {threshold} %."
                  : "The score of {score} % is below the quality threshold of {threshold} %.");
      case Rules.REACHES_PASS_MARK ->
          seen.tell(
              passed
                  ? "{criterion}: {score} reaches the pass mark of {passMark}."
                  : "{criterion}: {score} is below the pass mark of {passMark}.");
      case Rules.HAS_SCORE_OF_CRITERION ->
          seen.tell(
              seen.has("score")
                  ? "{criterion}: the score of {score} is none from 0 to {maximumScore}."
                  : "{criterion}: the application was not scored on it.");
      case Rules.PRICE_GIVES_SCORE -> price(seen);
      case Rules.MARKET_SHARE_GIVES_SCORE ->
          seen.tell(
              "{criterion}: {score} of {maximumScore}, for a share of the market of {share} %; the"
                  + " {better} share scores more.");
      case Rules.OFFERS_WHAT_IS_NEEDED ->
          seen.tell("{criterion}: no {needed} that can be used was told for {zone}.");
      case Rules.CHECK_HOLDS -> check(seen, passed);
      case Rules.IS_RANKED_IN_ZONE -> seen.tell("Ranked {rank} of {of} in {zone}.");
      case Rules.WINS_PLACE_OF_TIER ->
          seen.tell(
              passed
                  ? "Holds a place of {tier} in {zone}."
                  : "Holds no place of {tier} in {zone}.");
      case Rules.ZONE_HAS_PLACE_LEFT ->
          seen.tell(
              passed
                  ? "{zone} has {places} place(s), and one of them was left."
                  : "{zone} has {places} place(s), and all of them went to others.");
      case Rules.LOT_TAKES_ANOTHER ->
          seen.tell(
              passed
                  ? "{zone} takes {most} provider(s) at most, and one more could come in."
                  : "{zone} takes {most} provider(s) at most, and others hold its places.");
      case Rules.HOLDS_AT_MOST_MAXIMUM_AREAS -> areaCap(seen, passed);
      case Rules.HOLDS_AT_MOST_MAXIMUM_ZONES ->
          seen.tell(
              passed
                  ? "With {zone} it stays within the cap of {zoneCap} zone(s)."
                  : "It holds places in {zonesHeld}, and with {zone} it would exceed the cap of"
                      + " {zoneCap} zone(s).");
      case Rules.PREFERS_THE_ZONE ->
          seen.tell(
              "Would have won in more than {zoneCap} zone(s), kept the best of the areas it prefers"
                  + " ({areaPreference}) and withdrew from {zone}.");
      case Rules.ZONE_TAKES_EVERYBODY ->
          seen.tell("{tier} takes everybody who passes the quality gate in {zone}.");
      case Rules.HOLDS_NO_PLACE_YET ->
          seen.tell("Holds a place of {tier} in {zone} already, from an earlier round.");
      case Rules.PREFERS_THE_AREA ->
          seen.tell(
              "Would have won in more than {areaCap} area(s), kept those it prefers"
                  + " ({areaPreference}) and withdrew from {area}.");
      case Rules.IS_SUCCESSFUL ->
          seen.tell("Passes the quality gate in {zonesPassed} of {zonesAppliedFor} zone(s).");
      case Rules.KEEPS_EXISTING_LOCATIONS ->
          seen.tell(
              passed
                  ? "Keeps its {locations} existing location(s) in {zone} as {tier}."
                  : "Does not keep its {locations} location(s) in {zone}: {tier} is for successful"
                      + " providers.");
      case Rules.LOCATIONS_MOVE ->
          seen.has("due")
              ? seen.tell(
                  "{moving} location(s) move to another provider by {due}; {exempt} exempt.")
              : seen.tell("No location moves; {exempt} exempt.");
      default -> eligibility(reason, seen, passed);
    };
  }

  private static String price(Figures seen) {
    boolean linear = Formula.LINEAR.name().equals(seen.seen().get("formula"));
    return seen.tell(
        linear
            ? "{criterion}: {score} is {maximumScore} x (2 x {lowest} - {price}) / {lowest}, not"
                + " below 0: the price against the lowest one in the zone."
            : "{criterion}: {score} is {maximumScore} x {lowest} / {price}: the lowest price in the"
                + " zone over the price.");
  }

  private static String check(Figures seen, boolean passed) {
    if (!seen.has("answer")) {
      return seen.tell("{title}: nothing is recorded by {date}.");
    }
    String on = seen.has("answeredOn") ? " on {answeredOn}" : "";
    String until = seen.has("until") ? ", holding until {until}" : "";
    return seen.tell(
        passed
            ? "{title}: {answer}" + on + until + "."
            : "{title}: {answer}" + on + until + " is no pass that holds on {date}.");
  }

  private static String areaCap(Figures seen, boolean passed) {
    if (passed) {
      return seen.tell("With {area} it stays within the cap of {areaCap} area(s).");
    }
    return seen.tell(
        "It holds places in {areasHeld}, and with {area} it would exceed the cap of {areaCap}"
            + " area(s).");
  }

  private static String eligibility(Reason reason, Figures seen, boolean passed) {
    return switch (reason.rule()) {
      case Rules.MAY_TAKE_BUSINESS ->
          seen.tell(
              passed
                  ? "{provider} may take this business in {zone} on {date}."
                  : "{provider} may not take this business in {zone} on {date}.");
      case Rules.FRAMEWORK_IS_IN_FORCE ->
          seen.tell(
              passed
                  ? "The framework is in force on {date}."
                  : "The framework is not in force on {date}; it starts on {frameworkStart}.");
      case Rules.BUSINESS_IS_GIVEN ->
          seen.tell("The scheme gives business of the kind {kind} to nobody.");
      case Rules.HOLDS_PLACE_IN_ZONE ->
          seen.tell(
              passed
                  ? "Holds {tiersHeld} in {zone} on {date}."
                  : "Holds no place of {tiersWanted} in {zone} on {date}.");
      case Rules.HOLDS_THE_LOCATION ->
          seen.tell(
              passed
                  ? "Delivers at {location} and holds {tiersHeld} in its zone."
                  : "Does not deliver at location {location} with a place of {tiersWanted}.");
      case Rules.IS_NOT_SUSPENDED ->
          seen.tell(
              passed
                  ? "Not suspended from {scope} on {date}."
                  : "Suspended ({suspended}) from {from} on, and so on {date}.");
      case Rules.STAYS_WITHIN_AREA_CAP ->
          !seen.has("areaCap")
              ? "The scheme sets no cap on areas."
              : seen.tell(
                  passed
                      ? "Its areas with this one ({areasWithIt}) stay within the cap of {areaCap}."
                      : "Its areas with this one ({areasWithIt}) exceed the cap of {areaCap}.");
      case Rules.STAYS_WITHIN_ZONE_CAP ->
          !seen.has("zoneCap")
              ? "The scheme sets no cap on zones."
              : seen.tell(
                  passed
                      ? "Its zones with this one ({zonesWithIt}) stay within the cap of {zoneCap}."
                      : "Its zones with this one ({zonesWithIt}) exceed the cap of {zoneCap}.");
      case Rules.NO_MEMBER_IS_SUSPENDED ->
          seen.tell(
              passed
                  ? "None of its {members} member(s) is suspended from {scope} on {date}."
                  : "A suspension of one member stops them all: {suspended} on {date}.");
      case Rules.ANSWERS_FOR_ITS_MEMBERS ->
          seen.tell(
              "Answers for its {members} member(s) by itself: a suspension of one of them does not"
                  + " count.");
      case Rules.CHECKS_HOLD ->
          seen.tell(
              passed
                  ? "The checks {checks} hold on {date}."
                  : "Not all of the checks {checks} hold on {date}.");
      case Rules.MEETS_CONDITION -> condition(seen, passed);
      default -> option(reason, seen, passed);
    };
  }

  private static String option(Reason reason, Figures seen, boolean passed) {
    return switch (reason.rule()) {
      case Rules.OPTION_CAN_BE_TAKEN ->
          seen.tell(
              passed
                  ? "The option {option} can be taken on {on}; the framework then lasts until"
                      + " {endAfter}."
                  : "The option {option} cannot be taken on {on}.");
      case Rules.IS_THE_NEXT_OPTION ->
          passed
              ? seen.tell("It is the next option.")
              : seen.has("next")
                  ? seen.tell("The next option is {next}; taken so far: {taken}.")
                  : seen.tell("There is no further option; taken so far: {taken}.");
      case Rules.IS_TAKEN_BEFORE_THE_END ->
          !seen.has("frameworkEnd")
              ? "The framework has no end that an option could move."
              : seen.tell(
                  passed
                      ? "It is taken on {on}, and the framework lasts until {frameworkEnd}."
                      : "The framework ended on {frameworkEnd}, before {on}.");
      case Rules.CONDITION_IS_JUDGED -> seen.tell("To be shown by evidence: {condition}");
      case Rules.LASTS_LONGER ->
          seen.tell("The framework lasts {months} month(s) longer, until {end}.");
      default ->
          CallOffTexts.find(reason, seen, passed)
              .orElseGet(() -> PlaceStepTexts.sentence(reason, seen, passed));
    };
  }

  private static String condition(Figures seen, boolean passed) {
    if (seen.has("missing")) {
      return seen.tell("{title}: not known to be so, since {missing} has no value.");
    }
    if (seen.has("why")) {
      return seen.tell("{title}: cannot be worked out. {why}");
    }
    return seen.tell(passed ? "{title}: {when} holds." : "{title}: {when} does not hold.");
  }

  /** The figures that a reason saw, told in sentences. */
  record Figures(Map<String, String> seen) {
    private static final Set<String> NOT_CRITERIA = Set.of("zone", "score");

    boolean has(String name) {
      return seen.containsKey(name);
    }

    String tell(String sentence) {
      String told = sentence;
      for (Map.Entry<String, String> figure : seen.entrySet()) {
        String value = figure.getValue().isEmpty() ? "none" : figure.getValue();
        told = told.replace("{" + figure.getKey() + "}", value);
      }
      return told;
    }

    /** The criteria, which are everything but zone and score. */
    String rest() {
      return seen.entrySet().stream()
          .filter(figure -> !NOT_CRITERIA.contains(figure.getKey()))
          .map(figure -> figure.getKey() + " " + figure.getValue())
          .collect(Collectors.joining(", "));
    }
  }
}
