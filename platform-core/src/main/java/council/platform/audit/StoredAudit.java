package council.platform.audit;

import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.json.CanonicalJson;
import council.platform.store.generated.tables.records.AuditRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Keeps the audit in the database, in the transaction of the change. */
@Singleton
final class StoredAudit implements Audit {
  private final DSLContext db;
  private final Outbox outbox;
  private final Clock clock;

  StoredAudit(DSLContext db, Outbox outbox, Clock clock) {
    this.db = db;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void record(Actor actor, Change change) {
    recordAll(actor, List.of(change));
  }

  @Override
  public void recordAll(Actor actor, List<Change> changes) {
    // What PostgreSQL can hold, so that what is written is what is read.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<AuditRecord> rows = changes.stream().map(change -> row(actor, change, now)).toList();
    db.batchInsert(rows).execute();
    outbox.tell(rows);
  }

  private static AuditRecord row(Actor actor, Change change, Instant now) {
    AuditRecord row = new AuditRecord();
    row.setTenantId(actor.tenant());
    row.setId(Ids.next());
    row.setAt(now);
    row.setById(actor.principalId());
    row.setByLabel(actor.label());
    row.setSubjectType(change.subjectType());
    row.setSubjectId(change.subjectId());
    row.setProviderId(change.providerId());
    row.setAction(change.action());
    row.setBefore(text(change.before()));
    row.setAfter(text(change.after()));
    row.setWhy(change.why());
    return row;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : CanonicalJson.text(value);
  }
}
