package council.framework.store;

import static council.framework.store.generated.Tables.ANSWER;
import static council.framework.store.generated.Tables.EVALUATOR_SCORE;
import static council.framework.store.generated.Tables.MODERATION;
import static council.framework.store.generated.Tables.SCORE;

import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.AnswerRecord;
import council.framework.store.generated.tables.records.EvaluatorRecord;
import council.framework.store.generated.tables.records.EvaluatorScoreRecord;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The answers of a round that people score, what each of them gave, and what was agreed. */
@Singleton
final class AnswerStore {
  static final String OPEN = "OPEN";
  static final String SCORED = "SCORED";
  static final String AGREED = "AGREED";

  private final DSLContext db;
  private final Clock clock;

  AnswerStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  private record Asked(ApplicationFact application, Criterion criterion, @Nullable String zone) {}

  /** One for each criterion that people score, and for each zone where it has a score for each. */
  void insert(
      Round round,
      Vehicle vehicle,
      List<ApplicationFact> facts,
      Map<String, UUID> applications,
      Map<String, UUID> providers) {
    var now = clock.instant();
    Bulk.insert(
        db,
        ANSWER,
        asked(vehicle, facts),
        (row, asked) -> {
          row.setId(Ids.next());
          row.setRoundId(round.id());
          row.setRoundReference(round.reference());
          row.setApplicationId(applications.get(asked.application().provider()));
          row.setProviderId(providers.get(asked.application().provider()));
          row.setProviderReference(asked.application().provider());
          row.setCriterion(asked.criterion().code());
          row.setZone(asked.zone());
          row.setCreatedAt(now);
        });
  }

  private static List<Asked> asked(Vehicle vehicle, List<ApplicationFact> applications) {
    List<Asked> asked = new ArrayList<>();
    for (ApplicationFact application : applications) {
      for (Criterion criterion : vehicle.criteria().stream().filter(Criterion::isScored).toList()) {
        if (criterion.scope() == CriterionScope.ZONE) {
          application.zones().forEach(zone -> asked.add(new Asked(application, criterion, zone)));
        } else if (!application.zones().isEmpty()) {
          asked.add(new Asked(application, criterion, null));
        }
      }
    }
    return asked;
  }

  boolean anyScored(UUID round) {
    return db.fetchExists(
        db.selectOne()
            .from(EVALUATOR_SCORE)
            .join(ANSWER)
            .on(ANSWER.ID.eq(EVALUATOR_SCORE.ANSWER_ID))
            .where(ANSWER.ROUND_ID.eq(round)));
  }

  Optional<AnswerRecord> find(UUID id) {
    return db.selectFrom(ANSWER).where(ANSWER.ID.eq(id)).fetchOptional();
  }

  Optional<AnswerRecord> findLocked(UUID id) {
    return db.selectFrom(ANSWER).where(ANSWER.ID.eq(id)).forUpdate().fetchOptional();
  }

  /** Those of a round without an agreed score, in order. */
  List<AnswerRecord> listMissing(UUID round, int limit) {
    return db.selectFrom(ANSWER)
        .where(ANSWER.ROUND_ID.eq(round))
        .and(ANSWER.STATUS.ne(AGREED))
        .orderBy(ANSWER.PROVIDER_REFERENCE, ANSWER.CRITERION, ANSWER.ZONE, ANSWER.ID)
        .limit(limit)
        .fetch();
  }

  int countMissing(UUID round) {
    return db.fetchCount(ANSWER, ANSWER.ROUND_ID.eq(round).and(ANSWER.STATUS.ne(AGREED)));
  }

  Optional<EvaluatorScoreRecord> findScore(UUID answer, UUID evaluator) {
    return db.selectFrom(EVALUATOR_SCORE)
        .where(EVALUATOR_SCORE.ANSWER_ID.eq(answer))
        .and(EVALUATOR_SCORE.EVALUATOR_ID.eq(evaluator))
        .fetchOptional();
  }

  boolean hasScored(UUID answer, UUID principal) {
    return db.fetchExists(
        EVALUATOR_SCORE,
        EVALUATOR_SCORE.ANSWER_ID.eq(answer).and(EVALUATOR_SCORE.PRINCIPAL_ID.eq(principal)));
  }

