package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.platform.store.generated.Tables.EVENT;
import static council.platform.store.generated.Tables.OUTBOX;

import council.graphql.read.GlobalId;
import council.graphql.spi.Contributions;
import java.util.List;
import java.util.Objects;

/** The outbox, as far as nothing can be added in front of it any more. */
final class EventReads {
  private EventReads() {}

  static void declare(Contributions c) {
    c.read("Event", EVENT)
        .column("type", EVENT.EVENT_TYPE)
        .computed(
            "source",
            List.of(EVENT.TENANT_ID),
            (row, actor) -> "/councils/" + row.get(EVENT.TENANT_ID))
        .computed(
            "subject",
            List.of(EVENT.SUBJECT_TYPE, EVENT.SUBJECT_ID),
            (row, actor) ->
                new GlobalId(
                        Objects.requireNonNull(row.get(EVENT.SUBJECT_TYPE)),
                        Objects.requireNonNull(row.get(EVENT.SUBJECT_ID)))
                    .encoded())
        .column("time", EVENT.CREATED_AT)
        .column("data", EVENT.DATA)
        .computed(
            "auditEntry",
            List.of(EVENT.AUDIT_ID),
            (row, actor) ->
                new GlobalId("AuditEntry", Objects.requireNonNull(row.get(EVENT.AUDIT_ID)))
                    .encoded())
        // The table's own columns: the catalogue knows of them that they are never null, so that a
        // place in the list is one comparison with the index.
        .order("OLDEST_FIRST", List.of(asc(OUTBOX.WRITTEN_BY), asc(OUTBOX.SEQ)));
    c.rootConnection("events", "Event");
  }
}
