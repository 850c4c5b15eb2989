package council.framework.graphql;

import static council.framework.store.generated.Tables.COMMITMENT;
import static council.framework.store.generated.Tables.SPEND_OPENING;
import static council.graphql.spi.ReadType.OrderKey.desc;

import council.graphql.spi.Contributions;
import council.graphql.spi.ReadType.Row;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Commitments and openings of conditional parts. */
@Singleton
final class SpendReads implements ApiPart {
  @Override
  public void declare(Contributions c) {
    c.read("Commitment", COMMITMENT)
        .one("provider", "Provider", COMMITMENT.PROVIDER_ID)
        .one("decision", "Decision", COMMITMENT.DECISION_ID)
        .column("vehicle", COMMITMENT.VEHICLE)
        .column("lot", COMMITMENT.LOT)
        .column("funder", COMMITMENT.FUNDER)
        .column("amount", COMMITMENT.AMOUNT)
        .column("on", COMMITMENT.MADE_ON)
        .column("source", COMMITMENT.SOURCE)
        .column("what", COMMITMENT.WHAT)
        .computed("overrideReason", List.of(COMMITMENT.OVERRIDE_REASON), SpendReads::whyPassed)
        .filter("vehicle", COMMITMENT.VEHICLE)
        .filter("provider", COMMITMENT.PROVIDER_REFERENCE)
        .filter("lot", COMMITMENT.LOT)
        .filter("funder", COMMITMENT.FUNDER)
        .filter("from", (table, day) -> field(table, COMMITMENT.MADE_ON).ge((LocalDate) day))
        .filter("until", (table, day) -> field(table, COMMITMENT.MADE_ON).le((LocalDate) day))
        .order("NEWEST_FIRST", List.of(desc(COMMITMENT.MADE_ON)));
    c.read("SpendOpening", SPEND_OPENING)
        .column("vehicle", SPEND_OPENING.VEHICLE)
        .column("limit", SPEND_OPENING.LIMIT_CODE)
        .column("amount", SPEND_OPENING.AMOUNT)
        .column("on", SPEND_OPENING.OPENED_ON)
        .column("evidence", SPEND_OPENING.EVIDENCE)
        .column("reason", SPEND_OPENING.REASON)
        .filter("vehicle", SPEND_OPENING.VEHICLE)
        .order("NEWEST_FIRST", List.of(desc(SPEND_OPENING.OPENED_ON)));
    c.rootConnection("commitments", "Commitment");
    c.rootConnection("spendOpenings", "SpendOpening");
  }

  /** The council's own words, which are not meant for the providers. */
  private static @Nullable Object whyPassed(Row row, Actor actor) {
    return actor.isProviderBound() ? null : row.get(COMMITMENT.OVERRIDE_REASON);
  }

  private static <T> Field<T> field(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(table.field(column));
  }
}
