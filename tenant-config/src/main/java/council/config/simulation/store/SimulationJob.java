package council.config.simulation.store;

import council.config.document.SchemeReader;
import council.config.simulation.NoScheme;
import council.config.store.generated.tables.records.SimulationRecord;
import council.platform.jobs.JobHandler;
import council.platform.jobs.JobKind;
import council.platform.jobs.JobRun;
import council.platform.scheme.SchemeView;
import council.platform.scheme.Schemes;
import council.platform.simulation.Span;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Runs what was asked for. */
@Singleton
final class SimulationJob implements JobHandler<SimulationJob.Request> {
  static final JobKind<Request> KIND = new JobKind<>("config.simulate-scheme", Request.class);

  private final SimulationStore store;
  private final SimulationKeeper keeper;
  private final Sources sources;
  private final Schemes schemes;
  private final SchemeReader reader;

  SimulationJob(
      SimulationStore store,
      SimulationKeeper keeper,
      Sources sources,
      Schemes schemes,
      SchemeReader reader) {
    this.store = store;
    this.keeper = keeper;
    this.sources = sources;
    this.schemes = schemes;
    this.reader = reader;
  }

  /** What the job is given; it stands in kept jobs. */
  record Request(UUID simulation) {}

  @Override
  public JobKind<Request> kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run, Request request) {
    Optional<Comparison> unfinished = run.read(() -> findUnfinished(request.simulation()));
    unfinished.ifPresent(comparison ->
        new SimulationRun(run, request.simulation(), comparison, sources.list(), keeper).finish());
  }

  /** Nothing where an earlier run was cut off after its last step. */
  private Optional<Comparison> findUnfinished(UUID id) {
    SimulationRecord row = store.get(id);
    return row.getFinishedAt() == null ? Optional.of(comparison(row)) : Optional.empty();
  }

  private Comparison comparison(SimulationRecord row) {
    SchemeView after = reader.readPublished(row.getContent());
    SchemeView before =
        Optional.ofNullable(row.getBaseVersionId())
            .<SchemeView>map(schemes::getVersion)
            .orElseGet(() -> new NoScheme(after.council(), after.effectiveFrom()));
    return new Comparison(before, after, new Span(row.getSpanFrom(), row.getSpanTo()));
  }
}
