package council.config.graphql;

import static council.config.store.generated.Tables.SCHEME_DRAFT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;

/** Where a draft stands: while it is written, whether its content is sound and was simulated. */
final class StatusOfDraft {
  private StatusOfDraft() {}

  static Field<String> of(Table<?> draft) {
    Field<String> status = in(draft, SCHEME_DRAFT.STATUS);
    return when(status.ne(inline("DRAFT")), status)
        .when(condition(in(draft, SCHEME_DRAFT.SOUND)).not(), inline("DRAFT"))
        .otherwise(inline("VALIDATED"));
  }

  private static <T> Field<T> in(Table<?> draft, Field<T> column) {
    return Objects.requireNonNull(draft.field(column));
  }
}
