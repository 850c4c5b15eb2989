package council.framework.store;

import static council.framework.store.generated.Tables.DUE_DILIGENCE;
import static council.platform.store.generated.Tables.CONSORTIUM_MEMBER;
import static council.platform.store.generated.Tables.PROVIDER;

import council.framework.api.DueDiligenceRecords.RecordDueDiligence;
import council.framework.domain.CheckFact;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers to checks, and what the directory knows that stands in for them. */
@Singleton
final class DueDiligenceStore {
  private final DSLContext db;
  private final Clock clock;

  DueDiligenceStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * @param until first day on which it does not hold any more
   */
  UUID insert(
      Actor actor,
      RecordDueDiligence command,
      UUID provider,
      boolean passed,
      @Nullable LocalDate until) {
    UUID id = Ids.next();
    db.insertInto(DUE_DILIGENCE)
        .set(DUE_DILIGENCE.ID, id)
        .set(DUE_DILIGENCE.VEHICLE, command.vehicle())
        .set(DUE_DILIGENCE.PROVIDER_ID, provider)
        .set(DUE_DILIGENCE.PROVIDER_REFERENCE, command.provider())
        .set(DUE_DILIGENCE.CHECK_CODE, command.check())
        .set(DUE_DILIGENCE.ANSWER, command.answer())
        .set(DUE_DILIGENCE.PASSED, passed)
        .set(DUE_DILIGENCE.CHECKED_ON, command.on())
        .set(DUE_DILIGENCE.VALID_UNTIL, until)
        .set(DUE_DILIGENCE.EVIDENCE, command.evidence())
        .set(DUE_DILIGENCE.RECORDED_BY, actor.label())
        .set(DUE_DILIGENCE.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  /**
   * The answer to each check of each provider that counts on a day.
   *
   * @param before what was recorded after this id is left out; absent where everything counts
   */
  List<CheckFact> listLatest(
      String vehicle, Collection<String> checks, LocalDate day, @Nullable UUID before) {
    return db.select()
        .distinctOn(DUE_DILIGENCE.CHECK_CODE, DUE_DILIGENCE.PROVIDER_ID)
        .from(DUE_DILIGENCE)
        .where(DUE_DILIGENCE.VEHICLE.eq(vehicle))
        .and(DUE_DILIGENCE.CHECK_CODE.in(checks))
        .and(DUE_DILIGENCE.CHECKED_ON.le(day))
        .and(before == null ? DSL.noCondition() : DUE_DILIGENCE.ID.lt(before))
        .orderBy(
            DUE_DILIGENCE.CHECK_CODE,
            DUE_DILIGENCE.PROVIDER_ID,
            DUE_DILIGENCE.CHECKED_ON.desc(),
            DUE_DILIGENCE.ID.desc())
        .fetch(r ->
            new CheckFact(
                r.get(DUE_DILIGENCE.PROVIDER_REFERENCE),
                r.get(DUE_DILIGENCE.CHECK_CODE),
                r.get(DUE_DILIGENCE.ANSWER),
                r.get(DUE_DILIGENCE.PASSED),
                r.get(DUE_DILIGENCE.CHECKED_ON),
                r.get(DUE_DILIGENCE.VALID_UNTIL)));
  }

  /** A rating of the directory. */
  record Rated(String provider, String rating, @Nullable LocalDate on) {}

  List<Rated> listRatings() {
    return db.select(PROVIDER.REFERENCE, PROVIDER.CQC_RATING, PROVIDER.CQC_RATING_DATE)
        .from(PROVIDER)
        .where(PROVIDER.CQC_RATING.isNotNull())
        .orderBy(PROVIDER.REFERENCE)
        .fetch(r ->
            new Rated(
                r.get(PROVIDER.REFERENCE),
                r.get(PROVIDER.CQC_RATING),
                r.get(PROVIDER.CQC_RATING_DATE)));
  }

  /** References of the members of each consortium, by its own. */
  Map<String, List<String>> listConsortia() {
    var consortium = PROVIDER.as("consortium");
    var member = PROVIDER.as("member");
    return db.select(consortium.REFERENCE, member.REFERENCE)
        .from(CONSORTIUM_MEMBER)
        .join(consortium)
        .on(consortium.ID.eq(CONSORTIUM_MEMBER.CONSORTIUM_ID))
        .join(member)
        .on(member.ID.eq(CONSORTIUM_MEMBER.MEMBER_ID))
        .orderBy(consortium.REFERENCE, member.REFERENCE)
        .fetchGroups(consortium.REFERENCE, member.REFERENCE);
  }
}
