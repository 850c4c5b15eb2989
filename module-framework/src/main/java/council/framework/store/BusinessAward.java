package council.framework.store;

import council.framework.api.BusinessRequests.AwardCallOff;
import council.framework.api.BusinessRequests.Awarded;
import council.framework.api.BusinessRequests.EndCallOff;
import council.framework.api.BusinessRequests.RecordChoice;
import council.framework.api.CallOffAwarded;
import council.framework.api.CallOffEnded;
import council.framework.api.CallOffListener;
import council.framework.api.Commitments;
import council.framework.domain.CallOffOrder;
import council.framework.domain.CallValue;
import council.framework.domain.EligibilityResult;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.BusinessRequestRecord;
import council.framework.store.generated.tables.records.CallOffRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.decision.Decisions.Recorded;
import council.platform.directory.Directory;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From the choice to the call-off, its commitment and its end. */
@Singleton
final class BusinessAward {
  private static final int LONGEST_BY = 100;
  private static final int LONGEST_PURPOSE = 200;

  private final BusinessSteps steps;
  private final BusinessOffers offers;
  private final RoundSteps days;
  private final AwardTerms terms;
  private final CallOffStore callOffs;
  private final BusinessLifecycle lifecycle;
  private final Commitments commitments;
  private final List<CallOffListener> listeners;
  private final Directory directory;
  private final Audit audit;
  private final Clock clock;

