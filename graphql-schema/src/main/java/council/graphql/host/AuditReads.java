package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;
import static council.platform.store.generated.Tables.AUDIT;
import static council.platform.store.generated.Tables.AUDIT_SEALED_ENTRY;
import static council.platform.store.generated.Tables.AUDIT_UNSEALED;

import council.graphql.read.GlobalId;
import council.graphql.spi.Contributions;
import council.graphql.spi.ReadType.Row;
import council.platform.audit.AuditLine;
import council.platform.store.generated.tables.records.AuditRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

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
        .column("seq", AUDIT.SEQ)
        .computed("canonical", List.of(AUDIT.fields()), (row, actor) -> canonical(row))
        .expression("seal", AuditReads::seal)
        .expression("awaitsSeal", AuditReads::awaitsSeal)
        .filter("subject", AUDIT.SUBJECT_ID)
        .filter("subjectType", AUDIT.SUBJECT_TYPE)
        .filter("action", AUDIT.ACTION)
        .filter("from", (t, moment) -> Columns.of(t, AUDIT.AT).ge((Instant) moment))
        .filter("until", (t, moment) -> Columns.of(t, AUDIT.AT).le((Instant) moment))
        .filter("sealed", (t, sealed) -> (boolean) sealed ? isSealed(t) : DSL.not(isSealed(t)))
        .order("NEWEST_FIRST", List.of(desc(AUDIT.SEQ)))
        .order("OLDEST_FIRST", List.of(asc(AUDIT.SEQ)));
    c.rootConnection("auditEntries", "AuditEntry");
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static String canonical(Row row) {
    AuditRecord whole = new AuditRecord();
    for (Field column : AUDIT.fields()) {
      whole.set(column, row.get(column));
    }
    return AuditLine.of(whole).canonical();
  }

  private static Field<Integer> seal(Table<?> entry) {
    return DSL.field(
        DSL.select(AUDIT_SEALED_ENTRY.SEAL_NUMBER)
            .from(AUDIT_SEALED_ENTRY)
            .where(AUDIT_SEALED_ENTRY.TENANT_ID.eq(Columns.of(entry, AUDIT.TENANT_ID)))
            .and(AUDIT_SEALED_ENTRY.ID.eq(Columns.of(entry, AUDIT.ID))));
  }

  private static Condition isSealed(Table<?> entry) {
    return DSL.exists(
        DSL.selectOne()
            .from(AUDIT_SEALED_ENTRY)
            .where(AUDIT_SEALED_ENTRY.TENANT_ID.eq(Columns.of(entry, AUDIT.TENANT_ID)))
            .and(AUDIT_SEALED_ENTRY.ID.eq(Columns.of(entry, AUDIT.ID))));
  }

  private static Field<Boolean> awaitsSeal(Table<?> entry) {
    return DSL.field(
        DSL.exists(
            DSL.selectOne()
                .from(AUDIT_UNSEALED)
                .where(AUDIT_UNSEALED.TENANT_ID.eq(Columns.of(entry, AUDIT.TENANT_ID)))
                .and(AUDIT_UNSEALED.ID.eq(Columns.of(entry, AUDIT.ID)))));
  }
}
