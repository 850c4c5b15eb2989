package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import council.config.document.SchemeChange;
import council.platform.json.StrictJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Drafts and versions of a council's scheme, by the public API. */
public final class SchemeDrafts {
  /** What is told of a draft in a list, in this order. */
  public static final List<String> COLUMNS =
      List.of(
          "reference",
          "status",
          "revision",
          "title",
          "effectiveFrom",
          "contentHash",
          "createdBy",
          "changedAt");

  private static final String DRAFT = "draft { reference status revision contentHash }";
  private final ApiClient api;

  public SchemeDrafts(ApiClient api) {
    this.api = api;
  }

  /** A draft as it is after a step. */
  public record State(String reference, String status, int revision, @Nullable String hash) {
    static State of(JsonNode draft) {
      return new State(
          draft.path("reference").asText(),
          draft.path("status").asText(),
          draft.path("revision").asInt(),
          draft.path("contentHash").textValue());
    }
  }

  /** One change by path. */
  public record Edit(String path, @Nullable String value) {}

  /** A version by its number. */
  public JsonNode version(int number) {
    Pages versions =
        new Pages(
            api,
            "query Versions($after: String) { schemeVersions(first: 200, after: $after) {"
                + " nodes { id number } pageInfo { hasNextPage endCursor } } }",
            "schemeVersions",
            Map.of());
    while (versions.hasNext()) {
      JsonNode version = versions.next();
      if (version.path("number").asInt() == number) {
        return version;
      }
    }
    throw new ClientFailure("The council's scheme has no version " + number + ".");
  }

  /** The effective document of a version, the one in force today where no number is given. */
  public String document(@Nullable Integer number) {
    if (number == null) {
      JsonNode inForce =
          api.execute("{ schemeInForce { document } }", Map.of()).path("schemeInForce");
      if (!inForce.isObject()) {
        throw new ClientFailure("No scheme of the council is in force today.");
      }
      return inForce.path("document").asText();
    }
    return api.execute(
            "query Version($id: ID!) { schemeVersion(id: $id) { document } }",
            Map.of("id", version(number).path("id").asText()))
        .path("schemeVersion")
        .path("document")
        .asText();
  }

  public void withdrawVersion(int number, String why) {
    Mutations.run(
        api,
        "withdrawSchemeVersion",
        "version { number }",
        Map.of("version", version(number).path("id").asText(), "why", why));
  }

  /** Hands on every draft, the latest first. */
  public void forEach(Consumer<List<JsonNode>> row) {
    Pages drafts =
        new Pages(
            api,
            "query Drafts($after: String) { schemeDrafts(first: 200, after: $after) { nodes { %s } pageInfo { hasNextPage endCursor } } }"
                .formatted(String.join(" ", COLUMNS)),
            "schemeDrafts",
            Map.of());
    drafts.forEachRemaining(draft -> row.accept(COLUMNS.stream().map(draft::path).toList()));
  }

  /** Everything about one draft but its texts. */
  public JsonNode show(String reference) {
    return one(
        reference,
        "id reference status revision title effectiveFrom contentHash announcedOn"
            + " effectiveExistingFrom createdBy submittedBy approvedBy base { number } version {"
            + " number } problems { path message value expected code } warnings { path message"
            + " value expected code } examples { name decision passed differences { path message"
            + " value expected code } } allowedActions { action allowed because }");
  }

  /** The text as it was handed in. */
  public String source(String reference) {
    return one(reference, "id source").path("source").asText();
  }

  public State create(String reference, String document, @Nullable String why) {
    return run(
        "createSchemeDraft", input("reference", reference, "document", document, "why", why));
  }

  public State createFrom(
      String reference, int version, @Nullable String effectiveFrom, @Nullable String why) {
    return run(
        "createSchemeDraft",
        input(
            "reference", reference,
            "version", version(version).path("id").asText(),
            "effectiveFrom", effectiveFrom,
            "why", why));
  }

  /**
   * @param revision the revision that the document was written on
   */
  public State save(String reference, int revision, String document, @Nullable String why) {
    return step(
        "saveSchemeDraft", one(reference, "id"), revision, input("document", document, "why", why));
  }

