package council.config.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.graphql.run.GraphqlRequest;
import council.graphql.run.GraphqlService;
import council.platform.identity.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Drafts as their writers and approvers use them. */
final class DraftApi {
  private static final String DRAFT =
      "draft { id status revision contentHash document source base { number } version { number"
          + " status } problems { code path } warnings { code path } examples { name passed"
          + " differences { path value expected } } allowedActions { action allowed because } }";

  private final GraphqlService api;
  private final Actor actor;

  DraftApi(GraphqlService api, Actor actor) {
    this.api = api;
    this.actor = actor;
  }

  /** A draft as somebody saw it. */
  record Seen(String id, int revision) {
    static Seen of(JsonNode payload) {
      JsonNode draft = payload.path("draft");
      return new Seen(draft.path("id").asText(), draft.path("revision").asInt());
    }
  }

  JsonNode create(String reference, String document) {
    return call("createSchemeDraft", Map.of("reference", reference, "document", document));
  }

  JsonNode save(Seen draft, String document) {
    return step("saveSchemeDraft", draft, Map.of("document", document));
  }

  JsonNode edit(Seen draft, String path, String value) {
    return step(
        "editSchemeDraft", draft, Map.of("edits", List.of(Map.of("path", path, "value", value))));
  }

  JsonNode submit(Seen draft) {
    return step("submitSchemeDraft", draft, Map.of("announcedOn", "2015-01-01"));
  }

  JsonNode step(String mutation, Seen draft, Map<String, ?> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("draft", draft.id());
    input.put("revision", draft.revision());
    return call(mutation, input);
  }

  JsonNode call(String mutation, Map<String, ?> input) {
    Map<String, Object> complete = new HashMap<>(input);
    complete.put("idempotencyKey", UUID.randomUUID().toString());
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    String selection =
        mutation.equals("withdrawSchemeVersion") ? "version { status withdrawal { why } }" : DRAFT;
    JsonNode answer =
        ask(
            "mutation($input: %s!) { %s(input: $input) { %s problems { code path message value expected } } }"
                .formatted(type, mutation, selection),
            Map.of("input", complete));
    return answer.path(mutation);
  }

  JsonNode ask(String document, Map<String, Object> variables) {
    JsonNode answer =
        new ObjectMapper()
            .valueToTree(
                api.run(actor, new GraphqlRequest(document, null, variables), false).body());
    assertThat(answer.has("errors")).as("%s", answer).isFalse();
    return answer.path("data");
  }

  static List<String> codes(JsonNode payload) {
    return payload.path("problems").findValuesAsText("code");
  }
}
