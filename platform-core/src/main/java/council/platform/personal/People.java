package council.platform.personal;

import static council.platform.store.generated.Tables.PERSON;
import static council.platform.store.generated.Tables.PERSON_HOLD;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import council.platform.problem.TextRule;
import council.platform.store.generated.tables.records.PersonRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The people of the council as pseudonymous references. The audit of what happens here names the
 * person by id alone: its rows are never cleared, so no personal value may stand in them.
 */
@Singleton
public final class People {
  private static final int LONGEST_REFERENCE = 64;
  private static final int LONGEST_REASON = 500;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private final DSLContext db;
  private final Clock clock;
  private final Audit audit;

  People(DSLContext db, Clock clock, Audit audit) {
    this.db = db;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * @param careEndedOn last day of care, where it has ended already
   * @throws Refused with every problem; {@code PERSON_EXISTS} where the reference is taken
   */
  public UUID register(Actor actor, PersonalText reference, @Nullable LocalDate careEndedOn) {
    Problems problems = new Problems();
    checkText(reference, LONGEST_REFERENCE, "input.reference", problems);
    checkDay(careEndedOn, problems);
    problems.throwIfAny();
    UUID id = Ids.next();
    int inserted =
        db.insertInto(PERSON)
            .set(PERSON.TENANT_ID, actor.tenant())
            .set(PERSON.ID, id)
            .set(PERSON.REFERENCE, reference.reveal())
            .set(PERSON.CARE_ENDED_ON, careEndedOn)
            .onConflictDoNothing()
            .execute();
    if (inserted == 0) {
      throw new Refused(
          "PERSON_EXISTS", "input.reference", "There is a person with this reference already.");
    }
    record(actor, id, "PersonRegistered", null, careOf(careEndedOn));
    return id;
  }

  public Optional<UUID> findByReference(PersonalText reference) {
    return db.select(PERSON.ID)
        .from(PERSON)
        .where(PERSON.REFERENCE.eq(reference.reveal()))
        .fetchOptional(PERSON.ID);
  }

  /** Says on which day care ended, or with no day that it goes on. */
  public void setCareEnd(Actor actor, UUID id, int revision, @Nullable LocalDate careEndedOn) {
    Problems problems = new Problems();
    checkDay(careEndedOn, problems);
    problems.throwIfAny();
    PersonRecord row = lock(id, revision);
    Map<String, Object> before = careOf(row.getCareEndedOn());
    row.setCareEndedOn(careEndedOn);
    update(row);
    record(
        actor,
        id,
        careEndedOn == null ? "PersonCareResumed" : "PersonCareEnded",
        before,
        careOf(careEndedOn));
  }

  /** Keeps the person's values whatever their time, until the hold is released. */
  public void placeHold(Actor actor, UUID id, int revision, PersonalText reason) {
    Problems problems = new Problems();
    checkText(reason, LONGEST_REASON, "input.reason", problems);
    problems.throwIfAny();
    PersonRecord row = lock(id, revision);
    UUID hold = Ids.next();
    int inserted =
        db.insertInto(PERSON_HOLD)
            .set(PERSON_HOLD.TENANT_ID, actor.tenant())
            .set(PERSON_HOLD.ID, hold)
            .set(PERSON_HOLD.PERSON_ID, id)
            .set(PERSON_HOLD.REASON, reason.reveal())
            .set(PERSON_HOLD.PLACED_AT, now())
            .set(PERSON_HOLD.PLACED_BY, actor.label())
            .onConflictDoNothing()
            .execute();
    if (inserted == 0) {
      throw new Refused("ALREADY_HELD", "input.id", "The person's data are held already.");
    }
    update(row);
    record(actor, id, "PersonHeld", null, Map.of("holdId", hold.toString()));
  }

  public void releaseHold(Actor actor, UUID id, int revision) {
    PersonRecord row = lock(id, revision);
    UUID hold =
        db.update(PERSON_HOLD)
            .set(PERSON_HOLD.RELEASED_AT, now())
            .set(PERSON_HOLD.RELEASED_BY, actor.label())
            .where(PERSON_HOLD.PERSON_ID.eq(id))
            .and(PERSON_HOLD.RELEASED_AT.isNull())
            .returningResult(PERSON_HOLD.ID)
            .fetchOptional(PERSON_HOLD.ID)
            .orElseThrow(
                () -> new Refused("NOT_HELD", "input.id", "The person's data are not held."));
    update(row);
    record(actor, id, "PersonHoldReleased", Map.of("holdId", hold.toString()), null);
  }

  private PersonRecord lock(UUID id, int revision) {
    PersonRecord row =
        db.selectFrom(PERSON)
            .where(PERSON.ID.eq(id))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(
                () -> new Refused("UNKNOWN_PERSON", "input.id", "The council has no such person."));
    Revisions.check(revision, row.getRevision());
    if (row.getPseudonymisedAt() != null) {
      throw new Refused(
          "PSEUDONYMISED", "input.id", "The person's values are gone: nothing can be changed.");
    }
    return row;
  }

  private void update(PersonRecord row) {
    row.setRevision(row.getRevision() + 1);
    db.executeUpdate(row);
  }

  private void record(
      Actor actor,
      UUID id,
      String action,
      @Nullable Map<String, Object> before,
      @Nullable Map<String, Object> after) {
    audit.record(actor, new Change("Person", id, action, before, after, null, null));
  }

  private static Map<String, Object> careOf(@Nullable LocalDate endedOn) {
    Map<String, Object> care = new HashMap<>();
    if (endedOn != null) {
      care.put("careEndedOn", endedOn.toString());
    }
    return care;
  }

  private static void checkText(PersonalText text, int longest, String path, Problems problems) {
    TextRule.findFault(text.reveal(), longest)
        .ifPresent(fault ->
            problems.add(
                new Problem(
                    "BAD_TEXT", path, "The text " + fault + ".", PersonalText.HIDDEN, null)));
  }

  private void checkDay(@Nullable LocalDate day, Problems problems) {
    LocalDate today = LocalDate.now(clock);
    if (day != null && (day.isBefore(EARLIEST) || day.isAfter(today))) {
      problems.add(
          "BAD_DATE",
          "input.careEndedOn",
          day,
          "a day from %s to %s".formatted(EARLIEST, today),
          "Care ends on a day that has come.");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
