package council.framework.store;

import council.framework.api.TransitionUpkeep;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.TransitionCaseRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.scheme.SchemeForceListener;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Cases that were there before a scheme said how they are worked begin in its first stage, since
 * the day on which they were opened. Others follow the new scheme where it still has the stage that
 * they are in, and go on as they were where it has not.
 */
@Singleton
final class CaseStaging implements SchemeForceListener, TransitionUpkeep {
  private final CaseStore cases;
  private final TierReviewStore reviews;
  private final Schemes schemes;
  private final Audit audit;
  private final Clock clock;

  CaseStaging(CaseStore cases, TierReviewStore reviews, Schemes schemes, Audit audit, Clock clock) {
    this.cases = cases;
    this.reviews = reviews;
    this.schemes = schemes;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void tookForce(Actor actor, SchemeVersion version) {
    version
        .findSection(FrameworkSection.class)
        .ifPresent(section ->
            section.vehicles().forEach((code, vehicle) -> bringUp(actor, code, vehicle)));
  }

  @Override
  public void keepUp(Actor actor) {
    schemes.findInForce(LocalDate.now(clock)).ifPresent(version -> tookForce(actor, version));
  }

  private void bringUp(Actor actor, String code, Vehicle vehicle) {
    CaseStart.of(vehicle).ifPresent(start -> stage(actor, code, start));
    reviews.addMissing(actor, code, vehicle);
  }

  private void stage(Actor actor, String code, CaseStart start) {
    List<TransitionCaseRecord> rows = cases.listWorkedOtherwise(code, start);
    List<Change> changes = new ArrayList<>();
    for (TransitionCaseRecord row : rows) {
      CaseKept before = CaseKept.of(row);
      if (row.getStage() == null) {
        start.put(row, row.getOpenedOn());
      } else {
        row.setWorking(start.working());
      }
      changes.add(
          new Change(
              "TransitionCase",
              row.getId(),
              "TransitionCaseFollowsScheme",
              before,
              CaseKept.of(row),
              null,
              null));
    }
    if (!rows.isEmpty()) {
      cases.updateAll(rows);
      audit.recordAll(actor, changes);
    }
  }
}
