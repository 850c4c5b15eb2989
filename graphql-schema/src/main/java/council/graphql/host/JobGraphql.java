package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;
import static council.platform.store.generated.Tables.JOB;

import council.graphql.spi.AllowedAction;
import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.graphql.spi.Outcome;
import council.graphql.spi.ReadType.Row;
import council.platform.identity.Actor;
import council.platform.jobs.JobStatus;
import council.platform.jobs.Jobs;
import council.platform.module.InstalledModules;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Jobs and events: what is done later, and what is told to outsiders. */
@Singleton
final class JobGraphql implements GraphqlModule {
  private static final String MANAGE = "job.manage";
  private final Jobs jobs;

  JobGraphql(Jobs jobs) {
    this.jobs = jobs;
  }

  record JobAt(UUID id, int revision) {}

  @Override
  public String moduleId() {
    return InstalledModules.HOST;
  }

  @Override
  public List<String> sdl() {
    return List.of("graphql/jobs.graphqls");
  }

  @Override
  public void contribute(Contributions c) {
    declareJob(c);
    EventReads.declare(c);
    c.mutation("retryJob", JobAt.class, this::retry);
    c.mutation("cancelJob", JobAt.class, this::cancel);
  }

  private static void declareJob(Contributions c) {
    c.read("Job", JOB)
        .column("kind", JOB.KIND)
        .column("status", JOB.STATUS)
        .column("recurring", JOB.RECURRING)
        .column("dueAt", JOB.DUE_AT)
        .column("tries", JOB.TRIES)
        .column("maxTries", JOB.MAX_TRIES)
        .column("done", JOB.DONE)
        .column("total", JOB.TOTAL)
        .column("errorCode", JOB.ERROR_CODE)
        .column("errorMessage", JOB.ERROR_MESSAGE)
        .column("submittedAt", JOB.SUBMITTED_AT)
        .column("submittedBy", JOB.SUBMITTED_BY)
        .column("startedAt", JOB.STARTED_AT)
        .column("finishedAt", JOB.FINISHED_AT)
        .column("cancelRequestedAt", JOB.CANCEL_REQUESTED_AT)
        .computed("allowedActions", List.of(JOB.STATUS), JobGraphql::allowedActions)
        .column("revision", JOB.REVISION)
        .filter("status", JOB.STATUS)
        .filter("kind", JOB.KIND)
        .order("NEWEST_FIRST", List.of(desc(JOB.SUBMITTED_AT)))
        .order("OLDEST_FIRST", List.of(asc(JOB.SUBMITTED_AT)));
    c.rootConnection("jobs", "Job");
    c.rootById("job", "Job");
  }

  private static Object allowedActions(Row row, Actor actor) {
    JobStatus status = JobStatus.valueOf(Objects.requireNonNull(row.get(JOB.STATUS)));
    return List.of(
        action("retryJob", status.isRetryable(), status, actor),
        action("cancelJob", status.isCancellable(), status, actor));
  }

  private static AllowedAction action(String name, boolean fits, JobStatus status, Actor actor) {
    if (!actor.may(MANAGE)) {
      return new AllowedAction(name, false, "It takes the permission " + MANAGE + ".");
    }
    return new AllowedAction(name, fits, fits ? null : "The job is " + status + ".");
  }

  private Outcome retry(Actor actor, JobAt input) {
    jobs.retry(actor, input.id(), input.revision());
    return Outcome.node("job", "Job", input.id());
  }

  private Outcome cancel(Actor actor, JobAt input) {
    jobs.cancel(actor, input.id(), input.revision());
    return Outcome.node("job", "Job", input.id());
  }
}
