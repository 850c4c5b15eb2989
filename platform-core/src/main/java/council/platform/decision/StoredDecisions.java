package council.platform.decision;

import static council.platform.store.generated.Tables.DECISION;

import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.json.CanonicalJson;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import council.platform.problem.Refused;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import council.platform.store.generated.tables.records.DecisionRecord;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Keeps decisions in the database, in the current transaction. */
@Singleton
final class StoredDecisions implements Decisions {
  private final DSLContext db;
  private final Clock clock;
  private final DecisionEngines engines;
  private final BeanProvider<Schemes> schemes;

  /** Schemes come late: whoever keeps them may itself need decisions. */
  StoredDecisions(
      DSLContext db, Clock clock, DecisionEngines engines, BeanProvider<Schemes> schemes) {
    this.db = db;
    this.clock = clock;
    this.engines = engines;
    this.schemes = schemes;
  }

  @Override
  public <S, F, R> Recorded<R> decide(
      Actor actor,
      DecisionEngine<S, F, R> engine,
      SchemeVersion scheme,
      F facts,
      String subjectType,
      UUID subjectId,
      @Nullable UUID providerId) {
    String canonical = CanonicalJson.text(facts);
    Decided<R> decided = run(engine, scheme, canonical);
    DecisionRecord row = newRow(actor, decided);
    new Question(
            engine.kind(),
            subjectType,
            subjectId,
            providerId,
            scheme.id(),
            scheme.contentHash(),
            canonical)
        .writeTo(row);
    return keep(row, decided);
  }

  @Override
  public <R> Recorded<R> override(Actor actor, UUID decisionId, R result, String reason) {
    if (reason.isBlank()) {
      throw new Refused("REASON_REQUIRED", "reason", "Expected a reason, but it is blank.");
    }
    DecisionRecord old = getRow(decisionId);
    Class<?> type = engines.getEngine(old.getKind()).resultType();
    if (!type.isInstance(result)) {
      throw new IllegalArgumentException(
          "Expected a result of " + type + ", but it is of " + result.getClass());
    }
    Decided<R> decided = new Decided<>(result, List.of(overridden(decisionId, reason)));
    DecisionRecord row = newRow(actor, decided);
    Question.of(old).writeTo(row);
    row.setOverrideOf(decisionId);
    row.setOverrideReason(reason);
    return keep(row, decided);
  }

  @Override
  public Optional<Kept> findKept(UUID decisionId) {
    return db.selectFrom(DECISION)
        .where(DECISION.ID.eq(decisionId))
        .fetchOptional(row -> new Kept(row.getKind(), row.getFacts(), row.getResult()));
  }

  @Override
  public <R> R getResult(UUID decisionId, Class<R> type) {
    return CanonicalJson.read(getRow(decisionId).getResult(), type);
  }

  @Override
  public Replay replay(UUID decisionId) {
    DecisionRecord kept = getRow(decisionId);
    if (kept.getOverrideOf() != null) {
      throw new PlatformException(
          ErrorCode.BAD_REQUEST, "A person made this decision: it cannot be run again.");
    }
    SchemeVersion scheme = schemes.get().getVersion(kept.getSchemeVersionId());
    Outcome now = Outcome.of(run(engines.getEngine(kept.getKind()), scheme, kept.getFacts()));
    boolean identical =
        now.equals(new Outcome(kept.getResult(), kept.getReasons()))
            && now.sha256().equals(kept.getOutcomeSha256())
            && CanonicalJson.sha256HexOf(kept.getFacts()).equals(kept.getFactsSha256())
            && scheme.contentHash().equals(kept.getSchemeHash());
    return new Replay(decisionId, identical, kept.getOutcomeSha256(), now.sha256());
  }

  private static <S, F, R> Decided<R> run(
      DecisionEngine<S, F, R> engine, SchemeVersion scheme, String canonicalFacts) {
    S section = scheme.getSection(engine.sectionType());
    return engine.decide(section, Outcome.throughCanonical(canonicalFacts, engine.factsType()));
  }

  private static Reason overridden(UUID decisionId, String reason) {
    return Reason.of(
        "aPersonDecidedOtherwise",
        "",
        Reason.Verdict.NOTED,
        Map.of("decision", decisionId.toString(), "reason", reason));
  }

  private DecisionRecord newRow(Actor actor, Decided<?> decided) {
    Outcome outcome = Outcome.of(decided);
    DecisionRecord row = new DecisionRecord();
    row.setTenantId(actor.tenant());
    row.setId(Ids.next());
    row.setDecidedAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
    row.setDecidedById(actor.principalId());
    row.setDecidedBy(actor.label());
    row.setResult(outcome.result());
    row.setReasons(outcome.reasons());
    row.setOutcomeSha256(outcome.sha256());
    return row;
  }

  private <R> Recorded<R> keep(DecisionRecord row, Decided<R> decided) {
    db.insertInto(DECISION).set(row).execute();
    return new Recorded<>(row.getId(), decided);
  }

  private DecisionRecord getRow(UUID decisionId) {
    return db.selectFrom(DECISION)
        .where(DECISION.ID.eq(decisionId))
        .fetchOptional()
        .orElseThrow(
            () -> new PlatformException(ErrorCode.NOT_FOUND, "There is no such decision."));
  }
}
