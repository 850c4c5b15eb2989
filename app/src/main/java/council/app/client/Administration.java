package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.identity.IssuerEntry;
import council.platform.identity.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Councils, their users and their schemes, by the mutations that every administrator has. */
public final class Administration {
  private final ApiClient api;

  public Administration(ApiClient api) {
    this.api = api;
  }

  /** A user or machine to be created. */
  public record User(String subject, String label, Role role, List<String> scopes) {}

  /** What came of loading a scheme. */
  public record LoadedScheme(String outcome, String contentHash) {}

  /** Codes of the councils that the instance hosts; for operators. */
  public Set<String> tenantCodes() {
    Set<String> codes = new HashSet<>();
    api.execute("{ hostedTenants(first: 200) { nodes { code } } }", Map.of())
        .path("hostedTenants")
        .path("nodes")
        .forEach(node -> codes.add(node.path("code").asText()));
    return codes;
  }

  /** Creates a council with an issuer and its first users; for operators. */
  public void createTenant(String code, String title, IssuerEntry issuer, List<User> users) {
    Map<String, Object> input = new HashMap<>();
    input.put("code", code);
    input.put("title", title);
    input.put(
        "issuers",
        List.of(
            Map.of(
                "issuer", issuer.issuer(),
                "audience", issuer.audience(),
                "algorithm", issuer.algorithm(),
                "jwks", issuer.jwks(),
                "demo", issuer.demo())));
    input.put(
        "principals",
        users.stream().map(user -> principal(issuer.issuer(), user, List.of())).toList());
    Mutations.run(api, "createTenant", "tenant { code }", input);
  }

  /** Creates a user that is bound to one provider. */
  public void createProviderUser(String issuer, User user, String providerId) {
    Mutations.run(
        api,
        "createPrincipal",
        "principal { id }",
        Map.of("principal", principal(issuer, user, List.of(providerId))));
  }

  private static Map<String, Object> principal(String issuer, User user, List<String> providerIds) {
    Map<String, Object> input = new HashMap<>();
    input.put("issuer", issuer);
    input.put("subject", user.subject());
    input.put("label", user.label());
    input.put("roles", List.of(user.role().name()));
    input.put("providers", providerIds);
    input.put("scopes", user.scopes());
    return input;
  }

  /** Labels of the council's users. */
  public Set<String> principalLabels() {
    Set<String> labels = new HashSet<>();
    eachNode("principals", "label", node -> labels.add(node.path("label").asText()));
    return labels;
  }

  /** Ids of the council's providers by reference. */
  public Map<String, String> providerIds() {
    Map<String, String> ids = new HashMap<>();
    eachNode(
        "providers",
        "id reference",
        node -> ids.put(node.path("reference").asText(), node.path("id").asText()));
    return ids;
  }

  private void eachNode(
      String field, String selection, java.util.function.Consumer<JsonNode> consumer) {
    String document =
        "query All($after: String) { %s(first: 200, after: $after) { nodes { %s } pageInfo { hasNextPage endCursor } } }"
            .formatted(field, selection);
    @Nullable String after = null;
    do {
      Map<String, Object> variables = new HashMap<>();
      variables.put("after", after);
      JsonNode page = api.execute(document, variables).path(field);
      page.path("nodes").forEach(consumer);
      JsonNode info = page.path("pageInfo");
      after = info.path("hasNextPage").asBoolean() ? info.path("endCursor").asText() : null;
    } while (after != null);
  }

  /** Validates a scheme and, unless it is a dry run, puts it in force by its date. */
  public LoadedScheme loadScheme(String document, boolean dryRun) {
    Map<String, Object> input = new HashMap<>();
    input.put("document", document);
    input.put("dryRun", dryRun);
    JsonNode payload = Mutations.run(api, "loadScheme", "outcome contentHash", input);
    return new LoadedScheme(payload.path("outcome").asText(), payload.path("contentHash").asText());
  }
}
