package council.framework.domain;

import council.framework.domain.ReasonTexts.Figures;
import council.platform.decision.Reason;

/** Sentences on steps of places and on exemptions. */
final class PlaceStepTexts {
  private PlaceStepTexts() {}

  static String sentence(Reason reason, Figures seen, boolean passed) {
    return switch (reason.rule()) {
      case Rules.STEP_IS_ALLOWED ->
          seen.tell(
              passed
                  ? "{title}: {provider}, with effect from {on}."
                  : "{title}: not possible for {provider} with effect from {on}.");
      case Rules.GROUND_IS_KNOWN ->
          seen.tell(
              passed
                  ? "The ground given is {ground}."
                  : "The ground {ground} is none of {grounds}.");
      case Rules.EVIDENCE_IS_NAMED ->
          passed ? "Evidence is named, or none is needed." : "No evidence is named.";
      case Rules.PLACE_HOLDS_THEN ->
          seen.tell(
              passed
                  ? "The place of {provider} in {zone} is in force on {on}."
                  : "The place of {provider} in {zone}, which holds from {from}, is not in force on"
                      + " {on}.");
      case Rules.STEP_LEADS_FROM_TIER ->
          seen.tell(
              passed
                  ? "The step leads from {tier}."
                  : "The step leads from {tiers}, but the place in {zone} is of {tier}.");
      case Rules.HOLDS_IN_THE_WHOLE_ZONE ->
          seen.tell(
              passed
                  ? "The place holds in the whole of {zone}."
                  : "The place holds at {site} only and cannot be moved.");
      case Rules.DELIVERS_IN_ZONE ->
          seen.tell(
              passed
                  ? "{provider} delivers in {zone}: {locations}."
                  : "{provider} has no location in {zone}, so it has nothing to keep there.");
      case Rules.DELIVERS_AT_SITE ->
          seen.tell(
              passed
                  ? "{provider} delivers at {site}."
                  : "{provider} does not deliver at {site} on {on}.");
      case Rules.ALL_PLACES_ARE_NAMED -> allNamed(seen, passed);
      case Rules.BUYER_IS_ANOTHER ->
          seen.tell(
              passed
                  ? "{buyer} buys the business of {provider}."
                  : "{buyer} cannot buy its own business.");
      case Rules.HAS_PASSED_CHECK ->
          seen.tell(
              passed
                  ? "{provider} has passed the check {check}."
                  : "{provider} has no pass of the check {check} that holds on {on}.");
      case Rules.BUYER_KEEPS_ITS_PLACE ->
          seen.tell("{buyer} holds {tier} in {zone} already and keeps it; the other place ends.");
      default -> kept(reason, seen, passed);
    };
  }

  private static String allNamed(Figures seen, boolean passed) {
    if (passed) {
      return seen.tell("All places that {provider} holds from {on} on are named.");
    }
    return seen.tell(
        "All places that {provider} holds from {on} on must be named, and no others; left out:"
            + " {left}.");
  }

  private static String kept(Reason reason, Figures seen, boolean passed) {
    return switch (reason.rule()) {
      case Rules.ZONE_KEEPS_ITS_NUMBER ->
          seen.tell(
              passed
                  ? "{zone} has {places} place(s) of {tier}, and at most {most} are held."
                  : "{zone} has {places} place(s) of {tier}; with it {most} would be held.");
      case Rules.LOT_KEEPS_ITS_NUMBER ->
          seen.tell(
              passed
                  ? "{zone} takes {most} provider(s) at most, and that is kept."
                  : "{zone} takes {most} provider(s) at most; with it there would be more.");
      case Rules.STAYS_WITHIN_CAPS ->
          seen.tell(
              passed
                  ? "With {zone} {provider} stays within the caps ({areasWithIt})."
                  : "With {zone} {provider} would hold places in {areasWithIt} ({zonesWithIt}),"
                      + " beyond the caps.");
      case Rules.HOLDS_NOTHING_ELSE_THERE ->
          seen.tell(
              passed
                  ? "{provider} holds no other place in {zone} from {from} on."
                  : "{provider} holds {holds} in {zone} from {holdsFrom} on.");
      case Rules.LOCATIONS_ARE_DUE ->
          seen.tell("Its locations {locations} move to another provider by {due}.");
      default -> exemption(reason, seen, passed);
    };
  }

  private static String exemption(Reason reason, Figures seen, boolean passed) {
    return switch (reason.rule()) {
      case Rules.EXEMPTION_HOLDS ->
          seen.tell(
              passed
                  ? "{location} is exempt from {from} to {until}."
                  : "{location} cannot be exempt from {from} to {until}.");
      case Rules.EXEMPTION_KIND_IS_KNOWN ->
          seen.tell(
              passed
                  ? "{kind} is a kind of exemption of the scheme."
                  : "{kind} is none of the scheme's kinds of exemption ({kinds}).");
      case Rules.EXEMPTION_HAS_AN_END ->
          seen.tell(
              passed
                  ? "The exemption ends with {until}."
                  : "An exemption is for a time, but it has no end and its kind no longest time.");
      case Rules.EXEMPTION_KEEPS_ITS_LENGTH ->
          seen.tell(
              passed
                  ? "It is not longer than its kind allows."
                  : "From {from} it may last {months} month(s), up to {longest}, and not to"
                      + " {until}.");
      default -> reason.rule() + ": " + reason.verdict() + " " + reason.seen();
    };
  }
}
