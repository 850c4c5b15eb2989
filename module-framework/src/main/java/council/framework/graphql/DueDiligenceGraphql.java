package council.framework.graphql;

import static council.framework.store.generated.Tables.DUE_DILIGENCE;
import static council.graphql.spi.ReadType.OrderKey.asc;

import council.framework.api.DueDiligenceRecords;
import council.framework.api.DueDiligenceRecords.RecordDueDiligence;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Checks of providers. */
@Singleton
final class DueDiligenceGraphql implements ApiPart {
  private final DueDiligenceRecords records;

  DueDiligenceGraphql(DueDiligenceRecords records) {
    this.records = records;
  }

  @Override
  public void declare(Contributions c) {
    c.read("DueDiligenceRecord", DUE_DILIGENCE)
        .one("provider", "Provider", DUE_DILIGENCE.PROVIDER_ID)
        .column("vehicle", DUE_DILIGENCE.VEHICLE)
        .column("check", DUE_DILIGENCE.CHECK_CODE)
        .column("answer", DUE_DILIGENCE.ANSWER)
        .column("passed", DUE_DILIGENCE.PASSED)
        .column("on", DUE_DILIGENCE.CHECKED_ON)
        .expression("until", DueDiligenceGraphql::lastDay)
        .expression("superseded", DueDiligenceGraphql::superseded)
        .computed(
            "evidence",
            List.of(DUE_DILIGENCE.EVIDENCE),
            (row, actor) -> actor.isProviderBound() ? null : row.get(DUE_DILIGENCE.EVIDENCE))
        .computed(
            "recordedBy",
            List.of(DUE_DILIGENCE.RECORDED_BY),
            (row, actor) -> actor.isProviderBound() ? null : row.get(DUE_DILIGENCE.RECORDED_BY))
        .column("recordedAt", DUE_DILIGENCE.CREATED_AT)
        .filter("vehicle", DUE_DILIGENCE.VEHICLE)
        .filter("provider", DUE_DILIGENCE.PROVIDER_REFERENCE)
        .filter("check", DUE_DILIGENCE.CHECK_CODE)
        .filter("expiringBy", DueDiligenceGraphql::expiringBy)
        .order(
            "PROVIDER_ASC",
            List.of(
                asc(DUE_DILIGENCE.PROVIDER_REFERENCE),
                asc(DUE_DILIGENCE.VEHICLE),
                asc(DUE_DILIGENCE.CHECK_CODE),
                asc(DUE_DILIGENCE.CHECKED_ON)))
        .order("UNTIL_ASC", List.of(asc(DUE_DILIGENCE.VALID_UNTIL)));
    c.rootConnection("dueDiligence", "DueDiligenceRecord");
    c.mutation(
        "recordDueDiligence",
        RecordDueDiligence.class,
        (actor, input) ->
            Outcome.node("record", "DueDiligenceRecord", records.record(actor, input)));
  }

  private static Field<LocalDate> lastDay(Table<?> table) {
    return DSL.field("{0} - 1", LocalDate.class, field(table, DUE_DILIGENCE.VALID_UNTIL));
  }

  private static Field<Boolean> superseded(Table<?> table) {
    return DSL.field(isSuperseded(table));
  }

  private static Condition isSuperseded(Table<?> table) {
    var later = DUE_DILIGENCE.as("later");
    return DSL.exists(
        DSL.selectOne()
            .from(later)
            .where(later.VEHICLE.eq(field(table, DUE_DILIGENCE.VEHICLE)))
            .and(later.CHECK_CODE.eq(field(table, DUE_DILIGENCE.CHECK_CODE)))
            .and(later.PROVIDER_ID.eq(field(table, DUE_DILIGENCE.PROVIDER_ID)))
            .and(
                DSL.row(later.CHECKED_ON, later.ID)
                    .gt(field(table, DUE_DILIGENCE.CHECKED_ON), field(table, DUE_DILIGENCE.ID))));
  }

  /** What a later record has taken the place of ends for nobody. */
  private static Condition expiringBy(Table<?> table, Object day) {
    return field(table, DUE_DILIGENCE.VALID_UNTIL)
        .le(((LocalDate) day).plusDays(1))
        .and(DSL.not(isSuperseded(table)));
  }

  private static <T> Field<T> field(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(table.field(column));
  }
}
