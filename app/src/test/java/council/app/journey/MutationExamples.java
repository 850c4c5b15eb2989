package council.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.app.demo.DemoCatalogue;
import council.platform.identity.IssuerEntry;
import council.platform.identity.Role;
import council.platform.personal.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An example of every mutation of the API that changes something, in an order in which each finds
 * what it needs, in a council of its own. A module that adds a mutation adds its example here.
 */
final class MutationExamples {
  static final String COUNCIL = "examples";
  private static final String ROUND = "EXAMPLE-1";

  private final DemoServer demo;
  private final List<Example> examples = new ArrayList<>();

  /**
   * @param input asked for at its turn; without the idempotency key
   */
  record Example(String mutation, ApiClient asker, Supplier<Map<String, Object>> input) {}

  MutationExamples(DemoServer demo) {
    this.demo = demo;
    add("createTenant", operator(), this::tenant);
    addPeople();
    addRounds();
    addSuspensions();
    addEvaluation();
    addAttributes();
    addRecords();
    examples.addAll(new DraftExamples(demo, scheme()).list());
    add("cancelJob", Role.TENANT_ADMIN, this::job);
    add("retryJob", Role.TENANT_ADMIN, this::job);
  }

  List<Example> list() {
    return examples;
  }

  private void add(String mutation, Role role, Supplier<Map<String, Object>> input) {
    add(mutation, demo.as(COUNCIL, role), input);
  }

  private void add(String mutation, ApiClient asker, Supplier<Map<String, Object>> input) {
    examples.add(new Example(mutation, asker, input));
  }

  private void addPeople() {
    add("registerIssuer", Role.TENANT_ADMIN, () -> Map.of("issuer", issuer("examples-2")));
    add(
        "replaceIssuer",
        Role.TENANT_ADMIN,
        () -> Map.of("issuer", issuer("examples-2"), "revision", 1));
    add(
        "removeIssuer",
        Role.TENANT_ADMIN,
        () -> Map.of("issuer", demo.tokens().issuer("examples-2").issuer(), "revision", 2));
    add("bindAudience", operator(), this::binding);
    add("releaseAudience", operator(), this::bound);
    add(
        "createPrincipal",
        Role.TENANT_ADMIN,
        () -> Map.of("principal", principal("example", Role.FINANCE)));
    add(
        "assignRoles",
        Role.TENANT_ADMIN,
        () -> with(principal(), "roles", List.of(Role.PROVIDER_USER.name())));
    add("disablePrincipal", Role.TENANT_ADMIN, this::principal);
    add("enablePrincipal", Role.TENANT_ADMIN, this::principal);
    add(
        "registerDocuments",
        Role.TENANT_ADMIN,
        () ->
            Map.of(
                "documents",
                List.of(Map.of("name", "Who asks", "document", "query Asks { me { label } }"))));
    add("requireTrustedDocuments", Role.TENANT_ADMIN, () -> Map.of("required", false));
  }

  private ApiClient operator() {
    return demo.as("platform", Role.PLATFORM_OPERATOR);
  }

  private Map<String, Object> binding() {
    return Map.of(
        "issuer",
        demo.tokens().issuer(COUNCIL).issuer(),
        "audience",
        "example-audience",
        "council",
        COUNCIL);
  }

  private Map<String, Object> bound() {
    JsonNode found =
        operator()
            .execute(
                "{ audienceBindings(first: 1, council: \"" + COUNCIL + "\") { nodes { id } } }",
                Map.of())
            .path("audienceBindings")
            .path("nodes")
            .path(0);
    return Map.of("id", found.path("id").asText());
  }

  private void addRounds() {
    DemoCatalogue.Council lancashire = lancashire();
    add("loadScheme", Role.TENANT_ADMIN, () -> Map.of("document", scheme()));
    add("openRound", Role.COMMISSIONER, () -> opening(ROUND));
    Map<String, Object> files = new HashMap<>(lancashire.files(lancashire.rounds().getFirst()));
    add("importRound", Role.COMMISSIONER, () -> merged(files, round(ROUND)));
    add("evaluateRound", Role.COMMISSIONER, () -> round(ROUND));
    add(
        "withdrawProposal",
        Role.COMMISSIONER,
        () -> with(round(ROUND), "reason", "To be corrected."));
    add("evaluateRound", Role.COMMISSIONER, () -> round(ROUND));
    add(
        "startStandstill",
        Role.LEAD_COMMISSIONER,
        () -> with(round(ROUND), "on", lancashire.rounds().getFirst().told()));
    add(
        "awardRound",
        Role.LEAD_COMMISSIONER,
        () -> with(round(ROUND), "on", lancashire.rounds().getFirst().awarded()));
    add("openRound", Role.COMMISSIONER, () -> opening("EXAMPLE-2"));
    add(
        "cancelRound",
        Role.LEAD_COMMISSIONER,
        () -> with(round("EXAMPLE-2"), "reason", "Nobody applied."));
    add(
        "bindPrincipal",
        Role.TENANT_ADMIN,
        () ->
            with(
                principal(),
                "providers",
                List.of(
                    one(Role.AUDITOR, "{ providers(first: 1) { nodes { id } } }", "providers")
                        .path("id")
                        .asText())));
  }

