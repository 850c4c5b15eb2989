package council.config.store;

import static council.config.store.generated.Tables.SCHEME_FORCE;

import council.config.store.generated.tables.records.SchemeForceRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.scheme.SchemeForceListener;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Notices that a version's day has come and tells listeners, audit and events, once for new
 * business and once for existing. Whether a version is in force never depends on it: dates alone
 * decide.
 */
@Singleton
final class TakenForce {
  private final DSLContext db;
  private final VersionStore versions;
  private final Schemes schemes;
  private final List<SchemeForceListener> listeners;
  private final Audit audit;
  private final Clock clock;

  TakenForce(
      DSLContext db,
      VersionStore versions,
      Schemes schemes,
      List<SchemeForceListener> listeners,
      Audit audit,
      Clock clock) {
    this.db = db;
    this.versions = versions;
    this.schemes = schemes;
    this.listeners = listeners;
    this.audit = audit;
    this.clock = clock;
  }

  /** Tells of every version whose day came since it was last looked, in the order of the days. */
  void notice(Actor actor) {
    List<VersionStore.Arrived> arrived = versions.listArrivedUnnoticed(LocalDate.now(clock));
    if (arrived.isEmpty()) {
      return;
    }
    List<SchemeForceRecord> rows = arrived.stream().map(one -> row(actor, one)).toList();
    db.insertInto(SCHEME_FORCE).set(rows).execute();
    audit.recordAll(actor, arrived.stream().map(TakenForce::told).toList());
    arrived.stream()
        .filter(version -> version.business().equals(VersionStore.NEW))
        .map(version -> schemes.getVersion(version.id()))
        .forEach(version -> listeners.forEach(listener -> listener.tookForce(actor, version)));
  }

  private SchemeForceRecord row(Actor actor, VersionStore.Arrived version) {
    SchemeForceRecord row = new SchemeForceRecord();
    row.setTenantId(actor.tenant());
    row.setId(Ids.next());
    row.setVersionId(version.id());
    row.setBusiness(version.business());
    row.setEffectiveFrom(version.day());
    row.setNoticedAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
    return row;
  }

  private static Change told(VersionStore.Arrived version) {
    TookForce after = new TookForce(version.number(), version.business(), version.day());
    return new Change("SchemeVersion", version.id(), "SchemeTookForce", null, after, null, null);
  }

  /** What the audit keeps. */
  record TookForce(int number, String business, LocalDate effectiveFrom) {}
}