  UUID insertScore(UUID answer, EvaluatorRecord evaluator, BigDecimal score, String comment) {
    UUID id = Ids.next();
    db.insertInto(EVALUATOR_SCORE)
        .set(EVALUATOR_SCORE.ID, id)
        .set(EVALUATOR_SCORE.ANSWER_ID, answer)
        .set(EVALUATOR_SCORE.EVALUATOR_ID, evaluator.getId())
        .set(EVALUATOR_SCORE.PRINCIPAL_ID, evaluator.getPrincipalId())
        .set(EVALUATOR_SCORE.LABEL, evaluator.getLabel())
        .set(EVALUATOR_SCORE.SCORE, score)
        .set(EVALUATOR_SCORE.COMMENT, comment)
        .set(EVALUATOR_SCORE.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  void updateScore(EvaluatorScoreRecord row, BigDecimal score, String comment) {
    db.update(EVALUATOR_SCORE)
        .set(EVALUATOR_SCORE.SCORE, score)
        .set(EVALUATOR_SCORE.COMMENT, comment)
        .set(EVALUATOR_SCORE.SET_ASIDE, false)
        .set(EVALUATOR_SCORE.REVISION, row.getRevision() + 1)
        .where(EVALUATOR_SCORE.ID.eq(row.getId()))
        .execute();
  }

  /**
   * Sets aside what somebody gave to these providers.
   *
   * @return ids of the answers, in order
   */
  List<UUID> setAside(UUID evaluator, List<String> providers) {
    List<UUID> answers =
        db.select(ANSWER.ID)
            .from(ANSWER)
            .join(EVALUATOR_SCORE)
            .on(EVALUATOR_SCORE.ANSWER_ID.eq(ANSWER.ID))
            .where(EVALUATOR_SCORE.EVALUATOR_ID.eq(evaluator))
            .and(EVALUATOR_SCORE.SET_ASIDE.isFalse())
            .and(ANSWER.PROVIDER_REFERENCE.in(providers))
            .orderBy(ANSWER.ID)
            .fetch(ANSWER.ID);
    db.update(EVALUATOR_SCORE)
        .set(EVALUATOR_SCORE.SET_ASIDE, true)
        .set(EVALUATOR_SCORE.REVISION, EVALUATOR_SCORE.REVISION.add(1))
        .where(EVALUATOR_SCORE.EVALUATOR_ID.eq(evaluator))
        .and(EVALUATOR_SCORE.ANSWER_ID.in(answers))
        .execute();
    return answers;
  }

  /** What counts of an answer's scores. */
  List<BigDecimal> listCounting(UUID answer) {
    return db.select(EVALUATOR_SCORE.SCORE)
        .from(EVALUATOR_SCORE)
        .where(EVALUATOR_SCORE.ANSWER_ID.eq(answer))
        .and(EVALUATOR_SCORE.SET_ASIDE.isFalse())
        .orderBy(EVALUATOR_SCORE.ID)
        .fetch(EVALUATOR_SCORE.SCORE);
  }

  void insertModeration(
      Actor actor, UUID answer, BigDecimal score, String rationale, @Nullable String fewerBecause) {
    db.insertInto(MODERATION)
        .set(MODERATION.ID, Ids.next())
        .set(MODERATION.ANSWER_ID, answer)
        .set(MODERATION.SCORE, score)
        .set(MODERATION.RATIONALE, rationale)
        .set(MODERATION.FEWER_BECAUSE, fewerBecause)
        .set(MODERATION.MODERATOR_LABEL, actor.label())
        .set(MODERATION.MODERATED_AT, clock.instant())
        .execute();
  }

  /** Keeps what is so of an answer by now; with an agreed score it is ranked by that. */
  void update(AnswerRecord row) {
    db.update(ANSWER)
        .set(ANSWER.STATUS, row.getStatus())
        .set(ANSWER.SCORE_COUNT, row.getScoreCount())
        .set(ANSWER.LOWEST, row.getLowest())
        .set(ANSWER.HIGHEST, row.getHighest())
        .set(ANSWER.AGREED_SCORE, row.getAgreedScore())
        .set(ANSWER.REVISION, row.getRevision() + 1)
        .where(ANSWER.ID.eq(row.getId()))
        .execute();
    db.update(EVALUATOR_SCORE)
        .set(EVALUATOR_SCORE.SHOWN, row.getAgreedScore() != null)
        .where(EVALUATOR_SCORE.ANSWER_ID.eq(row.getId()))
        .and(EVALUATOR_SCORE.SHOWN.ne(row.getAgreedScore() != null))
        .execute();
    rank(row);
  }

  private void rank(AnswerRecord row) {
    db.deleteFrom(SCORE).where(SCORE.ANSWER_ID.eq(row.getId())).execute();
    if (row.getAgreedScore() != null) {
      db.insertInto(SCORE)
          .set(SCORE.ID, Ids.next())
          .set(SCORE.APPLICATION_ID, row.getApplicationId())
          .set(SCORE.PROVIDER_ID, row.getProviderId())
          .set(SCORE.CRITERION, row.getCriterion())
          .set(SCORE.ZONE, row.getZone())
          .set(SCORE.SCORE_, row.getAgreedScore())
          .set(SCORE.ANSWER_ID, row.getId())
          .execute();
    }
  }
}
