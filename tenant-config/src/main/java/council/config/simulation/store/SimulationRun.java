package council.config.simulation.store;

import council.config.simulation.CaseResult;
import council.config.simulation.store.Comparison.Known;
import council.platform.jobs.JobRun;
import council.platform.simulation.LiveFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One run of a simulation's job, from the checkpoint on. What it holds is bounded by a page of
 * cases, however many there are.
 */
final class SimulationRun {
  private static final int PAGE = 50;
  private static final int MOST_AT_ONCE = 1_000;

  /** So that a cancelled job ends soon where single decisions take long. */
  private static final Duration LONGEST_WITHOUT_STEP = Duration.ofSeconds(3);

  private final JobRun run;
  private final UUID simulation;
  private final Comparison comparison;
  private final List<LiveFacts<?, ?, ?>> sources;
  private final SimulationKeeper keeper;
  private Checkpoint at;

  SimulationRun(
      JobRun run,
      UUID simulation,
      Comparison comparison,
      List<LiveFacts<?, ?, ?>> sources,
      SimulationKeeper keeper) {
    this.run = run;
    this.simulation = simulation;
    this.comparison = comparison;
    this.sources = sources;
    this.keeper = keeper;
    this.at = run.findCheckpoint(Checkpoint.class).orElseGet(this::begin);
  }

  private Checkpoint begin() {
    long total = run.read(() -> sources.stream().mapToLong(comparison::count).sum());
    Checkpoint beginning = Checkpoint.beginning(total);
    return run.step(() -> keep(beginning));
  }

  private Checkpoint keep(Checkpoint next) {
    run.keep(next);
    run.progress(next.tally().cases(), next.totalByNow());
    return next;
  }

  void finish() {
    sources.forEach(this::goThrough);
    run.step(() -> keeper.finish(run.actor(), simulation, at.tally()));
  }

  private <F> void goThrough(LiveFacts<?, F, ?> source) {
    String kind = source.engine().kind();
    if (at.isPast(kind)) {
      return;
    }
    List<Known<F>> page = read(source);
    while (!page.isEmpty()) {
      decide(source, page);
      page = read(source);
    }
  }

  private <F> List<Known<F>> read(LiveFacts<?, F, ?> source) {
    String seen = at.keyWithin(source.engine().kind());
    List<Known<F>> page = run.read(() -> comparison.list(source, seen, PAGE));
    if (!page.isEmpty() && page.getLast().which().key().equals(seen)) {
      throw new IllegalStateException(
          "Expected cases after the last one, but got the same again of " + source.engine().kind());
    }
    return page;
  }

  private <F> void decide(LiveFacts<?, F, ?> source, List<Known<F>> page) {
    List<CaseResult> results = new ArrayList<>();
    long begun = System.nanoTime();
    int lines = 0;
    for (Known<F> known : page) {
      CaseResult result = comparison.compare(source.engine(), known);
      results.add(result);
      lines += result.lines();
      if (lines >= MOST_AT_ONCE || System.nanoTime() - begun > LONGEST_WITHOUT_STEP.toNanos()) {
        step(source.engine().kind(), results);
        results = new ArrayList<>();
        lines = 0;
        begun = System.nanoTime();
      }
    }
    if (!results.isEmpty()) {
      step(source.engine().kind(), results);
    }
  }

  private void step(String kind, List<CaseResult> results) {
    at =
        run.step(() -> {
          int lines = keeper.keep(run.actor(), simulation, kind, at.lines(), results);
          return keep(at.plus(kind, results, lines));
        });
  }
}
