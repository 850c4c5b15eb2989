package council.platform.jobs;

import council.platform.store.generated.tables.records.JobRecord;
import jakarta.inject.Singleton;

/** Sees to it that a council has what every council has. In the caller's write transaction. */
@Singleton
public final class Recurrences {
  private final JobHandlers handlers;
  private final JobEnding ending;
  private final JobStore store;
  private final Timetable timetable;

  Recurrences(JobHandlers handlers, JobEnding ending, JobStore store, Timetable timetable) {
    this.handlers = handlers;
    this.ending = ending;
    this.store = store;
    this.timetable = timetable;
  }

  /** Makes the first occurrence of every recurring job that the council has none of. */
  public void begin(String tenant) {
    for (RecurringJob job : handlers.listRecurring()) {
      ending.enterOccurrence(tenant, job, job.cadence().nextAfter(store.now()));
    }
  }

  /**
   * Enters every open job in the timetable that is not there: whatever became of its row, a job
   * that was promised is looked at.
   */
  void enterOpenJobs() {
    for (JobRecord open : store.listOpen()) {
      timetable.enter(open);
    }
  }
}
