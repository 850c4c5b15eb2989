package council.framework.store;

import static council.framework.store.generated.Tables.OPTION_TAKEN;

import council.framework.api.Frameworks.TakeOption;
import council.framework.domain.FrameworkEnd;
import council.framework.domain.OptionFacts.Taken;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Options by which frameworks last longer, as they were taken. */
@Singleton
final class OptionStore {
  private final DSLContext db;
  private final Clock clock;

  OptionStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** In the order in which they were taken. */
  List<Taken> list(String vehicle) {
    return db.selectFrom(OPTION_TAKEN)
        .where(OPTION_TAKEN.VEHICLE.eq(vehicle))
        .orderBy(OPTION_TAKEN.END_BEFORE, OPTION_TAKEN.ID)
        .fetch(r -> new Taken(r.getOptionCode(), r.getEndBefore(), r.getEndAfter()));
  }

  /** The last day of a framework with the options that were taken. */
  @Nullable LocalDate endOf(String vehicle, @Nullable LocalDate schemeEnd) {
    return FrameworkEnd.of(schemeEnd, list(vehicle));
  }

  void insert(UUID id, TakeOption command, Taken taken, UUID decision) {
    db.insertInto(OPTION_TAKEN)
        .set(OPTION_TAKEN.ID, id)
        .set(OPTION_TAKEN.VEHICLE, command.vehicle())
        .set(OPTION_TAKEN.OPTION_CODE, taken.option())
        .set(OPTION_TAKEN.TAKEN_ON, command.on())
        .set(OPTION_TAKEN.END_BEFORE, taken.endBefore())
        .set(OPTION_TAKEN.END_AFTER, taken.endAfter())
        .set(OPTION_TAKEN.REASON, command.reason())
        .set(OPTION_TAKEN.EVIDENCE, command.evidence())
        .set(OPTION_TAKEN.DECISION_ID, decision)
        .set(OPTION_TAKEN.CREATED_AT, clock.instant())
        .execute();
  }

  /** The day on which an option was taken. */
  @Nullable LocalDate findDay(String vehicle, String option) {
    return db.select(OPTION_TAKEN.TAKEN_ON)
        .from(OPTION_TAKEN)
        .where(OPTION_TAKEN.VEHICLE.eq(vehicle))
        .and(OPTION_TAKEN.OPTION_CODE.eq(option))
        .fetchOptional(OPTION_TAKEN.TAKEN_ON)
        .orElse(null);
  }
}
