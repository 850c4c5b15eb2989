package council.framework.store;

import council.framework.api.TierReviews;
import council.framework.scheme.TierReview;
import council.framework.scheme.TierReview.Effect;
import council.framework.scheme.TierReview.Recommendation;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.PlaceRecord;
import council.framework.store.generated.tables.records.TierReviewRecord;
import council.framework.transition.domain.ReviewDays;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.directory.Directory;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Records what reviews of places found, and sets locations on their way. */
@Singleton
final class StoredTierReviews implements TierReviews {
  private final TierReviewStore reviews;
  private final CaseSteps steps;
  private final CaseOpening opening;
  private final PlaceStore places;
  private final Directory directory;
  private final Audit audit;

  StoredTierReviews(
      TierReviewStore reviews,
      CaseSteps steps,
      CaseOpening opening,
      PlaceStore places,
      Directory directory,
      Audit audit) {
    this.reviews = reviews;
    this.steps = steps;
    this.opening = opening;
    this.places = places;
    this.directory = directory;
    this.audit = audit;
  }

  @Override
  public List<String> record(Actor actor, RecordTierReview command) {
    TierReviewRecord row =
        reviews
            .findLocked(command.tierReview())
            .orElseThrow(() ->
                new Refused("UNKNOWN_REVIEW", "input.tierReview", "There is no such review."));
    Vehicle vehicle =
        steps
            .findVehicle(row.getVehicle())
            .orElseThrow(() ->
                new Refused(
                    "UNKNOWN_VEHICLE",
                    "input.tierReview",
                    "The scheme in force has no framework " + row.getVehicle() + "."));
    Effect effect = check(command, row, vehicle);
    TierReviewKept before = TierReviewKept.of(row);
    row.setRecordedOn(command.on());
    row.setRecommendation(command.recommendation());
    row.setEffect(effect.name());
    row.setFinding(command.finding());
    row.setEvidence(command.evidence());
    reviews.update(row);
    List<String> opened = effect == Effect.LOCATIONS_MOVE ? open(actor, row, vehicle) : List.of();
    audit.record(
        actor,
        new Change(
            "TierReview",
            row.getId(),
            "TierReviewRecorded",
            new WithCases(before, List.of()),
            new WithCases(TierReviewKept.of(row), opened),
            null,
            null));
    return opened;
  }

  /**
   * A review as the audit keeps it.
   *
   * @param cases references of the locations for which it opened a case
   */
  record WithCases(TierReviewKept review, List<String> cases) {}

  private List<String> open(Actor actor, TierReviewRecord row, Vehicle vehicle) {
    places.lockVehicle(actor, row.getVehicle());
    String reference = row.getProviderReference();
    Provider provider =
        Objects.requireNonNull(
            directory.findProvidersByReference(actor, Set.of(reference)).get(reference));
    return opening.open(
        actor,
        new CaseOpening.Opening(
            CaseOpening.Origin.TIER_REVIEW,
            row.getId(),
            row.getVehicle(),
            provider,
            row.getZone()::equals,
            row.getRecordedOn(),
            ReviewDays.moveBy(vehicle, row.getRecordedOn())));
  }

  private Effect check(RecordTierReview command, TierReviewRecord row, Vehicle vehicle) {
    Problems problems = new Problems();
    Revisions.check(command.revision(), row.getRevision(), problems);
    if (row.getRecordedOn() != null) {
      problems.add(
          "ALREADY_RECORDED",
          "input.tierReview",
          "The review was recorded on %s.".formatted(row.getRecordedOn()));
    }
    steps.checkHasCome(command.on(), problems);
    checkPlace(command, reviews.getPlace(row.getPlaceId()), problems);
    Texts.check(problems, "input.finding", command.finding(), Texts.LONGEST_REASON);
    Texts.check(problems, "input.evidence", command.evidence(), Texts.LONGEST_REASON);
    Map<String, Recommendation> known =
        vehicle.tierReviews().stream()
            .filter(review -> review.tier().equals(row.getTier()))
            .findFirst()
            .map(TierReview::recommendations)
            .orElse(Map.of());
    CaseRecords.checkCode(
        "UNKNOWN_RECOMMENDATION",
        "input.recommendation",
        command.recommendation(),
        known.keySet(),
        problems);
    problems.throwIfAny();
    return Objects.requireNonNull(known.get(command.recommendation())).effect();
  }

  private static void checkPlace(RecordTierReview command, PlaceRecord place, Problems problems) {
    boolean ended = place.getValidUntil() != null && !command.on().isBefore(place.getValidUntil());
    if (ended || command.on().isBefore(place.getValidFrom())) {
      problems.add(
          "PLACE_NOT_HELD",
          "input.on",
          command.on(),
          "a day on which the place was held",
          "The provider %s did not hold the place on %s."
              .formatted(place.getProviderReference(), command.on()));
    }
  }
}
