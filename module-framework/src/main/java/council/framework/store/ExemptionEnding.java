package council.framework.store;

import council.platform.audit.Audit;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

/** Opens a case again once its exemption is over. */
@Singleton
final class ExemptionEnding {
  private final ExemptionStore store;
  private final Audit audit;
  private final Clock clock;

  ExemptionEnding(ExemptionStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Ends an exemption whose last day is over. The case is opened again if it is still exempt.
   *
   * @param revision of the exemption, whose row is locked
   */
  void end(Actor actor, Exempted exemption, int revision) {
    var after = exemption.over(LocalDate.now(clock));
    store.update(after, revision);
    audit.record(actor, StoredExemptions.change(after, "ExemptionEnded", exemption, after, null));
    var row = store.findCaseLocked(exemption.caseId()).orElseThrow();
    if (row.getStatus().equals("EXEMPT")) {
      var due = Objects.requireNonNull(exemption.dueAfter());
      store.reopen(row.getId(), due);
      audit.record(
          actor,
          StoredExemptions.caseChange(
              row,
              "TransitionCaseReopened",
              new StoredExemptions.CaseState("OPEN", due, null),
              null));
    }
  }
}
