package council.framework.store;

import council.framework.api.BusinessRequests.EndRequest;
import council.framework.api.BusinessRequests.RequestStep;
import council.framework.domain.CallOffOrder;
import council.framework.domain.CallOffOrder.Line;
import council.framework.scheme.CallOff;
import council.framework.scheme.CriterionSource;
import council.framework.store.generated.tables.records.BusinessRequestRecord;
import council.framework.store.generated.tables.records.OfferRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.directory.Directory;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.jobs.Jobs;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Offers a request to one after the other, or invites all of them at once. */
@Singleton
final class BusinessOffers {
  private final BusinessSteps steps;
  private final OfferStore offers;
  private final Directory directory;
  private final Jobs jobs;
  private final Audit audit;
  private final Clock clock;

  BusinessOffers(
      BusinessSteps steps,
      OfferStore offers,
      Directory directory,
      Jobs jobs,
      Audit audit,
      Clock clock) {
    this.steps = steps;
    this.offers = offers;
    this.directory = directory;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  void offer(Actor actor, RequestStep command) {
    var row = steps.begin(actor, command.request(), command.revision(), "offerRequest", null);
    var before = RequestedBusiness.of(row);
    row.setAttempt(row.getAttempt() + 1);
    offerToNext(actor, row);
    steps.end(actor, before, row, "RequestOffered", null);
  }

  void invite(Actor actor, RequestStep command) {
    var row = steps.begin(actor, command.request(), command.revision(), "inviteToCompete", null);
    var before = RequestedBusiness.of(row);
    row.setAttempt(row.getAttempt() + 1);
    CallOffOrder order = steps.decideOrder(actor, row, false).decided().result();
    make(actor, row, BusinessLifecycle.INVITATION, order.order());
    row.setStatus(
        order.order().isEmpty() ? BusinessLifecycle.UNFILLED : BusinessLifecycle.IN_COMPETITION);
    steps.end(actor, before, row, "ProvidersInvited", null);
  }

  /** Keeps the order of the responses; unfilled where none of them can win. */
  void compare(Actor actor, RequestStep command) {
    var row = steps.begin(actor, command.request(), command.revision(), "compareResponses", null);
    checkComparable(row);
    var before = RequestedBusiness.of(row);
    CallOffOrder order = steps.decideOrder(actor, row, true).decided().result();
    if (order.order().isEmpty()) {
      row.setStatus(BusinessLifecycle.UNFILLED);
      finish(actor, row, List.of(BusinessLifecycle.RESPONDED), BusinessLifecycle.NOT_CHOSEN);
    }
    steps.end(actor, before, row, "ResponsesCompared", null);
  }

  /** Everybody has answered or cannot any more, and every response is scored. */
  void checkComparable(BusinessRequestRecord row) {
    List<OfferRecord> invitations = offers.listLocked(row.getId(), row.getAttempt());
    refuseWhileRunning(invitations);
    boolean scored =
        steps.vehicleOf(row).callOff().get(BusinessSteps.kindOf(row))
                instanceof CallOff.MiniCompetition competition
            && competition.criteria().stream()
                .anyMatch(criterion -> criterion.source() instanceof CriterionSource.Scored);
    List<OfferRecord> responded =
        invitations.stream()
            .filter(i -> i.getStatus().equals(BusinessLifecycle.RESPONDED))
            .toList();
    Set<UUID> done = offers.scores(responded.stream().map(OfferRecord::getId).toList()).keySet();
    Problems problems = new Problems();
    responded.stream()
        .filter(response -> scored && !done.contains(response.getId()))
        .forEach(response ->
            problems.add(
                "RESPONSE_NOT_SCORED",
                "input.request",
                response.getProviderReference(),
                "a response with scores",
                "The response of %s is not scored yet."
                    .formatted(response.getProviderReference())));
    problems.throwIfAny();
  }

  /** Responses are looked at once nobody can respond any more. */
  void refuseWhileRunning(List<OfferRecord> invitations) {
    Instant now = clock.instant();
    boolean running =
        invitations.stream()
            .anyMatch(i ->
                i.getStatus().equals(BusinessLifecycle.OFFERED) && now.isBefore(i.getAnswerBy()));
    if (running) {
      throw new Refused(
          "COMPETITION_RUNS",
          "input.request",
          "Somebody who was invited can still respond; the responses are compared afterwards.");
    }
  }

  void recall(Actor actor, EndRequest command) {
    var row =
        steps.begin(actor, command.request(), command.revision(), "recallOffer", command.reason());
    var before = RequestedBusiness.of(row);
    finish(
        actor,
        row,
        List.of(BusinessLifecycle.OFFERED, BusinessLifecycle.ACCEPTED),
        BusinessLifecycle.RECALLED);
    offerToNext(actor, row);
    steps.end(actor, before, row, "OfferRecalled", command.reason());
  }

  void withdraw(Actor actor, EndRequest command) {
    var row =
        steps.begin(
            actor, command.request(), command.revision(), "withdrawRequest", command.reason());
    var before = RequestedBusiness.of(row);
    finish(
        actor,
        row,
        List.of(BusinessLifecycle.OFFERED, BusinessLifecycle.ACCEPTED, BusinessLifecycle.RESPONDED),
        BusinessLifecycle.RECALLED);
    row.setStatus(BusinessLifecycle.WITHDRAWN);
    row.setWithdrawnBecause(command.reason());
    steps.end(actor, before, row, "RequestWithdrawn", command.reason());
  }

  /**
   * Lets what is due lapse, and goes on where nobody can answer any more. Done twice, the second
   * time changes nothing; a request that went another way is left alone.
   */
  void carryOn(Actor actor, UUID request, int attempt) {
    BusinessRequestRecord row = steps.getLocked(request);
    boolean runs =
        List.of(BusinessLifecycle.OFFERED, BusinessLifecycle.IN_COMPETITION)
            .contains(row.getStatus());
    if (!runs || row.getAttempt() != attempt) {
      return;
    }
    var before = RequestedBusiness.of(row);
    List<OfferRecord> made = offers.listLocked(request, attempt);
    made.forEach(offer -> lapse(actor, offer));
    Set<String> left = made.stream().map(OfferRecord::getStatus).collect(Collectors.toSet());
    if (left.contains(BusinessLifecycle.OFFERED)
        || left.contains(BusinessLifecycle.ACCEPTED)
        || left.contains(BusinessLifecycle.RESPONDED)) {
      return;
    }
    if (row.getStatus().equals(BusinessLifecycle.IN_COMPETITION)) {
      row.setStatus(BusinessLifecycle.UNFILLED);
    } else {
      offerToNext(actor, row);
    }
    steps.end(actor, before, row, "RequestCarriedOn", null);
  }

  private void lapse(Actor actor, OfferRecord offer) {
    if (offer.getStatus().equals(BusinessLifecycle.OFFERED)
        && !clock.instant().isBefore(offer.getAnswerBy())) {
      change(actor, offer, BusinessLifecycle.LAPSED, "OfferLapsed");
    }
  }

  /** Ends those of the present attempt that have one of the statuses. */
  void finish(Actor actor, BusinessRequestRecord row, List<String> statuses, String as) {
    offers.listLocked(row.getId(), row.getAttempt()).stream()
        .filter(offer -> statuses.contains(offer.getStatus()))
        .forEach(offer ->
            change(
                actor,
                offer,
                as,
                as.equals(BusinessLifecycle.RECALLED) ? "OfferRecalled" : "ResponseNotChosen"));
  }

  /** The response of that provider has won. */
  void win(Actor actor, BusinessRequestRecord row, String provider) {
    offers.listLocked(row.getId(), row.getAttempt()).stream()
        .filter(offer -> offer.getProviderReference().equals(provider))
        .forEach(offer -> change(actor, offer, BusinessLifecycle.ACCEPTED, "ResponseChosen"));
  }

  void change(Actor actor, OfferRecord offer, String status, String action) {
    Offered before = Offered.of(offer);
    offer.setStatus(status);
    keep(actor, offer, before, action);
  }

  /** Keeps an offer as it is by now, and tells the audit. */
  void keep(Actor actor, OfferRecord offer, Offered before, String action) {
    offers.update(offer);
    audit.record(
        actor,
        new Change(
            "Offer",
            offer.getId(),
            action,
            before,
            Offered.of(offer),
            null,
            offer.getProviderId()));
  }

  /** Makes the next offer; the request is unfilled where nobody is left. */
  private void offerToNext(Actor actor, BusinessRequestRecord row) {
    CallOffOrder order = steps.decideOrder(actor, row, false).decided().result();
    List<Line> next = order.findFirst().map(List::of).orElse(List.of());
    make(actor, row, BusinessLifecycle.OFFER, next);
    row.setStatus(next.isEmpty() ? BusinessLifecycle.UNFILLED : BusinessLifecycle.OFFERED);
  }

  private void make(Actor actor, BusinessRequestRecord row, String kind, List<Line> to) {
    if (to.isEmpty()) {
      return;
    }
    Map<String, Provider> providers =
        directory.findProvidersByReference(
            actor, to.stream().map(Line::provider).collect(Collectors.toSet()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant answerBy = now.plus(time(row));
    List<Change> changes = new ArrayList<>();
    for (Line line : to) {
      Provider provider = Objects.requireNonNull(providers.get(line.provider()));
      OfferRecord offer = offer(row, kind, line, provider, now);
      offer.setAnswerBy(answerBy);
      offer.setAsksPrice(asksPrice(row));
      offers.insert(offer);
      changes.add(
          new Change(
              "Offer",
              offer.getId(),
              kind.equals(BusinessLifecycle.OFFER) ? "OfferMade" : "ProviderInvited",
              null,
              Offered.of(offer),
              null,
              offer.getProviderId()));
    }
    audit.recordAll(actor, changes);
    jobs.submit(
        actor, CarryOnRequest.KIND, new CarryOnRequest.Of(row.getId(), row.getAttempt()), answerBy);
  }

  private boolean asksPrice(BusinessRequestRecord row) {
    return steps.vehicleOf(row).callOff().get(BusinessSteps.kindOf(row))
            instanceof CallOff.MiniCompetition competition
        && competition.criteria().stream()
            .anyMatch(criterion -> criterion.source() instanceof CriterionSource.Price);
  }

  private Duration time(BusinessRequestRecord row) {
    CallOff callOff = steps.vehicleOf(row).callOff().get(BusinessSteps.kindOf(row));
    return switch (callOff) {
      case CallOff.RankedOffer offer -> Duration.ofHours(offer.answerWithinHours());
      case CallOff.Rotation rotation -> Duration.ofHours(rotation.answerWithinHours());
      case CallOff.MiniCompetition competition ->
          Duration.ofHours(competition.respondWithinHours());
      case null, default ->
          throw new IllegalStateException("Expected a method with offers, but it is " + callOff);
    };
  }

  private static OfferRecord offer(
      BusinessRequestRecord row, String kind, Line line, Provider provider, Instant now) {
    OfferRecord offer = new OfferRecord();
    offer.setId(Ids.next());
    offer.setRequestId(row.getId());
    offer.setRequestReference(row.getReference());
    offer.setKind(kind);
    offer.setAttempt(row.getAttempt());
    offer.setPosition(line.position());
    offer.setProviderId(provider.id().value());
    offer.setProviderReference(provider.reference());
    offer.setVehicle(row.getVehicle());
    offer.setBusinessKind(row.getKind());
    offer.setZone(row.getZone());
    offer.setCategory(row.getCategory());
    offer.setLocationReference(row.getLocationReference());
    offer.setNeed(row.getNeed());
    offer.setWeeklyHours(row.getWeeklyHours());
    offer.setRequirements(row.getRequirements());
    offer.setStartsOn(row.getStartsOn());
    offer.setOfferedAt(now);
    offer.setStatus(BusinessLifecycle.OFFERED);
    offer.setRevision(1);
    offer.setCreatedAt(now);
    return offer;
  }

  /** The offer that was accepted, if one was. */
  @Nullable OfferRecord findAccepted(BusinessRequestRecord row) {
    return offers.listLocked(row.getId(), row.getAttempt()).stream()
        .filter(offer -> offer.getStatus().equals(BusinessLifecycle.ACCEPTED))
        .findFirst()
        .orElse(null);
  }
}
