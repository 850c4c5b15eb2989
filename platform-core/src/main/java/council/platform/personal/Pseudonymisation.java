package council.platform.personal;

import static council.platform.store.generated.Tables.PERSON;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.personal.PersonalTable.PersonalColumn;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * Ends what is personal once its time is over. Every marked column of every module is cleared; ids,
 * dates and amounts stay, so that payments and decisions remain provable. Nothing leads back: the
 * new reference is random and kept nowhere else.
 */
@Singleton
public final class Pseudonymisation {
  private static final Name TABLE = DSL.name("t");
  private static final String REMOVED = "[removed]";

  private final DSLContext db;
  private final PersonalCatalogue catalogue;
  private final Audit audit;
  private final Clock clock;

  Pseudonymisation(DSLContext db, PersonalCatalogue catalogue, Audit audit, Clock clock) {
    this.db = db;
    this.catalogue = catalogue;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Pseudonymises people who are due today, in the current write transaction; who is changed or
   * held by somebody else at this moment is left for the next time.
   *
   * @param most how many at most
   * @return who it was; empty where nobody is due any more
   */
  public List<UUID> pseudonymiseDue(Actor actor, int most) {
    List<UUID> due =
        db.select(PERSON.ID)
            .from(PERSON)
            .where(Retention.isDue(PERSON, LocalDate.now(clock)))
            .orderBy(PERSON.CARE_ENDED_ON, PERSON.ID)
            .limit(most)
            .forUpdate()
            .skipLocked()
            .fetch(PERSON.ID);
    due.forEach(person -> pseudonymise(actor, person));
    return due;
  }

  private void pseudonymise(Actor actor, UUID person) {
    Map<String, Integer> cleared = new TreeMap<>();
    for (PersonalTable table : catalogue.list()) {
      if (!table.view() && !table.columns().isEmpty()) {
        int rows = clear(table, person);
        if (rows > 0) {
          cleared.put(String.join(".", table.name().getName()), rows);
        }
      }
    }
    db.update(PERSON)
        .set(PERSON.PSEUDONYMISED_AT, clock.instant().truncatedTo(ChronoUnit.MICROS))
        .set(PERSON.REVISION, PERSON.REVISION.plus(1))
        .where(PERSON.ID.eq(person))
        .execute();
    audit.record(
        actor,
        new Change(
            "Person",
            person,
            "PersonPseudonymised",
            null,
            Map.of("clearedRows", cleared),
            null,
            null));
  }

  private int clear(PersonalTable table, UUID person) {
    Map<Field<?>, Object> cleared = new LinkedHashMap<>();
    for (PersonalColumn column : table.columns()) {
      cleared.put(DSL.field(DSL.name(column.name())), valueOf(column));
    }
    return db.update(table.table().as(TABLE))
        .set(cleared)
        .where(table.isAbout(TABLE, person))
        .execute();
  }

  /** What stands in a cleared column; the catalogue lets no other kinds be marked. */
  private static Field<?> valueOf(PersonalColumn column) {
    if (column.nullable()) {
      return DSL.field("null");
    }
    if (column.unique()) {
      return DSL.val("removed-" + UUID.randomUUID());
    }
    return switch (column.type()) {
      case "json", "jsonb" -> DSL.field("'null'::" + column.type());
      case String type when type.endsWith("[]") -> DSL.field("'{}'");
      default -> DSL.val(REMOVED);
    };
  }
}
