package council.platform.personal;

import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.store.generated.tables.records.PersonalReadRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The log of reads: who saw which values of which people, when and for what. One row for each
 * person, so that the log can be asked by person; rows are only ever appended.
 */
@Singleton
public final class PersonalReads {
  /** Who would see more people's values in one operation has to ask in smaller pieces. */
  public static final int MOST_PEOPLE = 5_000;

  private final DSLContext db;
  private final Clock clock;

  PersonalReads(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * What one operation saw.
   *
   * @param asked everything personal that it asked for, found or not, such as {@code
   *     Person.reference}
   * @param seen the people whose values it found, each with what was read of them
   */
  public record Sight(Purpose purpose, Set<String> asked, Map<UUID, Set<String>> seen) {}

  /** Writes the log in the current write transaction. */
  public void record(Actor actor, Sight sight) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID operation = Ids.next();
    List<PersonalReadRecord> rows = new ArrayList<>();
    if (sight.seen().isEmpty()) {
      rows.add(row(actor, sight.purpose(), operation, now, sight.asked(), null));
    }
    sight
        .seen()
        .forEach((person, fields) ->
            rows.add(row(actor, sight.purpose(), operation, now, fields, person)));
    db.batchInsert(rows).execute();
  }

  private static PersonalReadRecord row(
      Actor actor,
      Purpose purpose,
      UUID operation,
      Instant now,
      Set<String> fields,
      @Nullable UUID person) {
    PersonalReadRecord row = new PersonalReadRecord();
    row.setTenantId(actor.tenant());
    row.setId(Ids.next());
    row.setOperationId(operation);
    row.setAt(now);
    row.setById(actor.principalId());
    row.setByLabel(actor.label());
    row.setProviderId(
        actor.isProviderBound()
            ? actor.providerIds().stream().sorted().findFirst().orElse(null)
            : null);
    row.setPurpose(purpose.name());
    row.setFields(fields.stream().sorted().toArray(String[]::new));
    row.setPersonId(person);
    return row;
  }
}
