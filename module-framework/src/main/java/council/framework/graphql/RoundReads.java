package council.framework.graphql;

import static council.framework.store.generated.Tables.ALLOCATION;
import static council.framework.store.generated.Tables.APPLICATION;
import static council.framework.store.generated.Tables.APPLICATION_OFFER;
import static council.framework.store.generated.Tables.OUTCOME;
import static council.framework.store.generated.Tables.ROUND;
import static council.framework.store.generated.Tables.SCORE;
import static council.framework.store.generated.Tables.SCORING_PROGRESS;
import static council.graphql.spi.ReadType.OrderKey.asc;

import council.framework.api.RoundActions;
import council.graphql.spi.Contributions;
import council.graphql.spi.ReadType.Row;
import council.graphql.spi.Reasons;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rounds, applications, scores and what came of them. */
@Singleton
final class RoundReads implements ApiPart {
  private static final String KIND = "framework.allocation";
  private final RoundActions actions;
  private final Reasons reasons;

  RoundReads(RoundActions actions, Reasons reasons) {
    this.actions = actions;
    this.reasons = reasons;
  }

  @Override
  public void declare(Contributions c) {
    declareRound(c);
    declareApplication(c);
    declareScore(c);
    declareOutcome(c);
    declareAllocation(c);
    c.rootConnection("evaluationRounds", "EvaluationRound");
    c.rootById("evaluationRound", "EvaluationRound");
    c.rootConnection("applications", "Application");
    c.rootConnection("providerOutcomes", "ProviderOutcome");
    c.rootConnection("allocations", "Allocation");
  }

  private void declareRound(Contributions c) {
    c.read("EvaluationRound", ROUND)
        .column("reference", ROUND.REFERENCE)
        .column("vehicle", ROUND.VEHICLE)
        .column("title", ROUND.TITLE)
        .column("status", ROUND.STATUS)
        .column("schemeVersionId", ROUND.SCHEME_VERSION_ID)
        .column("admission", ROUND.ADMISSION)
        .column("frameworkStart", ROUND.FRAMEWORK_START)
        .column("frameworkEnd", ROUND.FRAMEWORK_END)
        .column("standstillFrom", ROUND.STANDSTILL_FROM)
        .column("standstillUntil", ROUND.STANDSTILL_UNTIL)
        .column("awardedOn", ROUND.AWARDED_ON)
        .computed("cancelledBecause", List.of(ROUND.CANCELLED_BECAUSE), RoundReads::whyCancelled)
        .column("revision", ROUND.REVISION)
        .one("decision", "Decision", ROUND.DECISION_ID)
        .computed("allowedActions", List.of(ROUND.STATUS), this::allowedActions)
        .many("applications", "Application", APPLICATION.ROUND_ID)
        .oneBack("scoringProgress", "ScoringProgress", SCORING_PROGRESS.ROUND_ID)
        .many("outcomes", "ProviderOutcome", OUTCOME.ROUND_ID)
        .many("allocation", "Allocation", ALLOCATION.ROUND_ID)
        .filter("vehicle", ROUND.VEHICLE)
        .filter("reference", ROUND.REFERENCE)
        .filter("status", ROUND.STATUS)
        .order("REFERENCE_ASC", List.of(asc(ROUND.REFERENCE)));
  }

  /** The council's own words, which are not meant for the providers. */
  private static @Nullable Object whyCancelled(Row row, Actor actor) {
    return actor.isProviderBound() ? null : row.get(ROUND.CANCELLED_BECAUSE);
  }

  private Object allowedActions(Row row, Actor actor) {
    return actions.list(Objects.requireNonNull(row.get(ROUND.STATUS)), actor);
  }

  private static void declareApplication(Contributions c) {
    c.read("Application", APPLICATION)
        .one("round", "EvaluationRound", APPLICATION.ROUND_ID)
        .one("provider", "Provider", APPLICATION.PROVIDER_ID)
        .column("submittedAt", APPLICATION.SUBMITTED_AT)
        .column("areaPreference", APPLICATION.AREA_PREFERENCE)
        .column("zones", APPLICATION.ZONES)
        .many("scores", "Score", SCORE.APPLICATION_ID)
        .list("offers", "PriceOffer", APPLICATION_OFFER.APPLICATION_ID)
        .oneBack("outcome", "ProviderOutcome", OUTCOME.APPLICATION_ID)
        .filter("provider", APPLICATION.PROVIDER_REFERENCE)
        .order("PROVIDER_ASC", List.of(asc(APPLICATION.PROVIDER_REFERENCE)));
  }

  private static void declareScore(Contributions c) {
    c.read("Score", SCORE)
        .column("criterion", SCORE.CRITERION)
        .column("zone", SCORE.ZONE)
        .column("score", SCORE.SCORE_)
        .order("CRITERION_ASC", List.of(asc(SCORE.CRITERION), asc(SCORE.ZONE)));
  }

  private void declareOutcome(Contributions c) {
    c.read("ProviderOutcome", OUTCOME)
        .one("round", "EvaluationRound", OUTCOME.ROUND_ID)
        .one("provider", "Provider", OUTCOME.PROVIDER_ID)
        .one("application", "Application", OUTCOME.APPLICATION_ID)
        .column("result", OUTCOME.RESULT)
        .computed("reasons", List.of(OUTCOME.REASONS), (row, actor) -> reasonsOf(row))
        .many("allocation", "Allocation", ALLOCATION.OUTCOME_ID)
        .filter("provider", OUTCOME.PROVIDER_REFERENCE)
        .filter("result", OUTCOME.RESULT)
        .order("PROVIDER_ASC", List.of(asc(OUTCOME.PROVIDER_REFERENCE)));
  }

  private Object reasonsOf(Row row) {
    return reasons.tell(KIND, Objects.requireNonNull(row.get(OUTCOME.REASONS)));
  }

  private static Condition ofRoundWithStatus(Table<?> allocation, Object status) {
    var round = ROUND.as("of_round");
    return DSL.exists(
        DSL.selectOne()
            .from(round)
            .where(round.ID.eq(allocation.field(ALLOCATION.ROUND_ID)))
            .and(round.STATUS.eq(String.valueOf(status))));
  }

  private static void declareAllocation(Contributions c) {
    c.read("Allocation", ALLOCATION)
        .one("round", "EvaluationRound", ALLOCATION.ROUND_ID)
        .one("provider", "Provider", ALLOCATION.PROVIDER_ID)
        .one("outcome", "ProviderOutcome", ALLOCATION.OUTCOME_ID)
        .column("zone", ALLOCATION.ZONE)
        .column("tier", ALLOCATION.TIER)
        .column("rank", ALLOCATION.RANK)
        .column("score", ALLOCATION.SCORE)
        .filter("round", ALLOCATION.ROUND_REFERENCE)
        .filter("roundStatus", RoundReads::ofRoundWithStatus)
        .filter("zone", ALLOCATION.ZONE)
        .filter("tier", ALLOCATION.TIER)
        .order("LINE_ASC", List.of(asc(ALLOCATION.ROUND_REFERENCE), asc(ALLOCATION.LINE)));
  }
}
