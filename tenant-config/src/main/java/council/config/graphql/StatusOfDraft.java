package council.config.graphql;

import static council.config.store.generated.Tables.SCHEME_DRAFT;
import static council.config.store.generated.Tables.SIMULATION;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** Where a draft stands: while it is written, whether its content is sound and was simulated. */
final class StatusOfDraft {
  private StatusOfDraft() {}

  static Field<String> of(Table<?> draft) {
    Field<String> status = in(draft, SCHEME_DRAFT.STATUS);
    return when(status.ne(inline("DRAFT")), status)
        .when(condition(in(draft, SCHEME_DRAFT.SOUND)).not(), inline("DRAFT"))
        .when(isSimulated(draft), inline("SIMULATED"))
        .otherwise(inline("VALIDATED"));
  }

  /** A simulation of exactly this content against exactly this base went through to its end. */
  private static Condition isSimulated(Table<?> draft) {
    return exists(
        selectOne()
            .from(SIMULATION)
            .where(SIMULATION.TENANT_ID.eq(in(draft, SCHEME_DRAFT.TENANT_ID)))
            .and(SIMULATION.CONTENT_SHA256.eq(in(draft, SCHEME_DRAFT.CONTENT_SHA256)))
            .and(
                SIMULATION.BASE_VERSION_ID.isNotDistinctFrom(
                    in(draft, SCHEME_DRAFT.BASE_VERSION_ID)))
            .and(SIMULATION.FINISHED_AT.isNotNull()));
  }

  private static <T> Field<T> in(Table<?> draft, Field<T> column) {
    return Objects.requireNonNull(draft.field(column));
  }
}