  /**
   * @param revision the revision that was looked at
   */
  public State approve(String reference, int revision, @Nullable String why) {
    return step("approveSchemeDraft", one(reference, "id"), revision, input("why", why));
  }

  public State edit(String reference, List<Edit> edits, @Nullable String why) {
    List<Map<String, Object>> told =
        edits.stream().map(edit -> input("path", edit.path(), "value", edit.value())).toList();
    return step("editSchemeDraft", reference, input("edits", told, "why", why));
  }

  public State addExample(String reference, String decision, String name) {
    return step("addSchemeExample", reference, input("decision", decision, "name", name));
  }

  public State rebase(String reference, List<String> keep, @Nullable String why) {
    return step("rebaseSchemeDraft", reference, input("keep", keep, "why", why));
  }

  public State submit(
      String reference, String announcedOn, @Nullable String existingFrom, @Nullable String why) {
    return step(
        "submitSchemeDraft",
        reference,
        input("announcedOn", announcedOn, "effectiveExistingFrom", existingFrom, "why", why));
  }

  /**
   * @param mutation returnSchemeDraft, publishSchemeDraft or withdrawSchemeDraft
   */
  public State step(String mutation, String reference, @Nullable String why) {
    return step(mutation, reference, input("why", why));
  }

  /** What a draft changes against its base, by path. */
  public List<SchemeChange> changes(String reference) {
    return parts(reference, "schemeDraftChanges", "path change title before after affects rules")
        .stream()
        .map(change -> StrictJson.mapper().convertValue(change, SchemeChange.class))
        .toList();
  }

  /** Where each value of a draft comes from. */
  public List<JsonNode> origins(String reference) {
    return parts(reference, "schemeDraftOrigins", "path source template line");
  }

  private List<JsonNode> parts(String reference, String field, String selection) {
    String document =
        "query Part($draft: ID!, $after: String) { %s(draft: $draft, first: 200, afterPath: $after) { items { %s } hasMore } }"
            .formatted(field, selection);
    Map<String, Object> variables = input("draft", one(reference, "id").path("id").asText());
    List<JsonNode> all = new ArrayList<>();
    boolean more;
    do {
      JsonNode part = api.execute(document, variables).path(field);
      part.path("items").forEach(all::add);
      more = part.path("hasMore").asBoolean();
      if (more) {
        variables.put("after", all.getLast().path("path").asText());
      }
    } while (more);
    return all;
  }

  /**
   * On the draft as it is now; for steps that replace nothing that the caller may not have seen.
   */
  private State step(String mutation, String reference, Map<String, Object> input) {
    JsonNode draft = one(reference, "id revision");
    return step(mutation, draft, draft.path("revision").asInt(), input);
  }

  private State step(String mutation, JsonNode draft, int revision, Map<String, Object> input) {
    input.put("draft", draft.path("id").asText());
    input.put("revision", revision);
    return run(mutation, input);
  }

  private State run(String mutation, Map<String, Object> input) {
    return State.of(Mutations.run(api, mutation, DRAFT, input).path("draft"));
  }

  public boolean exists(String reference) {
    return find(reference, "id").isObject();
  }

  private JsonNode one(String reference, String selection) {
    JsonNode found = find(reference, selection);
    if (!found.isObject()) {
      throw new ClientFailure("The council has no draft '" + reference + "'.");
    }
    return found;
  }

  private JsonNode find(String reference, String selection) {
    return api.execute(
            "query Draft($reference: String!) { schemeDrafts(first: 1, reference: $reference) { nodes { %s } } }"
                .formatted(selection),
            Map.of("reference", reference))
        .path("schemeDrafts")
        .path("nodes")
        .path(0);
  }

  /** Names and values by turns; what is absent is left out. */
  private static Map<String, Object> input(@Nullable Object... pairs) {
    Map<String, Object> input = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      if (value != null) {
        input.put(String.valueOf(pairs[i]), value);
      }
    }
    return input;
  }
}
