package council.framework.store;

import council.framework.api.BusinessRequests;
import council.platform.identity.Actor;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The requests for business of the council in whose name the transaction runs. */
@Singleton
final class StoredBusinessRequests implements BusinessRequests {
  private final BusinessOpening opening;
  private final BusinessOffers offers;
  private final OfferAnswers answers;
  private final BusinessAward award;
  private final OfferCounts counts;

  StoredBusinessRequests(
      BusinessOpening opening,
      BusinessOffers offers,
      OfferAnswers answers,
      BusinessAward award,
      OfferCounts counts) {
    this.opening = opening;
    this.offers = offers;
    this.answers = answers;
    this.award = award;
    this.counts = counts;
  }

  @Override
  public UUID open(Actor actor, OpenRequest command) {
    return opening.open(actor, command);
  }

  @Override
  public void offer(Actor actor, RequestStep command) {
    offers.offer(actor, command);
  }

  @Override
  public void invite(Actor actor, RequestStep command) {
    offers.invite(actor, command);
  }

  @Override
  public void compare(Actor actor, RequestStep command) {
    offers.compare(actor, command);
  }

  @Override
  public void recordChoice(Actor actor, RecordChoice command) {
    award.choose(actor, command);
  }

  @Override
  public void recall(Actor actor, EndRequest command) {
    offers.recall(actor, command);
  }

  @Override
  public void withdraw(Actor actor, EndRequest command) {
    offers.withdraw(actor, command);
  }

  @Override
  public Awarded award(Actor actor, AwardCallOff command) {
    return award.award(actor, command);
  }

  @Override
  public void accept(Actor actor, AcceptOffer command) {
    answers.accept(actor, command);
  }

  @Override
  public void decline(Actor actor, DeclineOffer command) {
    answers.decline(actor, command);
  }

  @Override
  public void respond(Actor actor, RespondToInvitation command) {
    answers.respond(actor, command);
  }

  @Override
  public void score(Actor actor, ScoreResponse command) {
    answers.score(actor, command);
  }

  @Override
  public void end(Actor actor, EndCallOff command) {
    award.end(actor, command);
  }

  @Override
  public List<OfferCount> countOffers(
      Actor actor, String vehicle, LocalDate from, LocalDate until) {
    if (until.isBefore(from)) {
      throw new Refused("BAD_SPAN", "until", "The span would end before it begins.");
    }
    return counts.count(actor, vehicle, from, until);
  }
}