  /** Lancashire's with fields of the examples' own, which a draft may follow without simulation. */
  private static String scheme() {
    String own = "    EXAMPLE: {title: Example, type: TEXT}\n";
    return lancashire()
            .scheme()
            .replace("council: lancashire", "council: " + COUNCIL)
            .replace("\n  vehicles:\n", "\n  vehicles:\n" + SCORED)
            .replace("\n  provider:\n", "\n  provider:\n" + own)
            .replace("\n  location:\n", "\n  location:\n" + own)
        + "publication: {simulation: OPTIONAL}\n";
  }

  private void addAttributes() {
    add(
        "setProviderAttributes",
        Role.CONTRACT_OFFICER,
        () -> attribute("provider", "{ providers(first: 1) { nodes { id revision } } }"));
    add(
        "setLocationAttributes",
        Role.CONTRACT_OFFICER,
        () -> attribute("location", "{ locations(first: 1) { nodes { id revision } } }"));
  }

  private Map<String, Object> attribute(String owner, String document) {
    JsonNode found = one(Role.AUDITOR, document, owner + "s");
    Map<String, Object> given = Map.of("code", "EXAMPLE", "value", "An example");
    return with(at(owner, found), "attributes", List.of(given));
  }

  /** A framework whose answers people score. */
  private static final String SCORED =
      """
          SCORED:
            title: Scored
            frameworkStart: 2015-06-01
            criteria: [{code: QUALITY, title: Quality, weightPercent: 100, maximumScore: 10}]
            qualityThresholdPercent: 0
            tiers: [{kind: RANKED_PLACES, code: PLACE, title: Place, places: 1, capped: false}]
            tieBreakers: []
            evaluation: {}
            newBusiness: {}
      """;

  private void addEvaluation() {
    String round = "EXAMPLE-3";
    add(
        "openRound",
        Role.COMMISSIONER,
        () -> Map.of("vehicle", "SCORED", "reference", round, "title", "An example"));
    Map<String, Object> files = new HashMap<>(lancashire().files(lancashire().rounds().getFirst()));
    files.put("scoresCsv", "provider,criterion,zone,score\n");
    files.put("locationsCsv", "location,provider,zone,people,weekly_hours\n");
    add("importRound", Role.COMMISSIONER, () -> merged(files, round(round)));
    add("appointEvaluator", Role.LEAD_COMMISSIONER, () -> appointment(round, Role.COMMISSIONER));
    add(
        "appointEvaluator",
        Role.LEAD_COMMISSIONER,
        () -> appointment(round, Role.CONTRACT_OFFICER));
    add(
        "standDownEvaluator",
        Role.LEAD_COMMISSIONER,
        () ->
            with(
                below("evaluator", "evaluators(first: 1, round: \"EXAMPLE-3\")", 0),
                "reason",
                "An example."));
    add(
        "declareInterests",
        Role.CONTRACT_OFFICER,
        () ->
            merged(
                below("evaluator", "evaluators(first: 2, round: \"EXAMPLE-3\")", 1),
                Map.of("conflicts", List.of("P001"), "words", "An example.")));
    add(
        "scoreAnswer",
        Role.CONTRACT_OFFICER,
        () ->
            merged(
                below(
                    "answer",
                    "evaluationAnswers(first: 1, round: \"EXAMPLE-3\", provider: \"P002\")",
                    0),
                Map.of("revision", 0, "score", "7.5", "comment", "An example.")));
    add(
        "moderateAnswer",
        Role.LEAD_COMMISSIONER,
        () ->
            merged(
                below(
                    "answer",
                    "evaluationAnswers(first: 1, round: \"EXAMPLE-3\", provider: \"P002\")",
                    0),
                Map.of("score", "7", "rationale", "An example.")));
    add(
        "recordDueDiligence",
        Role.CONTRACT_OFFICER,
        () ->
            Map.of(
                "vehicle", "SUPPORTED_LIVING",
                "provider", "P001",
                "check", "COMMITMENTS",
                "answer", "Yes",
                "on", "2015-07-01",
                "evidence", "An example."));
  }

  private Map<String, Object> appointment(String reference, Role role) {
    return with(round(reference), "evaluator", "demo-" + role.code());
  }

  /** One of a list. */
  private Map<String, Object> below(String name, String list, int index) {
    return at(
        name,
        demo.ask(COUNCIL, Role.AUDITOR, "{ %s { nodes { id revision } } }".formatted(list))
            .path(list.substring(0, list.indexOf('(')))
            .path("nodes")
            .path(index));
  }

