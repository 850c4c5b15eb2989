package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Registers the documents that a council's clients may send, and decides who may send no others.
 */
public final class TrustedDocuments {
  private static final String REGISTER = "documents { documentId name }";
  private static final String REQUIRE = "rule { required }";
  private static final String LIST =
      "query All($after: String) { trustedDocuments(first: 200, after: $after, orderBy: NAME_ASC) {"
          + " nodes { documentId name client { label } } pageInfo { hasNextPage endCursor } } }";

  /** What this program itself sends to look after documents. */
  private static final Map<String, String> OWN =
      new TreeMap<>(
          Map.of(
              "council document register",
              Mutations.document("registerDocuments", REGISTER),
              "council document require",
              Mutations.document("requireTrustedDocuments", REQUIRE),
              "council document list",
              LIST));

  private final ApiClient api;

  public TrustedDocuments(ApiClient api) {
    this.api = api;
  }

  /** A registered document. */
  public record Registered(String documentId, String name, @Nullable String client) {}

  /**
   * Registers documents by name for one client, or for all of the council's.
   *
   * @param client label of the client
   */
  public List<Registered> register(@Nullable String client, Map<String, String> documents) {
    Map<String, Object> input = withClient(client);
    List<Map<String, String>> all = new ArrayList<>();
    documents.forEach((name, text) -> all.add(Map.of("name", name, "document", text)));
    input.put("documents", all);
    List<Registered> registered = new ArrayList<>();
    Mutations.run(api, "registerDocuments", REGISTER, input)
        .path("documents")
        .forEach(document ->
            registered.add(
                new Registered(
                    document.path("documentId").asText(), document.path("name").asText(), client)));
    return registered;
  }

  /**
   * Decides whether trusted documents are required; before they are, what takes the decision back
   * is registered too.
   */
  public void require(@Nullable String client, boolean required) {
    if (required) {
      register(null, OWN);
    }
    Map<String, Object> input = withClient(client);
    input.put("required", required);
    Mutations.run(api, "requireTrustedDocuments", REQUIRE, input);
  }

  /** Every document of the council, by name. */
  public void forEach(Consumer<Registered> consumer) {
    @Nullable String after = null;
    do {
      Map<String, Object> variables = new HashMap<>();
      variables.put("after", after);
      JsonNode page = api.execute(LIST, variables).path("trustedDocuments");
      for (JsonNode document : page.path("nodes")) {
        consumer.accept(
            new Registered(
                document.path("documentId").asText(),
                document.path("name").asText(),
                document.path("client").path("label").textValue()));
      }
      JsonNode info = page.path("pageInfo");
      after = info.path("hasNextPage").asBoolean() ? info.path("endCursor").asText() : null;
    } while (after != null);
  }

  private Map<String, Object> withClient(@Nullable String label) {
    Map<String, Object> input = new HashMap<>();
    if (label != null) {
      input.put("client", label);
    }
    return input;
  }
}
