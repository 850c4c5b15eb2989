package council.framework.store;

import council.framework.api.BusinessRequests.AcceptOffer;
import council.framework.api.BusinessRequests.DeclineOffer;
import council.framework.api.BusinessRequests.GivenScore;
import council.framework.api.BusinessRequests.RespondToInvitation;
import council.framework.api.BusinessRequests.ScoreResponse;
import council.framework.scheme.CallOff.MiniCompetition;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionSource;
import council.framework.store.generated.tables.records.BusinessRequestRecord;
import council.framework.store.generated.tables.records.OfferRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.jobs.Jobs;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Answers to offers and responses to invitations. A provider's user sees and changes the offer and
 * nothing of the request; a job in the council's name goes on from there. Whoever locks the row
 * first has answered it or let it lapse: the other one finds it so.
 */
@Singleton
final class OfferAnswers {
  private static final int LONGEST_WORDS = 1_000;
  private static final int LONGEST_STATEMENT = 5_000;
  private static final int RATE_DECIMALS = 4;
  private static final int SCORE_DECIMALS = 4;
  private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(10_000);

  private final OfferStore offers;
  private final BusinessOffers making;
  private final BusinessSteps steps;
  private final BusinessLifecycle lifecycle;
  private final Jobs jobs;
  private final Audit audit;
  private final Clock clock;

  OfferAnswers(
      OfferStore offers,
      BusinessOffers making,
      BusinessSteps steps,
      BusinessLifecycle lifecycle,
      Jobs jobs,
      Audit audit,
      Clock clock) {
    this.offers = offers;
    this.making = making;
    this.steps = steps;
    this.lifecycle = lifecycle;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  void accept(Actor actor, AcceptOffer command) {
    OfferRecord offer = begin(actor, command.offer(), command.revision(), "acceptOffer");
    Offered before = Offered.of(offer);
    answered(actor, offer, BusinessLifecycle.ACCEPTED);
    making.keep(actor, offer, before, "OfferAccepted");
  }

  void decline(Actor actor, DeclineOffer command) {
    OfferRecord offer = begin(actor, command.offer(), command.revision(), "declineOffer");
    if (command.words() != null) {
      Problems problems = new Problems();
      Texts.check(problems, "input.words", command.words(), LONGEST_WORDS);
      problems.throwIfAny();
    }
    Offered before = Offered.of(offer);
    answered(actor, offer, BusinessLifecycle.DECLINED);
    offer.setDeclineCode(command.because().name());
    offer.setDeclineWords(command.words());
    making.keep(actor, offer, before, "OfferDeclined");
    goOn(actor, offer);
  }

  void respond(Actor actor, RespondToInvitation command) {
    OfferRecord offer = begin(actor, command.offer(), command.revision(), "respondToInvitation");
    Problems problems = new Problems();
    Texts.check(problems, "input.statement", command.statement(), LONGEST_STATEMENT);
    if (command.hourlyRate() == null && offer.getAsksPrice()) {
      problems.add(
          "RATE_MISSING", "input.hourlyRate", "Expected the price of an hour, but there is none.");
    }
    if (command.hourlyRate() != null) {
      checkRate("input.hourlyRate", command.hourlyRate(), problems);
    }
    problems.throwIfAny();
    Offered before = Offered.of(offer);
    answered(actor, offer, BusinessLifecycle.RESPONDED);
    offer.setHourlyRate(
        command.hourlyRate() == null ? null : command.hourlyRate().setScale(RATE_DECIMALS));
    offer.setStatement(command.statement());
    making.keep(actor, offer, before, "InvitationAnswered");
  }

  static void checkRate(String path, BigDecimal rate, Problems problems) {
    if (rate.signum() <= 0
        || rate.compareTo(HIGHEST_RATE) > 0
        || rate.stripTrailingZeros().scale() > RATE_DECIMALS) {
      problems.add(
          "BAD_RATE",
          path,
          rate.toPlainString(),
          "pounds above 0, at most %s, with at most %d decimals"
              .formatted(HIGHEST_RATE, RATE_DECIMALS),
          "%s is no price of an hour.".formatted(rate.toPlainString()));
    }
  }

  /** The offer, locked, if it can be answered now. */
  private OfferRecord begin(Actor actor, UUID id, int revision, String step) {
    if (!actor.isProviderBound()) {
      // The request first, as everybody of the council does, so that nobody waits in a circle.
      offers.findRequest(id).ifPresent(steps::getLocked);
    }
    OfferRecord offer =
        offers
            .findLocked(id)
            .orElseThrow(
                () -> new Refused("UNKNOWN_OFFER", "input.offer", "There is no such offer."));
    Revisions.check(revision, offer.getRevision());
    lifecycle.checkOffer(actor, offer.getStatus(), offer.getKind(), step);
    if (!step.equals("scoreResponse") && !clock.instant().isBefore(offer.getAnswerBy())) {
      throw new Refused(
          "TOO_LATE",
          "input.offer",
          "It could be answered before %s.".formatted(offer.getAnswerBy()));
    }
    return offer;
  }

  private void answered(Actor actor, OfferRecord offer, String status) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    offer.setStatus(status);
    offer.setAnsweredAt(now);
    offer.setAnsweredBy(actor.isProviderBound() ? "PROVIDER" : "COUNCIL");
  }