  private void addSuspensions() {
    add(
        "suspendProvider",
        Role.CONTRACT_OFFICER,
        () ->
            Map.of(
                "vehicle", "SUPPORTED_LIVING",
                "provider", "P001",
                "scope", "BOTH",
                "from", "2015-07-01",
                "reason", "An example."));
    add(
        "liftSuspension",
        Role.CONTRACT_OFFICER,
        () -> {
          JsonNode found =
              one(
                  Role.AUDITOR,
                  "{ suspensions(first: 1) { nodes { id revision } } }",
                  "suspensions");
          return Map.of(
              "suspension",
              found.path("id").asText(),
              "revision",
              found.path("revision").asInt(),
              "lastDay",
              "2015-08-01",
              "reason",
              "It is over.");
        });
  }

  private void addRecords() {
    add("registerPerson", recordKeeper(), () -> Map.of("reference", "EXAMPLE"));
    add("setCareEnd", recordKeeper(), () -> with(person(), "careEndedOn", "1990-01-01"));
    add("holdPerson", recordKeeper(), () -> with(person(), "reason", "An example."));
    add("releasePerson", recordKeeper(), this::person);
    add(
        "setRetentionRule",
        recordKeeper(),
        () -> Map.of("yearsAfterCare", 7, "revision", 0, "why", "An example."));
    add("pseudonymiseDuePeople", recordKeeper(), Map::of);
  }

  private ApiClient recordKeeper() {
    return demo.as(COUNCIL, Role.TENANT_ADMIN).withPurpose(Purpose.RECORD_KEEPING);
  }

  private Map<String, Object> person() {
    return at(
        "id", one(Role.TENANT_ADMIN, "{ people(first: 1) { nodes { id revision } } }", "people"));
  }

  private Map<String, Object> tenant() {
    return Map.of(
        "code",
        COUNCIL,
        "title",
        "Examples",
        "issuers",
        List.of(issuer(COUNCIL)),
        "principals",
        List.of(
                Role.TENANT_ADMIN,
                Role.COMMISSIONER,
                Role.LEAD_COMMISSIONER,
                Role.CONTRACT_OFFICER,
                Role.AUDITOR)
            .stream()
            .map(role -> principal("demo-" + role.code(), role))
            .toList());
  }

  private Map<String, Object> issuer(String council) {
    IssuerEntry entry = demo.tokens().issuer(council);
    return Map.of(
        "issuer", entry.issuer(),
        "audience", entry.audience(),
        "algorithm", entry.algorithm(),
        "jwks", entry.jwks(),
        "demo", entry.demo());
  }

  private Map<String, Object> principal(String subject, Role role) {
    return Map.of(
        "issuer",
        demo.tokens().issuer(COUNCIL).issuer(),
        "subject",
        subject,
        "label",
        subject,
        "roles",
        List.of(role.name()));
  }

  private Map<String, Object> principal() {
    return at(
        "id",
        one(
            Role.AUDITOR,
            "{ principals(first: 1, label: \"example\") { nodes { id revision } } }",
            "principals"));
  }

  private static Map<String, Object> opening(String reference) {
    return Map.of("vehicle", "SUPPORTED_LIVING", "reference", reference, "title", "An example");
  }

  private Map<String, Object> round(String reference) {
    return at(
        "round",
        one(
            Role.AUDITOR,
            "{ evaluationRounds(first: 1, reference: \""
                + reference
                + "\") { nodes { id revision } } }",
            "evaluationRounds"));
  }

  private Map<String, Object> job() {
    return at(
        "id",
        one(
            Role.TENANT_ADMIN,
            "{ jobs(first: 1, orderBy: OLDEST_FIRST, kind: \"platform.expire-idempotency-keys\")"
                + " { nodes { id revision } } }",
            "jobs"));
  }

  private static Map<String, Object> at(String name, JsonNode node) {
    return Map.of(name, node.path("id").asText(), "revision", node.path("revision").asInt());
  }

  private JsonNode one(Role role, String document, String list) {
    return demo.ask(COUNCIL, role, document).path(list).path("nodes").path(0);
  }

  private static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
    return merged(input, Map.of(name, value));
  }

  private static Map<String, Object> merged(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> all = new HashMap<>(one);
    all.putAll(other);
    return all;
  }

  static DemoCatalogue.Council lancashire() {
    return DemoCatalogue.load().councils().stream()
        .filter(council -> council.code().equals("lancashire"))
        .findFirst()
        .orElseThrow();
  }

  /** As a client sends it. */
  static Map<String, Object> withKey(Map<String, Object> input) {
    return with(input, "idempotencyKey", UUID.randomUUID().toString());
  }
}
