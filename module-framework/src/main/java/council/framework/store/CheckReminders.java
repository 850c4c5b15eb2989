package council.framework.store;

import static council.framework.store.generated.Tables.DUE_DILIGENCE;
import static council.framework.store.generated.Tables.DUE_DILIGENCE_REMINDER;

import council.framework.scheme.DueDiligence;
import council.framework.scheme.FrameworkSection;
import council.framework.store.generated.tables.records.DueDiligenceRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Tells of passes that end, by an entry of the audit and so by an event: once for each number of
 * days before the end that the scheme in force names. Days on which nobody looked are made up for.
 */
@Singleton
final class CheckReminders {
  private static final int AT_ONCE = 200;
  private final DSLContext db;
  private final Schemes schemes;
  private final Audit audit;
  private final Clock clock;

  CheckReminders(DSLContext db, Schemes schemes, Audit audit, Clock clock) {
    this.db = db;
    this.schemes = schemes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the audit keeps.
   *
   * @param until last day on which the pass holds
   */
  private record Ending(
      String vehicle, String provider, String check, LocalDate until, int daysBefore) {}

  private record Due(DueDiligenceRecord record, int daysBefore) {}

  /**
   * Tells of some that nobody was told of yet.
   *
   * @return whether there may be more
   */
  boolean remind(Actor actor) {
    LocalDate today = LocalDate.now(clock);
    List<Due> due = listDue(today);
    for (Due one : due) {
      db.insertInto(DUE_DILIGENCE_REMINDER)
          .set(DUE_DILIGENCE_REMINDER.ID, Ids.next())
          .set(DUE_DILIGENCE_REMINDER.DUE_DILIGENCE_ID, one.record().getId())
          .set(DUE_DILIGENCE_REMINDER.DAYS_BEFORE, one.daysBefore())
          .set(DUE_DILIGENCE_REMINDER.REMINDED_AT, clock.instant())
          .execute();
    }
    audit.recordAll(actor, due.stream().map(CheckReminders::told).toList());
    return due.size() == AT_ONCE;
  }

  private static Change told(Due due) {
    DueDiligenceRecord row = due.record();
    LocalDate until = Objects.requireNonNull(row.getValidUntil()).minusDays(1);
    return new Change(
        "DueDiligenceRecord",
        row.getId(),
        "CheckEndAnnounced",
        null,
        new Ending(
            row.getVehicle(),
            row.getProviderReference(),
            row.getCheckCode(),
            until,
            due.daysBefore()),
        null,
        row.getProviderId());
  }

  private List<Due> listDue(LocalDate today) {
    Optional<FrameworkSection> section =
        schemes.findInForce(today).flatMap(scheme -> scheme.findSection(FrameworkSection.class));
    List<Due> due = new ArrayList<>();
    section.ifPresent(found ->
        found
            .vehicles()
            .forEach((vehicle, terms) ->
                terms
                    .dueDiligence()
                    .forEach((code, check) -> addDue(vehicle, code, check, today, due))));
    return due;
  }

  private void addDue(
      String vehicle, String code, DueDiligence check, LocalDate today, List<Due> due) {
    for (int days : check.remindDays()) {
      int room = AT_ONCE - due.size();
      if (room > 0) {
        db.selectFrom(DUE_DILIGENCE)
            .where(DUE_DILIGENCE.VEHICLE.eq(vehicle))
            .and(DUE_DILIGENCE.CHECK_CODE.eq(code))
            .and(DUE_DILIGENCE.VALID_UNTIL.le(today.plusDays(days + 1L)))
            .and(isLatest())
            .and(nobodyWasTold(days))
            .orderBy(DUE_DILIGENCE.VALID_UNTIL, DUE_DILIGENCE.ID)
            .limit(room)
            .forEach(row -> due.add(new Due(row, days)));
      }
    }
  }

  private static Condition isLatest() {
    var later = DUE_DILIGENCE.as("later");
    return DSL.notExists(
        DSL.selectOne()
            .from(later)
            .where(later.VEHICLE.eq(DUE_DILIGENCE.VEHICLE))
            .and(later.CHECK_CODE.eq(DUE_DILIGENCE.CHECK_CODE))
            .and(later.PROVIDER_ID.eq(DUE_DILIGENCE.PROVIDER_ID))
            .and(
                DSL.row(later.CHECKED_ON, later.ID)
                    .gt(DUE_DILIGENCE.CHECKED_ON, DUE_DILIGENCE.ID)));
  }

  private static Condition nobodyWasTold(int days) {
    return DSL.notExists(
        DSL.selectOne()
            .from(DUE_DILIGENCE_REMINDER)
            .where(DUE_DILIGENCE_REMINDER.DUE_DILIGENCE_ID.eq(DUE_DILIGENCE.ID))
            .and(DUE_DILIGENCE_REMINDER.DAYS_BEFORE.eq(days)));
  }
}
