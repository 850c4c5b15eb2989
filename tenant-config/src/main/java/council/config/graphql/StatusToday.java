package council.config.graphql;

import static council.config.store.generated.Tables.SCHEME_VERSION;
import static council.config.store.generated.Tables.SCHEME_WITHDRAWAL;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import council.config.store.generated.tables.SchemeVersion;
import java.time.LocalDate;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** What a published version is today, from the dates of all published versions of its council. */
final class StatusToday {
  private static final Field<LocalDate> TODAY =
      field("(now() at time zone 'Europe/London')::date", LocalDate.class);

  private StatusToday() {}

  static Field<String> of(Table<?> version) {
    Field<String> status = in(version, SCHEME_VERSION.STATUS);
    return when(isWithdrawn(version), inline("WITHDRAWN"))
        .when(status.ne(inline("PUBLISHED")), status)
        .when(in(version, SCHEME_VERSION.EFFECTIVE_FROM).gt(TODAY), inline("SCHEDULED"))
        .when(hasSuccessor(version), inline("SUPERSEDED"))
        .otherwise(inline("IN_FORCE"));
  }

  private static Condition hasSuccessor(Table<?> version) {
    SchemeVersion later = SCHEME_VERSION.as("later");
    Condition isLater =
        row(later.EFFECTIVE_FROM, later.NUMBER)
            .gt(
                row(
                    in(version, SCHEME_VERSION.EFFECTIVE_FROM),
                    in(version, SCHEME_VERSION.NUMBER)));
    return exists(
        selectOne()
            .from(later)
            .where(later.TENANT_ID.eq(in(version, SCHEME_VERSION.TENANT_ID)))
            .and(later.STATUS.eq(inline("PUBLISHED")))
            .and(not(isWithdrawn(later)))
            .and(later.EFFECTIVE_FROM.le(TODAY))
            .and(isLater));
  }

  private static Condition isWithdrawn(Table<?> version) {
    return exists(
        selectOne()
            .from(SCHEME_WITHDRAWAL)
            .where(SCHEME_WITHDRAWAL.TENANT_ID.eq(in(version, SCHEME_VERSION.TENANT_ID)))
            .and(SCHEME_WITHDRAWAL.VERSION_ID.eq(in(version, SCHEME_VERSION.ID))));
  }

  private static <T> Field<T> in(Table<?> version, Field<T> column) {
    return Objects.requireNonNull(version.field(column));
  }
}