  /** At once where the council records the answer; else soon, by a job in the council's name. */
  private void goOn(Actor actor, OfferRecord offer) {
    if (actor.isProviderBound()) {
      jobs.submit(
          actor,
          CarryOnRequest.KIND,
          new CarryOnRequest.Of(offer.getRequestId(), offer.getAttempt()));
    } else {
      making.carryOn(actor, offer.getRequestId(), offer.getAttempt());
    }
  }

  void score(Actor actor, ScoreResponse command) {
    OfferRecord offer = begin(actor, command.offer(), command.revision(), "scoreResponse");
    making.refuseWhileRunning(offers.list(offer.getRequestId(), offer.getAttempt()));
    BusinessRequestRecord request = steps.getLocked(offer.getRequestId());
    if (!request.getStatus().equals(BusinessLifecycle.IN_COMPETITION)) {
      throw new Refused("WRONG_STATE", "input.offer", "The competition for the request is over.");
    }
    MiniCompetition terms =
        (MiniCompetition)
            Objects.requireNonNull(
                steps.vehicleOf(request).callOff().get(BusinessSteps.kindOf(request)));
    checkScores(command.scores(), terms);
    List<GivenScore> scores =
        command.scores().stream()
            .map(s -> new GivenScore(s.criterion(), s.score().setScale(SCORE_DECIMALS)))
            .toList();
    List<GivenScore> had =
        offers.scores(List.of(offer.getId())).getOrDefault(offer.getId(), List.of());
    offers.replaceScores(offer.getId(), scores);
    int before = offer.getRevision();
    offers.update(offer);
    audit.record(
        actor,
        new Change(
            "Offer",
            offer.getId(),
            "ResponseScored",
            new Scores(offer.getId(), had, before),
            new Scores(offer.getId(), scores, offer.getRevision()),
            null,
            null));
  }

  /** Scores as the audit tells them, to the council alone. */
  record Scores(UUID offerId, List<GivenScore> scores, int revision) {
    Scores {
      scores = List.copyOf(scores);
    }
  }

  private static void checkScores(List<GivenScore> scores, MiniCompetition terms) {
    Map<String, Criterion> scored =
        terms.criteria().stream()
            .filter(c -> c.source() instanceof CriterionSource.Scored)
            .collect(Collectors.toMap(Criterion::code, c -> c));
    Problems problems = new Problems();
    Set<String> missing = new LinkedHashSet<>();
    terms.criteria().stream()
        .map(Criterion::code)
        .filter(scored::containsKey)
        .forEach(missing::add);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < scores.size(); i++) {
      GivenScore given = scores.get(i);
      String path = "input.scores[" + i + "]";
      Criterion criterion = scored.get(given.criterion());
      missing.remove(given.criterion());
      if (!seen.add(given.criterion())) {
        problems.add("DUPLICATE_SCORE", path, given.criterion() + " is scored more than once.");
      } else if (criterion == null) {
        problems.add(
            "UNKNOWN_CRITERION",
            path + ".criterion",
            given.criterion(),
            "one of " + String.join(", ", scored.keySet().stream().sorted().toList()),
            "People score no criterion '" + given.criterion() + "' of the competition.");
      } else {
        checkScore(given.score(), criterion, path + ".score", problems);
      }
    }
    missing.forEach(code ->
        problems.add(
            "MISSING_SCORE", "input.scores", "Expected a score for " + code + ", but found none."));
    problems.throwIfAny();
  }

  private static void checkScore(
      BigDecimal score, Criterion criterion, String path, Problems problems) {
    if (score.signum() < 0
        || score.compareTo(criterion.maximumScore()) > 0
        || score.stripTrailingZeros().scale() > SCORE_DECIMALS) {
      problems.add(
          "BAD_SCORE",
          path,
          score.toPlainString(),
          "0 to %s with at most %d decimals"
              .formatted(criterion.maximumScore().toPlainString(), SCORE_DECIMALS),
          "%s is no score of %s.".formatted(score.toPlainString(), criterion.code()));
    }
  }
}
