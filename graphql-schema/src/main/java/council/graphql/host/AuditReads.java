package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;
import static council.platform.store.generated.Tables.AUDIT;

import council.graphql.read.GlobalId;
import council.graphql.spi.Contributions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Who changed what. */
final class AuditReads {
  private AuditReads() {}

  static void declare(Contributions c) {
    c.read("AuditEntry", AUDIT)
        .column("at", AUDIT.AT)
        .column("by", AUDIT.BY_LABEL)
        .column("action", AUDIT.ACTION)
        .column("subjectType", AUDIT.SUBJECT_TYPE)
        .computed(
            "subjectId",
            List.of(AUDIT.SUBJECT_TYPE, AUDIT.SUBJECT_ID),
            (row, actor) ->
                new GlobalId(
                        Objects.requireNonNull(row.get(AUDIT.SUBJECT_TYPE)),
                        Objects.requireNonNull(row.get(AUDIT.SUBJECT_ID)))
                    .encoded())
        .one("provider", "Provider", AUDIT.PROVIDER_ID)
        .column("before", AUDIT.BEFORE)
        .column("after", AUDIT.AFTER)
        .column("why", AUDIT.WHY)
        .filter("subject", AUDIT.SUBJECT_ID)
        .filter("subjectType", AUDIT.SUBJECT_TYPE)
        .filter("action", AUDIT.ACTION)
        .filter("from", (t, moment) -> Columns.of(t, AUDIT.AT).ge((Instant) moment))
        .filter("until", (t, moment) -> Columns.of(t, AUDIT.AT).le((Instant) moment))
        .order("NEWEST_FIRST", List.of(desc(AUDIT.SEQ)))
        .order("OLDEST_FIRST", List.of(asc(AUDIT.SEQ)));
    c.rootConnection("auditEntries", "AuditEntry");
  }
}
