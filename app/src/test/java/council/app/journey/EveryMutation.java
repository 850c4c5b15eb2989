package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ApiClient;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoCatalogue;
import council.app.demo.DemoTokens;
import council.app.demo.DemoUsers;
import council.app.journey.MutationExamples.Example;
import council.app.server.Instance;
import council.platform.identity.IssuerEntry;
import council.platform.identity.PrincipalEntry;
import council.platform.identity.Role;
import council.platform.identity.TenantProvisioning;
import council.platform.module.InstalledModules;
import council.platform.personal.Purpose;
import council.testing.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Calls every mutation of the API with success: its example, and in a council of its own those
 * whose second call changes something else than the first.
 */
final class EveryMutation {
  static final String COUNCIL = "audited";
  private static final String VEHICLE = "SUPPORTED_LIVING";
  private final Instance instance;
  private final Database database;
  private final DemoTokens tokens = new DemoTokens(DemoServer.folder());
  private final DemoCatalogue.Council lancashire =
      DemoCatalogue.load().councils().stream()
          .filter(council -> council.code().equals("lancashire"))
          .findFirst()
          .orElseThrow();

  EveryMutation(Instance instance, Database database) {
    this.instance = instance;
    this.database = database;
  }

  void call() {
    createCouncil();
    awardARound();
    cancelAnotherRound();
    suspend();
    administerUsers();
    administerIssuers();
    bindAnAudience();
    lookAfterAPerson();
    cancelAndRetryAJob();
    for (Example example : new MutationExamples(DemoServer.of(instance, database, tokens)).list()) {
      run(example.asker(), example.mutation(), "", example.input().get());
    }
  }

  /** The council with its users and schemes. */
  void createCouncil() {
    establishHost();
    new Administration(as(InstalledModules.HOST, Role.PLATFORM_OPERATOR))
        .createTenant(COUNCIL, "Audited", tokens.issuer(COUNCIL), DemoUsers.staff());
    loadSchemes();
  }

  String token(Role role) {
    return tokens.token(COUNCIL, role, null);
  }

  private void establishHost() {
    IssuerEntry issuer = tokens.issuer(InstalledModules.HOST);
    String subject = DemoTokens.subject(Role.PLATFORM_OPERATOR, null);
    PrincipalEntry operator =
        PrincipalEntry.staff(issuer.issuer(), subject, subject, Role.PLATFORM_OPERATOR);
    instance.context().getBean(TenantProvisioning.class).establishHost(issuer, List.of(operator));
  }

  /** The second one gives a zone another name and drops one. */
  private void loadSchemes() {
    Administration admin = new Administration(as(Role.TENANT_ADMIN));
    String scheme =
        lancashire.scheme().replace("council: lancashire", "council: " + COUNCIL)
            + "\npublication: {byFile: ALWAYS}\n";
    admin.loadScheme(scheme, false);
    String renamed = scheme.replace("title: Preston", "title: City of Preston");
    assertThat(renamed).isNotEqualTo(scheme);
    admin.loadScheme(renamed, false);
  }

  private void awardARound() {
    RoundUpload commissioner = new RoundUpload(as(Role.COMMISSIONER));
    RoundUpload lead = new RoundUpload(as(Role.LEAD_COMMISSIONER));
    Map<String, String> files = lancashire.files(lancashire.rounds().getFirst());
    commissioner.importFiles(commissioner.open("R1", VEHICLE, "First round"), files, false);
    commissioner.importFiles(commissioner.get("R1"), changed(files), false);
    Round proposed = commissioner.evaluate(commissioner.get("R1"));
    end("withdrawProposal", proposed);
    proposed = commissioner.evaluate(commissioner.get("R1"));
    lead.award(lead.startStandstill(proposed, "2015-05-01"), "2015-05-20");
  }

  /** The same files with another name of a provider, and a location that has grown. */
  private static Map<String, String> changed(Map<String, String> files) {
    Map<String, String> changed = new HashMap<>(files);
    changed.computeIfPresent(
        "providersCsv", (_, csv) -> csv.replaceFirst("(?m)^(P001,)", "$1New "));
    assertThat(changed).isNotEqualTo(files);
    return changed;
  }

  private void cancelAnotherRound() {
    RoundUpload commissioner = new RoundUpload(as(Role.COMMISSIONER));
    end("cancelRound", commissioner.open("R2", VEHICLE, "Second round"));
  }

  private void end(String mutation, Round round) {
    run(
        Role.LEAD_COMMISSIONER,
        mutation,
        "round { id }",
        Map.of("round", round.id(), "revision", round.revision(), "reason", "Advertised wrongly"));
  }

  private void suspend() {
    JsonNode suspension =
        run(
                Role.CONTRACT_OFFICER,
                "suspendProvider",
                "suspension { id revision }",
                Map.of(
                    "vehicle", VEHICLE,
                    "provider", "P001",
                    "scope", "NEW_BUSINESS",
                    "from", "2015-07-01",
                    "reason", "Two serious complaints"))
            .path("suspension");
    run(
        Role.CONTRACT_OFFICER,
        "liftSuspension",
        "suspension { id }",
        Map.of(
            "suspension",
            suspension.path("id").asText(),
            "revision",
            suspension.path("revision").asInt(),
            "lastDay",
            "2015-07-10",
            "reason",
            "Things were put right"));
  }

