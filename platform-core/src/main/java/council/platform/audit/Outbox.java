package council.platform.audit;

import council.platform.data.Ids;
import council.platform.json.CanonicalJson;
import council.platform.store.generated.tables.records.AuditRecord;
import council.platform.store.generated.tables.records.OutboxRecord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Tells outsiders of changes. It is called where the audit is written and nowhere else, so that no
 * change is audited without its event and none is told that did not happen.
 */
@Singleton
final class Outbox {
  private final DSLContext db;

  Outbox(DSLContext db) {
    this.db = db;
  }

  /** One event for each audit row, in the same transaction. */
  void tell(List<AuditRecord> changes) {
    db.batchInsert(changes.stream().map(Outbox::event).toList()).execute();
  }

  /** What was before and after may be personal and stays in the audit. */
  private static OutboxRecord event(AuditRecord change) {
    OutboxRecord event = new OutboxRecord();
    event.setTenantId(change.getTenantId());
    event.setId(Ids.next());
    event.setEventType("council." + change.getSubjectType() + "." + change.getAction());
    event.setSubjectType(change.getSubjectType());
    event.setSubjectId(change.getSubjectId());
    event.setAuditId(change.getId());
    event.setData(
        CanonicalJson.text(
            Map.of("action", change.getAction(), "subjectType", change.getSubjectType())));
    event.setCreatedAt(change.getAt());
    return event;
  }
}
