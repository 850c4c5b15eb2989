package council.platform.document;

import static council.platform.store.generated.Tables.DOCUMENT_RULE;
import static council.platform.store.generated.Tables.PRINCIPAL;
import static council.platform.store.generated.Tables.TRUSTED_DOCUMENT;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.problem.Refused;
import council.platform.problem.TextRule;
import council.platform.store.generated.tables.records.DocumentRuleRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Where administrators register documents and decide who may send no others. What is registered
 * stays: a client that runs somewhere must not lose the document it was built with.
 */
@Singleton
public final class DocumentRegistry {
  /** The mutation by which the decision can be taken back. */
  private static final String WAY_BACK = "%requireTrustedDocuments%";

  private final DSLContext db;
  private final Audit audit;
  private final Clock clock;

  DocumentRegistry(DSLContext db, Audit audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** A document that fits the schema, and what people call it. */
  public record NewDocument(String name, String text) {}

  /**
   * Registers documents for one client, or for all of the council's where none is named. One that
   * is registered already stays as it is.
   *
   * @param label of the client
   * @return an id for each, in their order
   */
  public List<UUID> register(Actor actor, @Nullable String label, List<NewDocument> documents) {
    UUID client = idOf(label);
    List<UUID> ids = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (NewDocument document : documents) {
      DocumentHash hash = DocumentHash.of(document.text());
      Optional<UUID> known = find(hash, client);
      UUID id = known.orElseGet(() -> insert(actor, client, document, hash));
      ids.add(id);
      if (known.isEmpty()) {
        changes.add(
            change(
                "TrustedDocument", id, "DocumentRegistered", null, told(document, hash, client)));
      }
    }
    if (!changes.isEmpty()) {
      audit.recordAll(actor, changes);
    }
    return ids;
  }

  private Optional<UUID> find(DocumentHash hash, @Nullable UUID client) {
    return db.select(TRUSTED_DOCUMENT.ID)
        .from(TRUSTED_DOCUMENT)
        .where(TRUSTED_DOCUMENT.SHA256.eq(hash.hex()))
        .and(TRUSTED_DOCUMENT.PRINCIPAL_ID.isNotDistinctFrom(client))
        .fetchOptional(TRUSTED_DOCUMENT.ID);
  }

  private UUID insert(Actor actor, @Nullable UUID client, NewDocument document, DocumentHash hash) {
    UUID id = Ids.next();
    db.insertInto(TRUSTED_DOCUMENT)
        .set(TRUSTED_DOCUMENT.TENANT_ID, actor.tenant())
        .set(TRUSTED_DOCUMENT.ID, id)
        .set(TRUSTED_DOCUMENT.PRINCIPAL_ID, client)
        .set(TRUSTED_DOCUMENT.SHA256, hash.hex())
        .set(TRUSTED_DOCUMENT.NAME, document.name())
        .set(TRUSTED_DOCUMENT.DOCUMENT, document.text())
        .set(TRUSTED_DOCUMENT.REGISTERED_AT, Instant.now(clock))
        .set(TRUSTED_DOCUMENT.REGISTERED_BY, actor.label())
        .execute();
    return id;
  }

  /**
   * Decides whether one client, or the council's clients that have no rule of their own, may send
   * nothing but trusted documents.
   *
   * @param label of the client
   * @return id of the rule
   */
  public UUID require(Actor actor, @Nullable String label, boolean required) {
    UUID client = idOf(label);
    if (required && bindsThemselves(actor, client) && !hasWayBack(actor)) {
      throw new Refused(
          "NO_WAY_BACK",
          "input.required",
          "You could not take this back: register a document with requireTrustedDocuments first.");
    }
    Optional<DocumentRuleRecord> before = lock(client);
    UUID id = before.map(DocumentRuleRecord::getId).orElseGet(Ids::next);
    db.insertInto(DOCUMENT_RULE)
        .set(DOCUMENT_RULE.TENANT_ID, actor.tenant())
        .set(DOCUMENT_RULE.ID, id)
        .set(DOCUMENT_RULE.PRINCIPAL_ID, client)
        .set(DOCUMENT_RULE.REQUIRED, required)
        .set(DOCUMENT_RULE.CHANGED_AT, Instant.now(clock))
        .onConflict(DOCUMENT_RULE.TENANT_ID, DOCUMENT_RULE.ID)
        .doUpdate()
        .set(DOCUMENT_RULE.REQUIRED, required)
        .set(DOCUMENT_RULE.CHANGED_AT, Instant.now(clock))
        .set(DOCUMENT_RULE.REVISION, DOCUMENT_RULE.REVISION.plus(1))
        .execute();
    audit.record(
        actor,
        change(
            "DocumentRule",
            id,
            "DocumentRuleChanged",
            before.map(rule -> told(rule.getRequired(), client)).orElse(null),
            told(required, client)));
    return id;
  }

  private Optional<DocumentRuleRecord> lock(@Nullable UUID client) {
    return db.selectFrom(DOCUMENT_RULE)
        .where(DOCUMENT_RULE.PRINCIPAL_ID.isNotDistinctFrom(client))
        .forUpdate()
        .fetchOptional();
  }

  private boolean bindsThemselves(Actor actor, @Nullable UUID client) {
    return client == null
        ? !db.fetchExists(DOCUMENT_RULE, DOCUMENT_RULE.PRINCIPAL_ID.eq(actor.principalId()))
        : client.equals(actor.principalId());
  }

  private boolean hasWayBack(Actor actor) {
    return db.fetchExists(
        TRUSTED_DOCUMENT,
        isFor(TRUSTED_DOCUMENT.PRINCIPAL_ID, actor).and(TRUSTED_DOCUMENT.DOCUMENT.like(WAY_BACK)));
  }

  private static Condition isFor(Field<UUID> client, Actor actor) {
    return client.isNull().or(client.eq(actor.principalId()));
  }

  private @Nullable UUID idOf(@Nullable String label) {
    if (label == null) {
      return null;
    }
    return db.select(PRINCIPAL.ID)
        .from(PRINCIPAL)
        .where(PRINCIPAL.LABEL.eq(label))
        .fetchOptional(PRINCIPAL.ID)
        .orElseThrow(() ->
            new Refused(
                "UNKNOWN_CLIENT",
                "input.client",
                "The council has no principal with the label '%s'."
                    .formatted(TextRule.shown(label))));
  }

  private static Change change(
      String type, UUID id, String action, @Nullable Object before, Object after) {
    return new Change(type, id, action, before, after, null, null);
  }

  private static Map<String, Object> told(
      NewDocument document, DocumentHash hash, @Nullable UUID client) {
    return withClient(Map.of("name", document.name(), "sha256", hash.hex()), client);
  }

  private static Map<String, Object> told(boolean required, @Nullable UUID client) {
    return withClient(Map.of("required", required), client);
  }

  private static Map<String, Object> withClient(Map<String, Object> facts, @Nullable UUID client) {
    Map<String, Object> all = new HashMap<>(facts);
    if (client != null) {
      all.put("client", client.toString());
    }
    return all;
  }
}
