package council.framework.store;

import static council.framework.store.generated.Tables.ROUND;

import council.framework.FrameworkModule;
import council.framework.domain.RoundFacts;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.domain.RoundResult;
import council.framework.round.RoundReader;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.decision.DecisionEngine;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeView;
import council.platform.simulation.LiveFacts;
import council.platform.simulation.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rounds that were evaluated, by reference: how would their places be given out? */
@Singleton
final class LiveRounds implements LiveFacts<FrameworkSection, RoundFacts, RoundResult> {
  private static final List<String> EVALUATED =
      List.of(RoundLifecycle.PROPOSED, RoundLifecycle.STANDSTILL, RoundLifecycle.AWARDED);

  private final DSLContext db;
  private final RoundStore rounds;
  private final SubmissionStore submissions;
  private final PlaceStore places;
  private final CheckFacts checks;

  LiveRounds(
      DSLContext db,
      RoundStore rounds,
      SubmissionStore submissions,
      PlaceStore places,
      CheckFacts checks) {
    this.db = db;
    this.rounds = rounds;
    this.submissions = submissions;
    this.places = places;
    this.checks = checks;
  }

  @Override
  public DecisionEngine<FrameworkSection, RoundFacts, RoundResult> engine() {
    return FrameworkModule.ALLOCATE_ROUND;
  }

  @Override
  public List<Case> listCases(
      Span span, SchemeView before, SchemeView after, @Nullable String seen, int limit) {
    return db.select(ROUND.REFERENCE, ROUND.TITLE)
        .from(ROUND)
        .where(evaluatedWithin(span))
        .and(seen == null ? DSL.noCondition() : ROUND.REFERENCE.gt(seen))
        .orderBy(ROUND.REFERENCE)
        .limit(limit)
        .fetch(r ->
            new Case(
                r.get(ROUND.REFERENCE),
                "%s: %s".formatted(r.get(ROUND.REFERENCE), r.get(ROUND.TITLE))));
  }

  @Override
  public long countCases(Span span, SchemeView before, SchemeView after) {
    return db.fetchCount(ROUND, evaluatedWithin(span));
  }

  private static Condition evaluatedWithin(Span span) {
    return ROUND
        .STATUS
        .in(EVALUATED)
        .and(ROUND.FRAMEWORK_START.le(span.to()))
        .and(ROUND.FRAMEWORK_END.isNull().or(ROUND.FRAMEWORK_END.ge(span.from())));
  }

  @Override
  public Optional<RoundFacts> findFacts(Case which, SchemeView scheme) {
    return rounds
        .findByReference(which.key())
        .flatMap(round ->
            scheme
                .findSection(FrameworkSection.class)
                .flatMap(section -> section.findVehicle(round.vehicle()))
                .map(vehicle -> facts(round, vehicle, scheme)));
  }

  private RoundFacts facts(Round round, Vehicle vehicle, SchemeView scheme) {
    List<ZoneFact> zones =
        scheme
            .findSection(GeographySection.class)
            .map(geography -> RoundReader.zonesOf(vehicle, geography))
            .orElse(List.of());
    var held = vehicle.isOpenList() ? places.listHeld(round) : null;
    var asked = checks.ofRound(round, vehicle, submissions.applicationIds(round.id()).keySet());
    return AsIfSubmitted.to(vehicle, submissions.factsOf(round, zones, held, asked));
  }
}
