package council.platform.jobs;

import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.json.CanonicalJson;
import council.platform.store.generated.tables.records.JobRecord;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run that keeps its steps in the job's row, and notices there when it has to end. */
final class StepwiseRun implements JobRun {
  private final Actor actor;
  private final JobRecord claimed;
  private final Transactions transactions;
  private final JobStore store;
  private final BooleanSupplier serverStops;
  private State state;
  private RunEnded.@Nullable Reason ended;

  StepwiseRun(
      Actor actor,
      JobRecord claimed,
      Transactions transactions,
      JobStore store,
      BooleanSupplier serverStops) {
    this.actor = actor;
    this.claimed = claimed;
    this.transactions = transactions;
    this.store = store;
    this.serverStops = serverStops;
    this.state = new State(claimed.getCheckpoint(), claimed.getDone(), claimed.getTotal());
  }

  private record State(@Nullable String checkpoint, @Nullable Long done, @Nullable Long total) {}

  @Override
  public UUID jobId() {
    return claimed.getId();
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public int tries() {
    return claimed.getTries();
  }

  @Override
  public <T> T step(Supplier<T> work) {
    State before = state;
    try {
      return transactions.write(actor, () -> stepInside(work));
    } catch (RuntimeException e) {
      state = before;
      throw e;
    }
  }

  private <T> T stepInside(Supplier<T> work) {
    JobRecord row =
        store
            .findForRun(claimed.getId(), claimed.getRunId())
            .orElseThrow(() -> end(RunEnded.Reason.LOST));
    if (row.getCancelRequestedAt() != null) {
      throw end(RunEnded.Reason.CANCELLED);
    }
    if (serverStops.getAsBoolean()) {
      throw end(RunEnded.Reason.SERVER_STOPS);
    }
    T result = work.get();
    // Last in the transaction: a run that lost the job meanwhile keeps nothing of this step.
    if (!store.advance(
        claimed.getId(), claimed.getRunId(), state.checkpoint(), state.done(), state.total())) {
      throw end(RunEnded.Reason.LOST);
    }
    return result;
  }

  private RunEnded end(RunEnded.Reason reason) {
    ended = reason;
    return new RunEnded(reason);
  }

  /** Why it had to end, also where the handler swallowed it. */
  Optional<RunEnded.Reason> findEnd() {
    return Optional.ofNullable(ended);
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return transactions.read(actor, work);
  }

  @Override
  public <C extends Record> Optional<C> findCheckpoint(Class<C> type) {
    return Optional.ofNullable(state.checkpoint()).map(text -> CanonicalJson.read(text, type));
  }

  @Override
  public void keep(Record checkpoint) {
    state = new State(CanonicalJson.text(checkpoint), state.done(), state.total());
  }

  @Override
  public void progress(long done, long total) {
    if (done < 0 || total < done) {
      throw new IllegalArgumentException(
          "Expected 0 <= done <= total, but they are %d and %d".formatted(done, total));
    }
    state = new State(state.checkpoint(), done, total);
  }
}