  private void administerUsers() {
    Map<String, String> providers = new Administration(as(Role.TENANT_ADMIN)).providerIds();
    Map<String, Object> user = new HashMap<>();
    user.put("issuer", tokens.issuer(COUNCIL).issuer());
    user.put("subject", "somebody");
    user.put("label", "newcomer");
    user.put("roles", List.of("PROVIDER_USER"));
    user.put("providers", List.of(Objects.requireNonNull(providers.get("P001"))));
    user.put("scopes", List.of());
    JsonNode at = principal("createPrincipal", Map.of("principal", user));
    at =
        principal(
            "bindPrincipal",
            at,
            Map.of("providers", List.of(Objects.requireNonNull(providers.get("P002")))));
    at = principal("assignRoles", at, Map.of("roles", List.of("FINANCE")));
    at = principal("disablePrincipal", at, Map.of());
    principal("enablePrincipal", at, Map.of());
  }

  private JsonNode principal(String mutation, JsonNode at, Map<String, ?> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("id", at.path("id").asText());
    input.put("revision", at.path("revision").asInt());
    return principal(mutation, input);
  }

  private JsonNode principal(String mutation, Map<String, ?> input) {
    return run(Role.TENANT_ADMIN, mutation, "principal { id revision }", input).path("principal");
  }

  private void administerIssuers() {
    IssuerEntry own = tokens.issuer(COUNCIL);
    Map<String, Object> issuer = new HashMap<>();
    issuer.put("issuer", "urn:council:demo:another");
    issuer.put("audience", own.audience());
    issuer.put("algorithm", own.algorithm());
    issuer.put("jwks", own.jwks());
    issuer.put("demo", true);
    run(Role.TENANT_ADMIN, "registerIssuer", "issuer", Map.of("issuer", issuer));
    issuer.put("audience", "another-audience");
    run(Role.TENANT_ADMIN, "replaceIssuer", "issuer", Map.of("issuer", issuer));
    run(Role.TENANT_ADMIN, "removeIssuer", "issuer", Map.of("issuer", "urn:council:demo:another"));
  }

  private void bindAnAudience() {
    ApiClient operator = as(InstalledModules.HOST, Role.PLATFORM_OPERATOR);
    Map<String, Object> audience =
        Map.of("issuer", "https://login.example", "audience", "audited", "council", COUNCIL);
    JsonNode bound = run(operator, "bindAudience", "binding { id }", audience).path("binding");
    run(operator, "releaseAudience", "released", Map.of("id", bound.path("id").asText()));
  }

  private void lookAfterAPerson() {
    JsonNode at =
        person("registerPerson", Map.of("reference", "X-4711", "careEndedOn", "2000-01-01"));
    at = person("setCareEnd", and(at(at), "careEndedOn", "2001-01-01"));
    at = person("holdPerson", and(at(at), "reason", "A complaint is open"));
    person("releasePerson", at(at));
    JsonNode rule = as(Role.TENANT_ADMIN).execute("{ retentionRule { revision } }", Map.of());
    run(
        Role.TENANT_ADMIN,
        "setRetentionRule",
        "retentionRule { revision }",
        Map.of(
            "yearsAfterCare",
            5,
            "revision",
            rule.at("/retentionRule/revision").asInt(),
            "why",
            "Decided by the council"));
    JsonNode done = run(Role.TENANT_ADMIN, "pseudonymiseDuePeople", "people", Map.of());
    assertThat(done.path("people").asInt()).isEqualTo(1);
  }

  private JsonNode person(String mutation, Map<String, ?> input) {
    return run(Role.TENANT_ADMIN, mutation, "person { id revision }", input).path("person");
  }

  private static Map<String, Object> and(Map<String, Object> input, String name, Object value) {
    Map<String, Object> more = new HashMap<>(input);
    more.put(name, value);
    return more;
  }

  private void cancelAndRetryAJob() {
    JsonNode waiting =
        as(Role.TENANT_ADMIN)
            .execute("{ jobs(status: WAITING, first: 1) { nodes { id revision } } }", Map.of())
            .at("/jobs/nodes/0");
    JsonNode cancelled =
        run(Role.TENANT_ADMIN, "cancelJob", "job { id revision }", at(waiting)).path("job");
    run(Role.TENANT_ADMIN, "retryJob", "job { id }", at(cancelled));
  }

  private static Map<String, Object> at(JsonNode node) {
    return Map.of("id", node.path("id").asText(), "revision", node.path("revision").asInt());
  }

  private JsonNode run(Role role, String mutation, String selection, Map<String, ?> input) {
    return run(as(role), mutation, selection, input);
  }

  private JsonNode run(ApiClient asker, String mutation, String selection, Map<String, ?> input) {
    GraphqlInput type = GraphqlInput.of(instance, mutation);
    Map<String, Object> complete = new HashMap<>(input);
    complete.put("idempotencyKey", UUID.randomUUID().toString());
    JsonNode payload =
        asker
            .withPurpose(Purpose.RECORD_KEEPING)
            .execute(
                "mutation Run($input: %s) { %s(input: $input) { %s problems { code path message } } }"
                    .formatted(type.name(), mutation, selection),
                Map.of("input", complete))
            .path(mutation);
    assertThat(payload.path("problems")).as(mutation).isEmpty();
    return payload;
  }

  ApiClient as(Role role) {
    return as(COUNCIL, role);
  }

  private ApiClient as(String council, Role role) {
    return new ApiClient(instance.url(), tokens.token(council, role, null));
  }
}
