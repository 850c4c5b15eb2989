package council.framework.graphql;

import static council.framework.store.generated.Tables.ANSWER;
import static council.framework.store.generated.Tables.APPLICATION_OFFER;
import static council.framework.store.generated.Tables.EVALUATOR;
import static council.framework.store.generated.Tables.EVALUATOR_SCORE;
import static council.framework.store.generated.Tables.INTEREST_DECLARATION;
import static council.framework.store.generated.Tables.MODERATION;
import static council.framework.store.generated.Tables.SCORING_PROGRESS;
import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;

import council.graphql.spi.Contributions;
import council.graphql.spi.ReadType.Row;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers, who scores them, what they gave and what was agreed; prices that were offered. */
@Singleton
final class EvaluationReads implements ApiPart {
  private static final String MODERATE = "framework.evaluation.moderate";
  private static final String APPOINT = "framework.evaluation.appoint";

  @Override
  public void declare(Contributions c) {
    declareAnswer(c);
    declareScore(c);
    declareModeration(c);
    declareEvaluator(c);
    declareDeclaration(c);
    c.read("ScoringProgress", SCORING_PROGRESS)
        .column("answers", SCORING_PROGRESS.ANSWERS)
        .column("scored", SCORING_PROGRESS.SCORED)
        .column("moderated", SCORING_PROGRESS.AGREED);
    c.read("PriceOffer", APPLICATION_OFFER)
        .column("zone", APPLICATION_OFFER.ZONE)
        .column("price", APPLICATION_OFFER.PRICE)
        .column("marketSharePercent", APPLICATION_OFFER.MARKET_SHARE_PERCENT)
        .order("ZONE_ASC", List.of(asc(APPLICATION_OFFER.ZONE)));
    c.rootConnection("evaluationAnswers", "EvaluationAnswer");
    c.rootConnection("evaluators", "Evaluator");
  }

  private static void declareAnswer(Contributions c) {
    c.read("EvaluationAnswer", ANSWER)
        .one("round", "EvaluationRound", ANSWER.ROUND_ID)
        .one("application", "Application", ANSWER.APPLICATION_ID)
        .one("provider", "Provider", ANSWER.PROVIDER_ID)
        .column("criterion", ANSWER.CRITERION)
        .column("zone", ANSWER.ZONE)
        .column("status", ANSWER.STATUS)
        .column("scoreCount", ANSWER.SCORE_COUNT)
        .column("agreedScore", ANSWER.AGREED_SCORE)
        .computed("spread", List.of(ANSWER.LOWEST, ANSWER.HIGHEST), EvaluationReads::spread)
        .column("revision", ANSWER.REVISION)
        .many("scores", "EvaluatorScore", EVALUATOR_SCORE.ANSWER_ID)
        .many("moderations", "Moderation", MODERATION.ANSWER_ID)
        .filter("round", ANSWER.ROUND_REFERENCE)
        .filter("provider", ANSWER.PROVIDER_REFERENCE)
        .filter("criterion", ANSWER.CRITERION)
        .filter("zone", ANSWER.ZONE)
        .filter("status", ANSWER.STATUS)
        .order(
            "PROVIDER_ASC",
            List.of(
                asc(ANSWER.ROUND_REFERENCE),
                asc(ANSWER.PROVIDER_REFERENCE),
                asc(ANSWER.CRITERION),
                asc(ANSWER.ZONE)));
  }

  /** Whoever scores would learn from it what others gave. */
  private static @Nullable Object spread(Row row, Actor actor) {
    BigDecimal lowest = row.get(ANSWER.LOWEST);
    BigDecimal highest = row.get(ANSWER.HIGHEST);
    return lowest == null || highest == null || !actor.may(MODERATE)
        ? null
        : highest.subtract(lowest);
  }

