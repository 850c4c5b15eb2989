package council.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ApiClient;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoUsers;
import council.platform.identity.Role;
import council.testing.PostgresForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A made-up council of which nothing is known but its files, brought in by the public API. */
final class Northmere {
  static final String CODE = "northmere";
  static final Path FOLDER =
      PostgresForTests.sourceRoot().resolve("app/src/test/resources/councils/northmere");

  private final DemoServer demo;

  Northmere(DemoServer demo) {
    this.demo = demo;
  }

  static Path scheme() {
    return FOLDER.resolve("scheme.yaml");
  }

  static Path round(String folder) {
    return FOLDER.resolve("rounds").resolve(folder);
  }

  void create() throws IOException {
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(CODE, "Northmere", demo.tokens().issuer(CODE), DemoUsers.staff());
    new Administration(as(Role.TENANT_ADMIN)).loadScheme(Files.readString(scheme()), false);
  }

  ApiClient as(Role role) {
    return demo.as(CODE, role);
  }

  Round propose(String reference, String vehicle, String folder) {
    RoundUpload rounds = new RoundUpload(as(Role.COMMISSIONER));
    Round open = rounds.open(reference, vehicle, reference);
    rounds.importFiles(open, RoundUpload.readFolder(round(folder)), false);
    return rounds.evaluate(rounds.get(reference));
  }

  void award(Round proposed, String told, String on) {
    RoundUpload lead = new RoundUpload(as(Role.LEAD_COMMISSIONER));
    lead.award(lead.startStandstill(proposed, told), on);
  }

  JsonNode ask(String document) {
    return demo.ask(CODE, Role.AUDITOR, document);
  }

  /** References of the providers who may take the business, in order. */
  List<String> eligible(String vehicle, String zone, String kind, String on) {
    return ask("{ newBusinessEligibility(vehicle: \"%s\", zone: \"%s\", kind: %s, on: \"%s\") { providers { providerReference eligible } } }"
            .formatted(vehicle, zone, kind, on))
        .at("/newBusinessEligibility/providers")
        .valueStream()
        .filter(provider -> provider.path("eligible").asBoolean())
        .map(provider -> provider.path("providerReference").asText())
        .sorted()
        .toList();
  }

  /** Codes of the problems; empty where the values are kept. */
  List<String> setAttributes(String provider, Map<String, String> values) {
    JsonNode known =
        ask("{ providers(first: 1, reference: \"%s\") { nodes { id revision } } }"
                .formatted(provider))
            .at("/providers/nodes/0");
    List<Map<String, String>> given =
        values.entrySet().stream()
            .map(value -> Map.of("code", value.getKey(), "value", value.getValue()))
            .toList();
    return as(Role.CONTRACT_OFFICER)
        .execute(
            """
            mutation($id: ID!, $revision: Int!, $key: String!, $values: [AttributeInput!]!) {
              setProviderAttributes(input: { idempotencyKey: $key, provider: $id, revision: $revision,
                attributes: $values }) { problems { code } } }
            """,
            Map.of(
                "id",
                known.path("id").asText(),
                "revision",
                known.path("revision").asInt(),
                "key",
                provider + given,
                "values",
                given))
        .at("/setProviderAttributes/problems")
        .findValuesAsText("code");
  }
}
