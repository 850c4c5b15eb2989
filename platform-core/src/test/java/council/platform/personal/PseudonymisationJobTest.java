package council.platform.personal;

import static council.platform.store.generated.Tables.AUDIT;
import static council.platform.store.generated.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import council.platform.identity.Actor;
import council.platform.jobs.JobRun;
import council.platform.jobs.RecurringJob;
import council.platform.jobs.SystemActor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The nightly job goes on until nobody is due any more. */
class PseudonymisationJobTest {
  private static final LocalDate LONG_AGO = LocalDate.of(2015, 3, 31);

  /** A run as the scheduler would give it, without a scheduler. */
  private record Run(LaterModule later, Actor actor) implements JobRun {
    @Override
    public UUID jobId() {
      return new UUID(0, 5);
    }

    @Override
    public int tries() {
      return 1;
    }

    @Override
    public <T> T step(Supplier<T> work) {
      return later.write(actor, work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return later.read(actor, work);
    }

    @Override
    public <C extends Record> Optional<C> findCheckpoint(Class<C> type) {
      return Optional.empty();
    }

    @Override
    public void keep(Record checkpoint) {}

    @Override
    public void progress(long done, long total) {}
  }

  @Test
  void endsThePersonalDataOfEverybodyWhoIsDue() {
    try (LaterModule later = new LaterModule()) {
      Actor officer = later.newCouncil();
      for (int i = 0; i < 103; i++) {
        PersonalText reference = new PersonalText("DUE-" + i);
        later.write(officer, () -> later.bean(People.class).register(officer, reference, LONG_AGO));
      }
      later.write(
          officer,
          () -> later.bean(People.class).register(officer, new PersonalText("STAYS"), null));

      Actor system =
          SystemActor.of(officer.tenant(), later.bean(PseudonymisationJob.class).permissions());
      later
          .bean(PseudonymisationJob.class)
          .run(new Run(later, system), new RecurringJob.Occurrence(Instant.EPOCH));

      assertThat(later.tablesWith("DUE-")).isEmpty();
      assertThat(later.tablesWith("STAYS")).containsExactly("platform.person");
      later.read(
          officer,
          () -> {
            assertThat(later.db().fetchCount(PERSON, PERSON.PSEUDONYMISED_AT.isNotNull()))
                .isEqualTo(103);
            assertThat(
                    later
                        .db()
                        .fetchCount(
                            AUDIT,
                            AUDIT
                                .ACTION
                                .eq("PersonPseudonymised")
                                .and(AUDIT.BY_LABEL.eq("system"))))
                .isEqualTo(103);
            return officer;
          });
    }
  }
}
