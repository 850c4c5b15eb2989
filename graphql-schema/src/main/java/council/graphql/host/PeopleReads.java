package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;
import static council.platform.store.generated.Tables.PERSON;
import static council.platform.store.generated.Tables.PERSONAL_READ;
import static council.platform.store.generated.Tables.PERSON_HOLD;

import com.fasterxml.jackson.databind.JsonNode;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.graphql.spi.NodeRef;
import council.platform.personal.People;
import council.platform.personal.PersonalText;
import council.platform.personal.Retention;
import council.platform.personal.SubjectExport;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** People, what holds their data, who read them, and all that is held on one. */
@Singleton
final class PeopleReads {
  private final People people;
  private final Retention retention;
  private final SubjectExport export;
  private final Clock clock;

  PeopleReads(People people, Retention retention, SubjectExport export, Clock clock) {
    this.people = people;
    this.retention = retention;
    this.export = export;
    this.clock = clock;
  }

  /** The SDL type PersonExport. */
  record PersonExport(NodeRef person, Instant at, JsonNode tables) {}

  void declare(Contributions c) {
    declarePerson(c);
    c.read("PersonHold", PERSON_HOLD)
        .column("reason", PERSON_HOLD.REASON)
        .column("placedAt", PERSON_HOLD.PLACED_AT)
        .column("placedBy", PERSON_HOLD.PLACED_BY)
        .column("releasedAt", PERSON_HOLD.RELEASED_AT)
        .column("releasedBy", PERSON_HOLD.RELEASED_BY)
        .order("OLDEST_FIRST", List.of(asc(PERSON_HOLD.PLACED_AT)));
    declareRead(c);
    c.rootConnection("people", "Person");
    c.rootById("person", "Person");
    c.rootConnection("personalReads", "PersonalRead");
    c.query("retentionRule", (actor, arguments) -> retention.get());
    c.query("personExport", (actor, arguments) -> export(arguments));
  }

  private static void declarePerson(Contributions c) {
    c.read("Person", PERSON)
        .column("reference", PERSON.REFERENCE)
        .column("careEndedOn", PERSON.CARE_ENDED_ON)
        .expression("dueOn", Retention::dueOn)
        .expression("held", Retention::isHeld)
        .list("holds", "PersonHold", PERSON_HOLD.PERSON_ID)
        .column("pseudonymisedAt", PERSON.PSEUDONYMISED_AT)
        .column("registeredAt", PERSON.CREATED_AT)
        .column("revision", PERSON.REVISION)
        .many("reads", "PersonalRead", PERSONAL_READ.PERSON_ID)
        .filter("reference", PERSON.REFERENCE)
        .filter("dueOn", (t, day) -> Retention.isDue(t, (LocalDate) day))
        .filter("held", (t, held) -> Retention.isHeld(t).eq(DSL.inline((Boolean) held)))
        .order("REGISTERED_ASC", List.of(asc(PERSON.CREATED_AT)))
        .order("REFERENCE_ASC", List.of(asc(PERSON.REFERENCE)));
  }

  private static void declareRead(Contributions c) {
    c.read("PersonalRead", PERSONAL_READ)
        .column("at", PERSONAL_READ.AT)
        .column("by", PERSONAL_READ.BY_LABEL)
        .one("provider", "Provider", PERSONAL_READ.PROVIDER_ID)
        .column("purpose", PERSONAL_READ.PURPOSE)
        .column("fields", PERSONAL_READ.FIELDS)
        .one("person", "Person", PERSONAL_READ.PERSON_ID)
        .expression("operation", t -> Columns.of(t, PERSONAL_READ.OPERATION_ID))
        .filter("person", PERSONAL_READ.PERSON_ID)
        .filter("purpose", PERSONAL_READ.PURPOSE)
        .filter("from", (t, moment) -> Columns.of(t, PERSONAL_READ.AT).ge((Instant) moment))
        .filter("until", (t, moment) -> Columns.of(t, PERSONAL_READ.AT).le((Instant) moment))
        .order("NEWEST_FIRST", List.of(desc(PERSONAL_READ.AT)))
        .order("OLDEST_FIRST", List.of(asc(PERSONAL_READ.AT)));
  }

  private @Nullable PersonExport export(Arguments arguments) {
    return people
        .findByReference(arguments.get("reference", PersonalText.class))
        .map(person -> {
          arguments.sawPerson(person);
          return new PersonExport(
              new NodeRef("Person", person), clock.instant(), export.of(person));
        })
        .orElse(null);
  }
}