  private static void declareScore(Contributions c) {
    c.read("EvaluatorScore", EVALUATOR_SCORE)
        .one("answer", "EvaluationAnswer", EVALUATOR_SCORE.ANSWER_ID)
        .column("evaluator", EVALUATOR_SCORE.LABEL)
        .computed(
            "mine",
            List.of(EVALUATOR_SCORE.PRINCIPAL_ID),
            (row, actor) -> actor.principalId().equals(row.get(EVALUATOR_SCORE.PRINCIPAL_ID)))
        .computed(
            "score",
            List.of(EVALUATOR_SCORE.SCORE, EVALUATOR_SCORE.PRINCIPAL_ID, EVALUATOR_SCORE.SHOWN),
            (row, actor) -> maySee(row, actor) ? row.get(EVALUATOR_SCORE.SCORE) : null)
        .computed(
            "comment",
            List.of(EVALUATOR_SCORE.COMMENT, EVALUATOR_SCORE.PRINCIPAL_ID, EVALUATOR_SCORE.SHOWN),
            (row, actor) -> maySee(row, actor) ? row.get(EVALUATOR_SCORE.COMMENT) : null)
        .column("setAside", EVALUATOR_SCORE.SET_ASIDE)
        .column("revision", EVALUATOR_SCORE.REVISION)
        .order("EVALUATOR_ASC", List.of(asc(EVALUATOR_SCORE.LABEL)));
  }

  private static boolean maySee(Row row, Actor actor) {
    return Objects.requireNonNull(row.get(EVALUATOR_SCORE.SHOWN))
        || actor.may(MODERATE)
        || actor.principalId().equals(row.get(EVALUATOR_SCORE.PRINCIPAL_ID));
  }

  private static void declareModeration(Contributions c) {
    c.read("Moderation", MODERATION)
        .one("answer", "EvaluationAnswer", MODERATION.ANSWER_ID)
        .column("score", MODERATION.SCORE)
        .column("rationale", MODERATION.RATIONALE)
        .column("fewerBecause", MODERATION.FEWER_BECAUSE)
        .column("moderator", MODERATION.MODERATOR_LABEL)
        .column("at", MODERATION.MODERATED_AT)
        .order("NEWEST_FIRST", List.of(desc(MODERATION.MODERATED_AT)));
  }

  private static void declareEvaluator(Contributions c) {
    c.read("Evaluator", EVALUATOR)
        .one("round", "EvaluationRound", EVALUATOR.ROUND_ID)
        .column("label", EVALUATOR.LABEL)
        .computed(
            "mine",
            List.of(EVALUATOR.PRINCIPAL_ID),
            (row, actor) -> actor.principalId().equals(row.get(EVALUATOR.PRINCIPAL_ID)))
        .column("declaredAt", EVALUATOR.DECLARED_AT)
        .column("conflicts", EVALUATOR.CONFLICTS)
        .column("stoodDownAt", EVALUATOR.STOOD_DOWN_AT)
        .column("revision", EVALUATOR.REVISION)
        .many("declarations", "InterestDeclaration", INTEREST_DECLARATION.EVALUATOR_ID)
        .filter("round", EVALUATOR.ROUND_REFERENCE)
        .order("LABEL_ASC", List.of(asc(EVALUATOR.ROUND_REFERENCE), asc(EVALUATOR.LABEL)));
  }

  private static void declareDeclaration(Contributions c) {
    c.read("InterestDeclaration", INTEREST_DECLARATION)
        .one("evaluator", "Evaluator", INTEREST_DECLARATION.EVALUATOR_ID)
        .column("conflicts", INTEREST_DECLARATION.CONFLICTS)
        .computed(
            "words",
            List.of(INTEREST_DECLARATION.WORDS),
            (row, actor) -> actor.may(APPOINT) ? row.get(INTEREST_DECLARATION.WORDS) : null)
        .column("declaredAt", INTEREST_DECLARATION.DECLARED_AT)
        .order("NEWEST_FIRST", List.of(desc(INTEREST_DECLARATION.DECLARED_AT)));
  }
}
