package council.graphql.host;

import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import council.platform.personal.People;
import council.platform.personal.PersonalText;
import council.platform.personal.Pseudonymisation;
import council.platform.personal.Retention;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People come, their care ends, and so do their data. */
@Singleton
final class PeopleMutations {
  private static final int MOST_AT_ONCE = 500;

  private final People people;
  private final Retention retention;
  private final Pseudonymisation pseudonymisation;

  PeopleMutations(People people, Retention retention, Pseudonymisation pseudonymisation) {
    this.people = people;
    this.retention = retention;
    this.pseudonymisation = pseudonymisation;
  }

  record RegisterPerson(PersonalText reference, @Nullable LocalDate careEndedOn) {}

  record SetCareEnd(UUID id, int revision, @Nullable LocalDate careEndedOn) {}

  record HoldPerson(UUID id, int revision, PersonalText reason) {}

  record ReleasePerson(UUID id, int revision) {}

  record SetRetentionRule(int yearsAfterCare, int revision, @Nullable String why) {}

  record PseudonymiseDuePeople() {}

  void declare(Contributions c) {
    c.mutation("registerPerson", RegisterPerson.class, this::register);
    c.mutation("setCareEnd", SetCareEnd.class, this::setCareEnd);
    c.mutation("holdPerson", HoldPerson.class, this::hold);
    c.mutation("releasePerson", ReleasePerson.class, this::release);
    c.mutation("setRetentionRule", SetRetentionRule.class, this::setRule);
    c.mutation("pseudonymiseDuePeople", PseudonymiseDuePeople.class, this::pseudonymise);
  }

  private Outcome register(Actor actor, RegisterPerson input) {
    return person(people.register(actor, input.reference(), input.careEndedOn()));
  }

  private Outcome setCareEnd(Actor actor, SetCareEnd input) {
    people.setCareEnd(actor, input.id(), input.revision(), input.careEndedOn());
    return person(input.id());
  }

  private Outcome hold(Actor actor, HoldPerson input) {
    people.placeHold(actor, input.id(), input.revision(), input.reason());
    return person(input.id());
  }

  private Outcome release(Actor actor, ReleasePerson input) {
    people.releaseHold(actor, input.id(), input.revision());
    return person(input.id());
  }

  private Outcome setRule(Actor actor, SetRetentionRule input) {
    retention.set(actor, input.yearsAfterCare(), input.revision(), input.why());
    return Outcome.value("retentionRule", retention.get());
  }

  private Outcome pseudonymise(Actor actor, PseudonymiseDuePeople input) {
    return Outcome.value("people", pseudonymisation.pseudonymiseDue(actor, MOST_AT_ONCE).size());
  }

  private static Outcome person(UUID id) {
    return Outcome.node("person", "Person", id);
  }
}
