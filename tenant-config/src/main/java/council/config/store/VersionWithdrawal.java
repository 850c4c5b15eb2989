package council.config.store;

import council.config.api.SchemeDrafts.WithdrawVersion;
import council.config.store.generated.tables.records.SchemeWithdrawalRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Takes back a version whose day has not come. */
@Singleton
final class VersionWithdrawal {
  private final VersionStore versions;
  private final Audit audit;
  private final Clock clock;

  VersionWithdrawal(VersionStore versions, Audit audit, Clock clock) {
    this.versions = versions;
    this.audit = audit;
    this.clock = clock;
  }

  void withdraw(Actor actor, WithdrawVersion command) {
    versions.lock(actor.tenant());
    if (command.why().isBlank()) {
      throw new Refused("REASON_MISSING", "input.why", "Expected a reason, but it is blank.");
    }
    DraftSteps.checkReason(command.why());
    VersionStore.Dated version =
        versions
            .findDated(command.version())
            .orElseThrow(() ->
                new Refused(
                    "UNKNOWN_VERSION",
                    "input.version",
                    "There is no such version, or it was withdrawn before."));
    LocalDate today = LocalDate.now(clock);
    if (!version.effectiveFrom().isAfter(today)) {
      throw new Refused(
          "IN_FORCE_ALREADY",
          "input.version",
          "Version %d took effect on %s; publish an earlier content as a new version instead."
              .formatted(version.number(), version.effectiveFrom()));
    }
    versions
        .listNumbersOn(version.id())
        .forEach(number -> {
          throw new Refused(
              "OTHERS_STAND_ON_IT",
              "input.version",
              "Version %d was written on version %d and holds its changes: withdraw version %d first."
                  .formatted(number, version.number(), number));
        });
    SchemeWithdrawalRecord row = row(actor, command);
    versions.insert(row);
    audit.record(actor, told(version, row));
  }

  private SchemeWithdrawalRecord row(Actor actor, WithdrawVersion command) {
    SchemeWithdrawalRecord row = new SchemeWithdrawalRecord();
    row.setTenantId(actor.tenant());
    row.setId(Ids.next());
    row.setVersionId(command.version());
    row.setWhy(command.why());
    row.setWithdrawnBy(actor.principalId());
    row.setWithdrawnByLabel(actor.label());
    row.setWithdrawnAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
    return row;
  }

  private static Change told(VersionStore.Dated version, SchemeWithdrawalRecord row) {
    Withdrawn after =
        new Withdrawn(
            version.number(),
            version.effectiveFrom(),
            row.getWithdrawnBy().toString(),
            row.getWithdrawnByLabel(),
            row.getWithdrawnAt());
    return new Change(
        "SchemeVersion", version.id(), "SchemeWithdrawn", null, after, row.getWhy(), null);
  }

  /** What the audit keeps. */
  record Withdrawn(
      int number, LocalDate effectiveFrom, String withdrawnBy, String label, Instant at) {}
}
