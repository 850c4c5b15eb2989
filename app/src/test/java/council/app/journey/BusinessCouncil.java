package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.Administration.User;
import council.app.client.ApiClient;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoTokens;
import council.app.demo.DemoUsers;
import council.platform.identity.Role;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A council of a test's own with places that were awarded, and what is done with its requests. */
final class BusinessCouncil {
  private static final String PROBLEMS = "problems { code path message }";
  private final DemoServer demo;
  private final String code;

  BusinessCouncil(DemoServer demo, String code) {
    this.demo = demo;
    this.code = code;
  }

  /** Brings in a scheme and one round's files, and awards the places. */
  BusinessCouncil create(
      String scheme, String vehicle, Map<String, String> files, String told, String awarded) {
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(code, code, demo.tokens().issuer(code), DemoUsers.staff());
    new Administration(as(Role.TENANT_ADMIN))
        .loadScheme(scheme.replaceFirst("(?m)^council: \\w+", "council: " + code), false);
    RoundUpload rounds = new RoundUpload(as(Role.COMMISSIONER));
    Round open = rounds.open("R1", vehicle, "R1");
    rounds.importFiles(open, files, false);
    RoundUpload lead = new RoundUpload(as(Role.LEAD_COMMISSIONER));
    lead.award(lead.startStandstill(rounds.evaluate(rounds.get("R1")), told), awarded);
    return this;
  }

  ApiClient as(Role role) {
    return demo.as(code, role);
  }

  /** A user of that provider, created where there is none yet. */
  ApiClient asProvider(String provider) {
    Administration admin = new Administration(as(Role.TENANT_ADMIN));
    String subject = DemoTokens.subject(Role.PROVIDER_USER, provider);
    if (!admin.principalLabels().contains(subject)) {
      admin.createProviderUser(
          demo.tokens().issuer(code).issuer(),
          new User(subject, subject, Role.PROVIDER_USER, List.of()),
          String.valueOf(admin.providerIds().get(provider)));
    }
    return demo.asProvider(code, provider);
  }

  JsonNode ask(String document) {
    return demo.ask(code, Role.AUDITOR, document);
  }

  /** The payload of a mutation that must have no problems. */
  JsonNode run(ApiClient asker, String mutation, String selection, Map<String, ?> input) {
    JsonNode payload = send(asker, mutation, selection, input);
    assertThat(payload.path("problems")).as("%s: %s", mutation, payload).isEmpty();
    return payload;
  }

  /** Codes of the problems with which a mutation must be refused. */
  List<String> refused(ApiClient asker, String mutation, Map<String, ?> input) {
    JsonNode payload = send(asker, mutation, "", input);
    assertThat(payload.path("problems")).as("%s: %s", mutation, payload).isNotEmpty();
    return payload.path("problems").findValuesAsText("code");
  }

  private JsonNode send(ApiClient asker, String mutation, String selection, Map<String, ?> input) {
    return asker
        .execute(
            "mutation($input: %s) { answer: %s(input: $input) { %s %s } }"
                .formatted(
                    GraphqlInput.of(demo.instance(), mutation).name(),
                    mutation,
                    selection,
                    PROBLEMS),
            Map.of("input", MutationExamples.withKey(new HashMap<>(input))))
        .path("answer");
  }

  String open(
      String vehicle, String reference, String kind, String zone, String hours, String startsOn) {
    run(
        as(Role.CONTRACT_OFFICER),
        "openRequest",
        "request { id }",
        Map.of(
            "vehicle", vehicle,
            "reference", reference,
            "kind", kind,
            "zone", zone,
            "need", "Support with daily living",
            "weeklyHours", hours,
            "startsOn", startsOn));
    return reference;
  }

  JsonNode request(String reference) {
    return ask("""
    { businessRequests(first: 1, reference: "%s") { nodes { id revision status method attempt
      chosen { reference } callOff { id revision value provider { reference } }
      eligibility { reasons { verdict seen { name value } } } order { id result }
      allowedActions { action allowed }
      offers { nodes { id revision status position provider { reference } answeredBy } } } } }
    """
            .formatted(reference))
        .at("/businessRequests/nodes/0");
  }

  String status(String reference) {
    return request(reference).path("status").asText();
  }

  Map<String, Object> at(String reference) {
    JsonNode request = request(reference);
    return Map.of(
        "request", request.path("id").asText(), "revision", request.path("revision").asInt());
  }

  JsonNode step(String mutation, String reference) {
    return run(as(Role.CONTRACT_OFFICER), mutation, "request { status }", at(reference));
  }

  /** The offer that waits for an answer; missing where there is none. */
  JsonNode openOffer(String reference) {
    return request(reference)
        .at("/offers/nodes")
        .valueStream()
        .filter(offer -> offer.path("status").asText().equals("OFFERED"))
        .findFirst()
        .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }

  String offeredTo(String reference) {
    return openOffer(reference).at("/provider/reference").asText();
  }

  JsonNode offerTo(String reference, String provider) {
    return request(reference)
        .at("/offers/nodes")
        .valueStream()
        .filter(offer -> offer.at("/provider/reference").asText().equals(provider))
        .findFirst()
        .orElseThrow();
  }

  static Map<String, Object> answer(JsonNode offer) {
    return Map.of("offer", offer.path("id").asText(), "revision", offer.path("revision").asInt());
  }

  static Map<String, Object> with(Map<String, Object> input, Object... more) {
    Map<String, Object> all = new HashMap<>(input);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i].toString(), more[i + 1]);
    }
    return all;
  }

  void decline(ApiClient asker, JsonNode offer) {
    run(asker, "declineOffer", "offer { status }", with(answer(offer), "because", "NO_STAFF"));
  }

  void suspend(String vehicle, String provider, String from) {
    run(
        as(Role.CONTRACT_OFFICER),
        "suspendProvider",
        "suspension { id }",
        Map.of(
            "vehicle", vehicle,
            "provider", provider,
            "scope", "NEW_BUSINESS",
            "from", from,
            "reason", "Serious complaints"));
  }

  Map<String, Object> award(String reference, String provider, String on) {
    return with(at(reference), "provider", provider, "on", on);
  }

  /** Lets the time of what is open of a request run out, as the clock would. */
  void timeRunsOut(String reference) throws SQLException {
    String of =
        "(select id from framework.business_request where reference = '%s' and tenant_id = '%s')"
            .formatted(reference, code);
    try (CouncilTables tables = new CouncilTables(demo.database().connectAsSuperuser())) {
      tables.execute(
          "update framework.offer set answer_by = now() - interval '1 second'"
              + " where status in ('OFFERED', 'RESPONDED') and request_id = "
              + of);
      String jobs =
          "kind = 'framework.carry-on-request' and status = 'WAITING' and payload::text like '%' ||"
              + " "
              + of
              + "::text || '%'";
      tables.execute("update platform.job set due_at = now() where " + jobs);
      tables.execute(
          "update platform.scheduled_job s set execution_time = now() from platform.job j"
              + " where s.task_instance like '%' || j.id::text || '%' and j."
              + jobs.replace(" and ", " and j."));
    }
  }

  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("what was waited for has not come").isLessThan(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
