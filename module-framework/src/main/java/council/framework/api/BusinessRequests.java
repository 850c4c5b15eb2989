package council.framework.api;

import council.platform.identity.Actor;
import council.platform.personal.PersonalText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests for business, from the need to the call-off and its end (LAN-FW-10, LAN-FW-20). Every
 * method runs in the caller's transaction and refuses with all problems at once; a stale revision
 * is one of them. Who may take a request is decided anew at each step that relies on it.
 */
public interface BusinessRequests {
  /** Opens a request under the scheme in force on the day of its start; answers its id. */
  UUID open(Actor actor, OpenRequest command);

  /** Offers it to the first in order; to nobody, and it is unfilled, where there is none. */
  void offer(Actor actor, RequestStep command);

  /** Invites all who are eligible to respond; it is unfilled where there is nobody. */
  void invite(Actor actor, RequestStep command);

  /** Compares the responses to a mini-competition and keeps their order. */
  void compare(Actor actor, RequestStep command);

  /** Records whom the person, or who speaks for the person, has chosen among the eligible. */
  void recordChoice(Actor actor, RecordChoice command);

  /** Takes back the offer that runs or was accepted, and goes on to the next in order. */
  void recall(Actor actor, EndRequest command);

  /** Ends a request without an award. */
  void withdraw(Actor actor, EndRequest command);

  /**
   * Awards the business and commits its value.
   *
   * @throws council.platform.problem.Refused {@code LIMIT_REACHED} as {@link Commitments} tells it
   */
  Awarded award(Actor actor, AwardCallOff command);

  /** Accepts an offer, by the provider itself or by the council in its name. */
  void accept(Actor actor, AcceptOffer command);

  /** Declines an offer or an invitation, likewise. */
  void decline(Actor actor, DeclineOffer command);

  /** Responds to an invitation; until its time is over a response can be replaced. */
  void respond(Actor actor, RespondToInvitation command);

  /** Keeps the council's agreed scores of a response, in place of earlier ones. */
  void score(Actor actor, ScoreResponse command);

  /** Ends a call-off early and gives back what of its commitment is unspent. */
  void end(Actor actor, EndCallOff command);

  /** How each provider answered what it was offered in the span, and what it was awarded. */
  List<OfferCount> countOffers(Actor actor, String vehicle, LocalDate from, LocalDate until);

  /**
   * @param vehicle code of the framework
   * @param reference the council's own reference, unique within the council
   * @param kind kind of request as the scheme names it
   * @param zone code of the zone, or of the lot; absent where lots are by category alone
   * @param category code of the category; absent where lots are by zone, or the lot is given
   * @param location reference of the location, where the kind is about one
   * @param person whom it is for, by the pseudonymous reference; absent where nobody is named
   * @param need a few words that name nobody; the providers see them
   * @param weeklyHours hours in a week, above 0, at most 2 decimals
   * @param requirements codes of special requirements
   * @param startsOn first day of the business
   */
  record OpenRequest(
      String vehicle,
      String reference,
      String kind,
      @Nullable String zone,
      @Nullable String category,
      @Nullable String location,
      @Nullable PersonalText person,
      String need,
      BigDecimal weeklyHours,
      List<String> requirements,
      LocalDate startsOn) {}

  /** A step that needs nothing but the request and the revision that the caller saw. */
  record RequestStep(UUID request, int revision) {}

  /** A step that ends something, with the reason that the audit keeps. */
  record EndRequest(UUID request, int revision, String reason) {}

  /**
   * @param provider reference of the provider chosen
   * @param by who chose, as a role: the person, a relative, an advocate; no name
   * @param how how the choice was made
   */
  record RecordChoice(UUID request, int revision, String provider, String by, String how) {}

  /**
   * @param on the day of the award, not in the future
   * @param from first day; the request's start where absent
   * @param until last day; by the scheme's term where absent
   * @param hourlyRate pounds; the response's or the framework's fixed price where absent
   * @param reason why this provider, where the scheme does not decide; else absent
   * @param override why a limit on the commitments may be passed; absent where it may not
   */
  record AwardCallOff(
      UUID request,
      int revision,
      String provider,
      LocalDate on,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable BigDecimal hourlyRate,
      @Nullable String reason,
      @Nullable String override) {}

  /**
   * @param warnings sentences on limits of which a share to warn at is reached
   */
  record Awarded(UUID callOff, List<String> warnings) {}

  record AcceptOffer(UUID offer, int revision) {}

  /** Why an offer was declined. */
  enum DeclineReason {
    NO_CAPACITY,
    NO_STAFF,
    OUT_OF_AREA,
    NEED_NOT_MET,
    PRICE,
    OTHER
  }

  /**
   * @param words more on it; absent where the code says all
   */
  record DeclineOffer(UUID offer, int revision, DeclineReason because, @Nullable String words) {}

  /**
   * @param hourlyRate pounds an hour, above 0, at most 4 decimals; absent where no price is asked
   */
  record RespondToInvitation(
      UUID offer, int revision, @Nullable BigDecimal hourlyRate, String statement) {}

  /** Agreed scores of a response, one for each criterion that people score. */
  record ScoreResponse(UUID offer, int revision, List<GivenScore> scores) {}

  record GivenScore(String criterion, BigDecimal score) {}

  /**
   * @param lastDay last day on which it runs; the day before its start where it never began
   */
  record EndCallOff(UUID callOff, int revision, LocalDate lastDay, String reason) {}

  /**
   * One provider's answers to offers and invitations made in a span of days, and its awards in it.
   *
   * @param declined by reason
   * @param responded responses to invitations, chosen or not
   * @param weeklyHours hours a week of its awards
   * @param acceptancePercent of the offers that ended with its answer or lapsed, the share that it
   *     accepted; 2 decimals; absent where there were none
   */
  record OfferCount(
      String providerReference,
      String providerName,
      int offered,
      int accepted,
      List<DeclineCount> declined,
      int lapsed,
      int recalled,
      int invited,
      int responded,
      int awards,
      BigDecimal weeklyHours,
      @Nullable BigDecimal acceptancePercent) {}

  record DeclineCount(DeclineReason because, int count) {}
}
