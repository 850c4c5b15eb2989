package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.identity.IssuerEntry;
import council.platform.identity.Role;
import java.util.ArrayList;
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
    input.put("issuers", List.of(issuer(issuer)));
    input.put(
        "principals",
        users.stream().map(user -> principal(issuer.issuer(), user, List.of())).toList());
    Mutations.run(api, "createTenant", "tenant { code }", input);
  }

  private static Map<String, @Nullable Object> issuer(IssuerEntry issuer) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("issuer", issuer.issuer());
    input.put("audience", issuer.audience());
    input.put("algorithm", issuer.algorithm());
    input.put("keySource", issuer.keySource().name());
    input.put("jwks", issuer.jwks());
    input.put("tokenType", issuer.tokenType().name());
    input.put("maxLifetimeSeconds", issuer.maxLifetimeSeconds());
    input.put("demo", issuer.demo());
    return input;
  }

  public void registerIssuer(IssuerEntry issuer) {
    Mutations.run(
        api, "registerIssuer", "issuer", "SetIssuerInput", Map.of("issuer", issuer(issuer)));
  }

  public void replaceIssuer(IssuerEntry issuer) {
    Mutations.run(api, "replaceIssuer", "issuer", Map.of("issuer", issuer(issuer)));
  }

  public void removeIssuer(String issuer) {
    Mutations.run(api, "removeIssuer", "issuer", Map.of("issuer", issuer));
  }

  /** Issuer, audience, algorithm, source of keys, and {@code removed} where it is. */
  public List<List<String>> issuers() {
    List<List<String>> lines = new ArrayList<>();
    eachNode(
        "issuers",
        "issuer audience algorithm keySource removedAt",
        node ->
            lines.add(
                List.of(
                    node.path("issuer").asText(),
                    node.path("audience").asText(),
                    node.path("algorithm").asText(),
                    node.path("keySource").asText(),
                    node.path("removedAt").isNull() ? "" : "removed")));
    return lines;
  }

  /** Has tokens of that issuer and audience that name no council belong to one; for operators. */
  public void bindAudience(String issuer, String audience, String council) {
    Mutations.run(
        api,
        "bindAudience",
        "binding { council }",
        Map.of("issuer", issuer, "audience", audience, "council", council));
  }

  /** Ends that; answers false where they were bound to no council. */
  public boolean releaseAudience(String issuer, String audience) {
    List<String> ids = new ArrayList<>();
    eachNode(
        "audienceBindings",
        "id issuer audience",
        node -> {
          if (node.path("issuer").asText().equals(issuer)
              && node.path("audience").asText().equals(audience)) {
            ids.add(node.path("id").asText());
          }
        });
    ids.forEach(id -> Mutations.run(api, "releaseAudience", "released", Map.of("id", id)));
    return !ids.isEmpty();
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

  /** Whether the council has any version of a scheme. */
  public boolean hasScheme() {
    return api.execute("{ schemeVersions(first: 1) { totalCount } }", Map.of())
            .path("schemeVersions")
            .path("totalCount")
            .asInt()
        > 0;
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
