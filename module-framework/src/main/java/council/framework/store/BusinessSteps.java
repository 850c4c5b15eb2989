package council.framework.store;

import council.framework.domain.CallOffOrder;
import council.framework.domain.EligibilityResult;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.RequestKind;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.BusinessRequestRecord;
import council.framework.store.generated.tables.records.CallOffRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.decision.Decisions.Recorded;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every step of a request begins and ends with. */
@Singleton
final class BusinessSteps {
  private final BusinessRequestStore requests;
  private final BusinessLifecycle lifecycle;
  private final BusinessDecisions decisions;
  private final Schemes schemes;
  private final Audit audit;

  BusinessSteps(
      BusinessRequestStore requests,
      BusinessLifecycle lifecycle,
      BusinessDecisions decisions,
      Schemes schemes,
      Audit audit) {
    this.requests = requests;
    this.lifecycle = lifecycle;
    this.decisions = decisions;
    this.schemes = schemes;
    this.audit = audit;
  }

  /** The request, locked, if the caller saw its present revision and may take the step now. */
  BusinessRequestRecord begin(
      Actor actor, UUID id, int revision, String step, @Nullable String reason) {
    BusinessRequestRecord row = getLocked(id);
    Revisions.check(revision, row.getRevision());
    lifecycle.checkRequest(actor, row.getStatus(), row.getMethod(), step, reason);
    if (reason != null) {
      Problems problems = new Problems();
      Texts.check(problems, "input.reason", reason, Texts.LONGEST_REASON);
      problems.throwIfAny();
    }
    return row;
  }

  BusinessRequestRecord getLocked(UUID id) {
    return requests
        .findLocked(id)
        .orElseThrow(
            () -> new Refused("UNKNOWN_REQUEST", "input.request", "There is no such request."));
  }

  /** Keeps the request as it is after the step, and tells the audit. */
  void end(
      Actor actor,
      RequestedBusiness before,
      BusinessRequestRecord row,
      String action,
      @Nullable String why) {
    requests.update(row);
    audit.record(
        actor,
        new Change(
            "BusinessRequest", row.getId(), action, before, RequestedBusiness.of(row), why, null));
  }

  /** Who may take the request now; kept as a decision, which the request then names. */
  Recorded<EligibilityResult> decideEligibility(Actor actor, BusinessRequestRecord row) {
    Recorded<EligibilityResult> decided = decisions.eligibility(actor, row, schemeOf(row));
    row.setEligibilityId(decided.id());
    return decided;
  }

  /** To whom the request goes now; kept as a decision, which the request then names. */
  Recorded<CallOffOrder> decideOrder(
      Actor actor, BusinessRequestRecord row, boolean compareResponses) {
    EligibilityResult eligible = decideEligibility(actor, row).decided().result();
    Recorded<CallOffOrder> decided =
        decisions.order(actor, row, eligible, schemeOf(row), compareResponses);
    row.setOrderId(decided.id());
    return decided;
  }

  SchemeVersion schemeOf(BusinessRequestRecord row) {
    return schemes.getVersion(row.getSchemeVersionId());
  }

  Vehicle vehicleOf(BusinessRequestRecord row) {
    return schemeOf(row).getSection(FrameworkSection.class).getVehicle(row.getVehicle());
  }

  Vehicle vehicleOf(CallOffRecord row) {
    return schemes
        .getVersion(row.getSchemeVersionId())
        .getSection(FrameworkSection.class)
        .getVehicle(row.getVehicle());
  }

  static RequestKind kindOf(BusinessRequestRecord row) {
    return RequestKind.valueOf(row.getKind());
  }
}
