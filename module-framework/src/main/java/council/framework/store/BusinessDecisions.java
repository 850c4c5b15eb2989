package council.framework.store;

import council.framework.FrameworkModule;
import council.framework.api.NewBusiness;
import council.framework.domain.CallOffFacts;
import council.framework.domain.CallOffFacts.Answered;
import council.framework.domain.CallOffFacts.Asked;
import council.framework.domain.CallOffFacts.Candidate;
import council.framework.domain.CallOffFacts.CriterionScore;
import council.framework.domain.CallOffFacts.Response;
import council.framework.domain.CallOffOrder;
import council.framework.domain.EligibilityResult;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Lot;
import council.framework.scheme.RequestKind;
import council.framework.store.generated.tables.records.BusinessRequestRecord;
import council.framework.store.generated.tables.records.OfferRecord;
import council.platform.decision.Decisions;
import council.platform.decision.Decisions.Recorded;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.SchemeView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who may take a request and in which order it goes to them, and keeps both. */
@Singleton
final class BusinessDecisions {
  private static final String SUBJECT = "BusinessRequest";
  private static final List<String> OVER =
      List.of(BusinessLifecycle.DECLINED, BusinessLifecycle.LAPSED, BusinessLifecycle.RECALLED);

  private final NewBusinessAnswers answers;
  private final OfferStore offers;
  private final CallOffStore callOffs;
  private final Decisions decisions;

  BusinessDecisions(
      NewBusinessAnswers answers, OfferStore offers, CallOffStore callOffs, Decisions decisions) {
    this.answers = answers;
    this.offers = offers;
    this.callOffs = callOffs;
    this.decisions = decisions;
  }

  Recorded<EligibilityResult> eligibility(
      Actor actor, BusinessRequestRecord row, SchemeVersion scheme) {
    NewBusiness.Request asked =
        new NewBusiness.Request(
            row.getVehicle(),
            row.getLot(),
            row.getKind(),
            row.getStartsOn(),
            row.getLocationReference());
    Lot lot = findLot(row, scheme).orElseThrow();
    var facts = answers.factsOf(asked, lot, scheme, answers.findLocation(actor, asked));
    return decisions.decide(
        actor, FrameworkModule.ANSWER_ELIGIBILITY, scheme, facts, SUBJECT, row.getId(), null);
  }

  /** Absent where a scheme has no such lot; the request's own has it. */
  static Optional<Lot> findLot(BusinessRequestRecord row, SchemeView scheme) {
    return scheme
        .findSection(FrameworkSection.class)
        .flatMap(section -> section.findVehicle(row.getVehicle()))
        .flatMap(vehicle ->
            scheme
                .findSection(GeographySection.class)
                .flatMap(geography ->
                    new LotSearch(vehicle, geography, new Problems()).find(row.getLot(), null)));
  }

  Recorded<CallOffOrder> order(
      Actor actor,
      BusinessRequestRecord row,
      EligibilityResult eligible,
      SchemeVersion scheme,
      boolean compareResponses) {
    return decisions.decide(
        actor,
        FrameworkModule.ORDER_CALL_OFF,
        scheme,
        facts(row, eligible, compareResponses),
        SUBJECT,
        row.getId(),
        null);
  }

  /** What an order depends on; locks nothing. */
  CallOffFacts facts(
      BusinessRequestRecord row, EligibilityResult eligible, boolean compareResponses) {
    var places = callOffs.places(row.getVehicle(), row.getLot(), row.getStartsOn());
    var given = callOffs.given(row.getVehicle(), row.getLot(), row.getStartsOn());
    List<Candidate> candidates =
        eligible.answers().stream()
            .map(answer -> {
              var place = places.get(answer.provider());
              var had = given.getOrDefault(answer.provider(), CallOffStore.Given.NOTHING);
              return new Candidate(
                  answer.provider(),
                  answer.eligible(),
                  place == null ? null : place.tier(),
                  place == null ? null : place.rank(),
                  had.callOffs(),
                  had.weeklyHours(),
                  had.last());
            })
            .toList();
    List<OfferRecord> made = offers.list(row.getId(), row.getAttempt());
    return new CallOffFacts(
        row.getVehicle(),
        new Asked(
            RequestKind.valueOf(row.getKind()),
            row.getLot(),
            row.getStartsOn(),
            row.getWeeklyHours()),
        candidates,
        made.stream()
            .filter(offer -> OVER.contains(offer.getStatus()))
            .map(offer -> new Answered(offer.getProviderReference(), offer.getStatus()))
            .toList(),
        compareResponses ? responses(made) : null);
  }

  private @Nullable List<Response> responses(List<OfferRecord> made) {
    List<OfferRecord> responded =
        made.stream().filter(o -> o.getStatus().equals(BusinessLifecycle.RESPONDED)).toList();
    var scores = offers.scores(responded.stream().map(OfferRecord::getId).toList());
    return responded.stream()
        .map(offer ->
            new Response(
                offer.getProviderReference(),
                scores.getOrDefault(offer.getId(), List.of()).stream()
                    .map(given -> new CriterionScore(given.criterion(), given.score()))
                    .toList(),
                offer.getHourlyRate()))
        .toList();
  }
}
