package council.config.graphql;

import static council.config.store.generated.Tables.SCHEME_DRAFT;
import static council.config.store.generated.Tables.SCHEME_DRAFT_TEXT;
import static council.graphql.spi.ReadType.OrderKey.desc;

import council.config.api.DraftActions;
import council.config.api.KeptFindings;
import council.graphql.spi.Contributions;
import council.graphql.spi.ReadType.Row;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;

/** Drafts and their texts. */
@Singleton
final class DraftReads {
  static final String TYPE = "SchemeDraft";
  private final DraftActions actions;

  DraftReads(DraftActions actions) {
    this.actions = actions;
  }

  void declare(Contributions c) {
    c.read(TYPE, SCHEME_DRAFT)
        .column("reference", SCHEME_DRAFT.REFERENCE)
        .expression("status", StatusOfDraft::of)
        .one("base", "SchemeVersion", SCHEME_DRAFT.BASE_VERSION_ID)
        .column("source", SCHEME_DRAFT.SOURCE_TEXT)
        .column("document", SCHEME_DRAFT.CONTENT)
        .column("contentHash", SCHEME_DRAFT.CONTENT_SHA256)
        .column("title", SCHEME_DRAFT.TITLE)
        .column("effectiveFrom", SCHEME_DRAFT.EFFECTIVE_FROM)
        .computed("problems", List.of(SCHEME_DRAFT.PROBLEMS), problems(SCHEME_DRAFT.PROBLEMS))
        .computed("warnings", List.of(SCHEME_DRAFT.WARNINGS), problems(SCHEME_DRAFT.WARNINGS))
        .computed("examples", List.of(SCHEME_DRAFT.EXAMPLES), DraftReads::examples)
        .column("announcedOn", SCHEME_DRAFT.ANNOUNCED_ON)
        .column("effectiveExistingFrom", SCHEME_DRAFT.EFFECTIVE_EXISTING_FROM)
        .column("createdBy", SCHEME_DRAFT.CREATED_BY_LABEL)
        .column("createdAt", SCHEME_DRAFT.CREATED_AT)
        .column("changedAt", SCHEME_DRAFT.CHANGED_AT)
        .column("submittedBy", SCHEME_DRAFT.SUBMITTED_BY_LABEL)
        .column("submittedAt", SCHEME_DRAFT.SUBMITTED_AT)
        .column("approvedBy", SCHEME_DRAFT.APPROVED_BY_LABEL)
        .column("approvedAt", SCHEME_DRAFT.APPROVED_AT)
        .one("version", "SchemeVersion", SCHEME_DRAFT.VERSION_ID)
        .column("revision", SCHEME_DRAFT.REVISION)
        .computed("allowedActions", List.of(SCHEME_DRAFT.STATUS), this::allowed)
        .many("texts", "SchemeDraftText", SCHEME_DRAFT_TEXT.DRAFT_ID)
        .filter("reference", SCHEME_DRAFT.REFERENCE)
        .filter("phase", SCHEME_DRAFT.STATUS)
        .order("NEWEST_FIRST", List.of(desc(SCHEME_DRAFT.CREATED_AT)));
    c.read("SchemeDraftText", SCHEME_DRAFT_TEXT)
        .column("revision", SCHEME_DRAFT_TEXT.REVISION)
        .column("source", SCHEME_DRAFT_TEXT.SOURCE_TEXT)
        .column("contentHash", SCHEME_DRAFT_TEXT.CONTENT_SHA256)
        .column("why", SCHEME_DRAFT_TEXT.WHY)
        .column("writtenBy", SCHEME_DRAFT_TEXT.WRITTEN_BY_LABEL)
        .column("writtenAt", SCHEME_DRAFT_TEXT.WRITTEN_AT)
        .order("NEWEST_FIRST", List.of(desc(SCHEME_DRAFT_TEXT.REVISION)));
    c.rootConnection("schemeDrafts", TYPE);
    c.rootById("schemeDraft", TYPE);
  }

  private static council.graphql.spi.ReadType.Computation problems(Field<String> column) {
    return (row, _) -> KeptFindings.problems(Objects.requireNonNull(row.get(column)));
  }

  private static Object examples(Row row, Actor actor) {
    return KeptFindings.examples(Objects.requireNonNull(row.get(SCHEME_DRAFT.EXAMPLES)));
  }

  private Object allowed(Row row, Actor actor) {
    return actions.list(Objects.requireNonNull(row.get(SCHEME_DRAFT.STATUS)), actor);
  }
}