  BusinessAward(
      BusinessSteps steps,
      BusinessOffers offers,
      RoundSteps days,
      AwardTerms terms,
      CallOffStore callOffs,
      BusinessLifecycle lifecycle,
      Commitments commitments,
      List<CallOffListener> listeners,
      Directory directory,
      Audit audit,
      Clock clock) {
    this.steps = steps;
    this.offers = offers;
    this.days = days;
    this.terms = terms;
    this.callOffs = callOffs;
    this.lifecycle = lifecycle;
    this.commitments = commitments;
    this.listeners = List.copyOf(listeners);
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  void choose(Actor actor, RecordChoice command) {
    var row = steps.begin(actor, command.request(), command.revision(), "recordChoice", null);
    var before = RequestedBusiness.of(row);
    CallOffOrder order = steps.decideOrder(actor, row, false).decided().result();
    Problems problems = new Problems();
    checkEligible(command.provider(), order, problems);
    Texts.check(problems, "input.by", command.by(), LONGEST_BY);
    Texts.check(problems, "input.how", command.how(), Texts.LONGEST_REASON);
    problems.throwIfAny();
    row.setChosenId(find(actor, command.provider()).id().value());
    row.setChosenReference(command.provider());
    row.setChosenBy(command.by());
    row.setChosenHow(command.how());
    row.setStatus(BusinessLifecycle.CHOOSING);
    steps.end(actor, before, row, "ChoiceRecorded", command.how());
  }

  private Provider find(Actor actor, String provider) {
    return Objects.requireNonNull(
        directory.findProvidersByReference(actor, Set.of(provider)).get(provider));
  }

  private static void checkEligible(String provider, CallOffOrder order, Problems problems) {
    if (order.find(provider).isEmpty()) {
      problems.add(notEligible(provider, order.order().stream().map(l -> l.provider()).toList()));
    }
  }

  private static Problem notEligible(String provider, List<String> eligible) {
    return new Problem(
        "NOT_ELIGIBLE",
        "input.provider",
        "The provider %s may not take this request; the request's eligibility says why."
            .formatted(provider),
        provider,
        eligible.isEmpty() ? "nobody can" : "one of " + String.join(", ", eligible));
  }

  Awarded award(Actor actor, AwardCallOff command) {
    var row =
        steps.begin(actor, command.request(), command.revision(), "awardCallOff", command.reason());
    var before = RequestedBusiness.of(row);
    boolean competition = row.getMethod().equals("MINI_COMPETITION");
    if (competition) {
      offers.checkComparable(row);
    }
    Recorded<EligibilityResult> eligible = steps.decideEligibility(actor, row);
    CallOffOrder order = steps.decideOrder(actor, row, competition).decided().result();
    Vehicle vehicle = steps.vehicleOf(row);
    Problems problems = new Problems();
    days.checkHasCome("input.on", command.on(), problems);
    checkMayTake(command.provider(), eligible.decided().result(), problems);
    checkChosen(command, row, order, problems);
    AwardTerms.Terms agreed = terms.of(command, row, vehicle, problems);
    if (command.override() != null) {
      Texts.check(problems, "input.override", command.override(), Texts.LONGEST_REASON);
    }
    problems.throwIfAny();
    return keep(actor, command, row, before, Objects.requireNonNull(agreed));
  }

  private static void checkMayTake(String provider, EligibilityResult eligible, Problems problems) {
    List<String> may =
        eligible.answers().stream()
            .filter(EligibilityResult.Answer::eligible)
            .map(EligibilityResult.Answer::provider)
            .toList();
    if (!may.contains(provider)) {
      problems.add(notEligible(provider, may));
    }
  }

  /** Whether it is the one to whom the scheme's way of choosing leads. */
  private void checkChosen(
      AwardCallOff command, BusinessRequestRecord row, CallOffOrder order, Problems problems) {
    switch (row.getMethod()) {
      case "CHOICE" -> checkIs(row.getChosenReference(), "NOT_CHOSEN", command, problems);
      case "MINI_COMPETITION" -> {
        String best = order.findFirst().map(CallOffOrder.Line::provider).orElse(null);
        checkIs(best, "NOT_THE_BEST_RESPONSE", command, problems);
        if (!order.stands()) {
          checkReason(command, "Fewer responded than the scheme asks for.", problems);
        }
      }
      case CallOffOrder.DIRECT ->
          checkReason(command, "The scheme names no way of choosing.", problems);
      default -> {
        var accepted = offers.findAccepted(row);
        String provider = accepted == null ? null : accepted.getProviderReference();
        checkIs(provider, "NOT_ACCEPTED", command, problems);
      }
    }
  }

  private static void checkIs(
      @Nullable String expected, String code, AwardCallOff command, Problems problems) {
    if (!command.provider().equals(expected)) {
      String who = expected == null ? "nobody yet" : expected;
      problems.add(
          code,
          "input.provider",
          command.provider(),
          who,
          "The request goes to %s, not to %s.".formatted(who, command.provider()));
    }
  }

  private static void checkReason(AwardCallOff command, String why, Problems problems) {
    if (command.reason() == null) {
      problems.add(
          "REASON_MISSING", "input.reason", why + " Expected a reason, but there is none.");
    }
  }

  private Awarded keep(
      Actor actor,
      AwardCallOff command,
      BusinessRequestRecord row,
      RequestedBusiness before,
      AwardTerms.Terms agreed) {
    UUID id = Ids.next();
    var committed =
        commitments.commit(
            actor,
            new Commitments.Commit(
                row.getVehicle(),
                row.getLot(),
                command.provider(),
                Commitments.Funder.COUNCIL,
                agreed.value(),
                command.on(),
                Commitments.Source.CALL_OFF,
                id,
                purpose("Call-off for " + row.getReference()),
                command.override()));
    CallOffRecord callOff = callOff(id, command, row, agreed, find(actor, command.provider()));
    callOff.setCommitmentId(committed.commitment());
    callOffs.insert(callOff);
    row.setStatus(BusinessLifecycle.AWARDED);
    close(actor, row, command.provider());
    record(actor, callOff, "CallOffAwarded", null, CalledOff.of(callOff));
    steps.end(actor, before, row, "RequestAwarded", why(command));
    listeners.forEach(listener -> listener.awarded(actor, told(callOff)));
    return new Awarded(id, committed.warnings());
  }

  private static @Nullable String why(AwardCallOff command) {
    return command.reason() == null ? command.override() : command.reason();
  }

  private static String purpose(String text) {
    return text.length() <= LONGEST_PURPOSE ? text : text.substring(0, LONGEST_PURPOSE);
  }

  /** The best response has won, the others have not. */
  private void close(Actor actor, BusinessRequestRecord row, String provider) {
    if (row.getMethod().equals("MINI_COMPETITION")) {
      offers.win(actor, row, provider);
      offers.finish(actor, row, List.of(BusinessLifecycle.RESPONDED), BusinessLifecycle.NOT_CHOSEN);
    }
  }

  private CallOffRecord callOff(
      UUID id,
      AwardCallOff command,
      BusinessRequestRecord request,
      AwardTerms.Terms agreed,
      Provider provider) {
    CallOffRecord row = new CallOffRecord();
    row.setId(id);
    row.setRequestId(request.getId());
    row.setRequestReference(request.getReference());
    row.setVehicle(request.getVehicle());
    row.setSchemeVersionId(request.getSchemeVersionId());
    row.setKind(request.getKind());
    row.setZone(request.getZone());
    row.setCategory(request.getCategory());
    row.setLot(request.getLot());
    row.setLocationReference(request.getLocationReference());
    row.setProviderId(provider.id().value());
    row.setProviderReference(provider.reference());
    row.setWeeklyHours(request.getWeeklyHours());
    row.setHourlyRate(agreed.hourlyRate());
    row.setValidFrom(agreed.from());
    row.setValidUntil(agreed.lastDay().plusDays(1));
    row.setValue(agreed.value());
    row.setGivenBack(BigDecimal.ZERO.setScale(2));
    row.setAwardedOn(command.on());
    row.setDecisionId(Objects.requireNonNull(request.getOrderId()));
    row.setReason(command.reason());
    row.setRevision(1);
    row.setCreatedAt(clock.instant());
    return row;
  }

  private void record(
      Actor actor, CallOffRecord row, String action, @Nullable CalledOff before, CalledOff after) {
    audit.record(
        actor,
        new Change("CallOff", row.getId(), action, before, after, null, row.getProviderId()));
  }

  private static CallOffAwarded told(CallOffRecord row) {
    return new CallOffAwarded(
        row.getId(),
        row.getRequestId(),
        row.getRequestReference(),
        row.getVehicle(),
        row.getKind(),
        row.getLot(),
        row.getLocationReference(),
        row.getProviderId(),
        row.getProviderReference(),
        row.getWeeklyHours(),
        row.getHourlyRate(),
        row.getValue(),
        row.getValidFrom(),
        row.getValidUntil().minusDays(1),
        row.getAwardedOn(),
        row.getSchemeVersionId(),
        row.getDecisionId(),
        row.getCommitmentId());
  }

  void end(Actor actor, EndCallOff command) {
    CallOffRecord row =
        callOffs
            .findLocked(command.callOff())
            .orElseThrow(() ->
                new Refused("UNKNOWN_CALL_OFF", "input.callOff", "There is no such call-off."));
    Revisions.check(command.revision(), row.getRevision());
    lifecycle.checkCallOff(actor, row.getEndedBecause() != null, "endCallOff", command.reason());
    checkEnd(command, row);
    CalledOff before = CalledOff.of(row);
    BigDecimal spent =
        CallValue.of(
            row.getWeeklyHours(), row.getHourlyRate(), row.getValidFrom(), command.lastDay());
    BigDecimal unspent = row.getValue().subtract(spent);
    row.setValidUntil(command.lastDay().plusDays(1));
    row.setGivenBack(unspent);
    row.setEndedBecause(command.reason());
    UUID commitment = giveBack(actor, row, unspent);
    callOffs.update(row);
    audit.record(
        actor,
        new Change(
            "CallOff",
            row.getId(),
            "CallOffEnded",
            before,
            CalledOff.of(row),
            command.reason(),
            null));
    listeners.forEach(listener ->
        listener.ended(
            actor, new CallOffEnded(row.getId(), command.lastDay(), unspent, commitment)));
  }

  private static void checkEnd(EndCallOff command, CallOffRecord row) {
    Problems problems = new Problems();
    if (command.lastDay().isBefore(row.getValidFrom().minusDays(1))
        || !command.lastDay().isBefore(row.getValidUntil().minusDays(1))) {
      problems.add(
          "BAD_SPAN",
          "input.lastDay",
          command.lastDay(),
          "a day from %s to %s"
              .formatted(row.getValidFrom().minusDays(1), row.getValidUntil().minusDays(2)),
          "The call-off runs from %s to %s."
              .formatted(row.getValidFrom(), row.getValidUntil().minusDays(1)));
    }
    Texts.check(problems, "input.reason", command.reason(), Texts.LONGEST_REASON);
    problems.throwIfAny();
  }

  /**
   * As of the last day, but not in advance, not before the award, and while the framework is in
   * force: a call-off may outlast it (HAM-FW-12).
   */
  private LocalDate dayOfReturn(CallOffRecord row) {
    LocalDate end = terms.endOf(row.getVehicle(), steps.vehicleOf(row));
    LocalDate day = earlier(row.getValidUntil().minusDays(1), LocalDate.now(clock));
    day = end == null ? day : earlier(day, end);
    return day.isBefore(row.getAwardedOn()) ? row.getAwardedOn() : day;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private UUID giveBack(Actor actor, CallOffRecord row, BigDecimal unspent) {
    return commitments
        .commit(
            actor,
            new Commitments.Commit(
                row.getVehicle(),
                row.getLot(),
                row.getProviderReference(),
                Commitments.Funder.COUNCIL,
                unspent.negate(),
                dayOfReturn(row),
                Commitments.Source.CALL_OFF,
                row.getId(),
                purpose("Early end of the call-off for " + row.getRequestReference()),
                null))
        .commitment();
  }
}
