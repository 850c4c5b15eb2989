package council.app.crash;

import static council.platform.store.generated.Tables.PERSON;

import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.graphql.spi.Outcome;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.jobs.JobHandler;
import council.platform.jobs.JobKind;
import council.platform.jobs.JobRun;
import council.platform.jobs.Jobs;
import council.platform.module.InstalledModules;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * A mutation that changes something and promises a job, and the job, which changes something in
 * each of its steps. Every row has a part that is new each time it is written, so that no unique
 * key hides that it was written twice.
 */
@Singleton
@Requires(property = NotesModule.SWITCH)
final class NotesModule implements GraphqlModule, JobHandler<NotesModule.Note> {
  static final String SWITCH = "council.crash.module";
  static final int STEPS = 3;
  private static final JobKind<Note> NOTE = new JobKind<>("crash.note", Note.class);

  private final DSLContext db;
  private final Audit audit;
  private final Jobs jobs;

  NotesModule(DSLContext db, Audit audit, Jobs jobs) {
    this.db = db;
    this.audit = audit;
    this.jobs = jobs;
  }

  record Note(String key) {}

  record Step(int done) {}

  @Override
  public String moduleId() {
    return InstalledModules.HOST;
  }

  @Override
  public List<String> sdl() {
    return List.of("graphql/crash.graphqls");
  }

  @Override
  public void contribute(Contributions contributions) {
    contributions.mutation("noteLater", Note.class, this::note);
  }

  private Outcome note(Actor actor, Note note) {
    String reference = write(actor, note.key(), 0);
    jobs.submit(actor, NOTE, note);
    return Outcome.value("reference", reference);
  }

  @Override
  public JobKind<Note> kind() {
    return NOTE;
  }

  @Override
  public void run(JobRun run, Note note) {
    int done = run.findCheckpoint(Step.class).map(Step::done).orElse(0);
    for (int step = done + 1; step <= STEPS; step++) {
      int next = step;
      run.step(() -> {
        run.keep(new Step(next));
        run.progress(next, STEPS);
        return write(run.actor(), note.key(), next);
      });
    }
  }

  private String write(Actor actor, String key, int step) {
    UUID id = Ids.next();
    String reference = key + "/" + step + "/" + UUID.randomUUID();
    db.insertInto(PERSON)
        .set(PERSON.TENANT_ID, actor.tenant())
        .set(PERSON.ID, id)
        .set(PERSON.REFERENCE, reference)
        .execute();
    audit.record(
        actor, new Change("Person", id, "Noted", null, Map.of("reference", reference), null, null));
    return reference;
  }
}
