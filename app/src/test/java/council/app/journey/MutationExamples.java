package council.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.app.demo.DemoCatalogue;
import council.platform.identity.IssuerEntry;
import council.platform.identity.Role;
import council.platform.personal.Purpose;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

  /** So little that an example passes it. */
  private static final String SPEND =
      """
            spend:
              limits:
                - {kind: AUTHORITY, code: COUNCIL, title: Authority, amount: 100}
                - {kind: CONDITIONAL, code: MORE, title: More, amount: 50, condition: An example}
              warnAtPercent: [50]
      """;

  private static final String CALL_OFF =
      """
            callOff:
              RE_PROCURED:
                kind: MINI_COMPETITION
                criteria:
                  - {code: PLAN, title: Plan, weightPercent: 50, maximumScore: 5}
                  - {code: PRICE, title: Price, weightPercent: 50, maximumScore: 5, source: {kind: PRICE}}
              NEW_TENANT_AT_EXISTING_LOCATION: {kind: CHOICE}
      """;

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
    examples.addAll(new TransitionExamples(demo).list());
    addSuspensions();
    addPlaceSteps();
    addExemptions();
    addSpend();
    addBusiness();
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
    add("takeFrameworkOption", Role.LEAD_COMMISSIONER, MutationExamples::option);
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
            .replaceFirst("\n(      award:\n)", "\n" + SPEND + CALL_OFF + "$1")
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
                "reviewOn", "2015-07-15",
                "reason", "An example.",
                "evidence", "A complaint."));
    add(
        "reviewSuspension",
        Role.CONTRACT_OFFICER,
        () ->
            with(
                with(with(suspension(), "on", "2015-07-15"), "nextReviewOn", "2015-07-20"),
                "reason",
                "It stays."));
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

  private Map<String, Object> suspension() {
    return at(
        "suspension",
        one(Role.AUDITOR, "{ suspensions(first: 1) { nodes { id revision } } }", "suspensions"));
  }

  private void addPlaceSteps() {
    add(
        "movePlace",
        Role.CONTRACT_OFFICER,
        () ->
            merged(
                with(step("MOVE_FOR_QUALITY"), "ground", "QUALITY_STANDARDS"),
                at("place", places("provider: \"P003\", zone: \"LAN\"").getFirst())));
    add(
        "endPlaces",
        Role.LEAD_COMMISSIONER,
        () ->
            with(
                with(step("REMOVE"), "ground", "QUALITY_STANDARDS"),
                "places",
                List.of(at("place", places("provider: \"P025\", zone: \"PEN\"").getFirst()))));
    add(
        "novatePlaces",
        Role.LEAD_COMMISSIONER,
        () ->
            with(
                with(step("NOVATE_ON_SALE"), "buyer", "P049"),
                "places",
                places("provider: \"P048\"").stream().map(p -> at("place", p)).toList()));
    add(
        "admitAtSite",
        Role.CONTRACT_OFFICER,
        () ->
            merged(
                step("ADMIT_DEREGISTERED_HOME"),
                Map.of("vehicle", "SUPPORTED_LIVING", "provider", "P006", "location", "L0013")));
  }

  private static Map<String, Object> step(String step) {
    return Map.of(
        "step", step, "on", "2016-02-01", "reason", "An example.", "evidence", "A report.");
  }

  private List<JsonNode> places(String which) {
    return demo.ask(
            COUNCIL,
            Role.AUDITOR,
            "{ places(first: 50, inForceOn: \"2016-02-01\", "
                + which
                + ") { nodes { id revision } } }")
        .at("/places/nodes")
        .valueStream()
        .toList();
  }

  private void addExemptions() {
    add(
        "grantExemption",
        Role.LEAD_COMMISSIONER,
        () ->
            merged(
                at(
                    "transitionCase",
                    one(
                        Role.AUDITOR,
                        "{ transitionCases(first: 1, status: OPEN) { nodes { id revision } } }",
                        "transitionCases")),
                Map.of(
                    "kind", "FORMER_NHS_SCHEME",
                    "from", "2016-06-01",
                    "until", LocalDate.now(ZoneOffset.UTC).plusYears(1).toString(),
                    "reason", "An example.",
                    "evidence", "A letter.")));
    add(
        "extendExemption",
        Role.LEAD_COMMISSIONER,
        () ->
            merged(
                exemption(),
                Map.of(
                    "until",
                    LocalDate.now(ZoneOffset.UTC).plusYears(2).toString(),
                    "reason",
                    "It takes longer.")));
    add(
        "endExemption",
        Role.LEAD_COMMISSIONER,
        () -> merged(exemption(), Map.of("lastDay", "2016-12-31", "reason", "It is over.")));
  }

  private Map<String, Object> exemption() {
    return at(
        "exemption",
        one(
            Role.AUDITOR,
            "{ exemptions(first: 1, status: GRANTED) { nodes { id revision } } }",
            "exemptions"));
  }

  private void addSpend() {
    add(
        "openConditionalSpend",
        Role.LEAD_COMMISSIONER,
        () ->
            Map.of(
                "vehicle", "SUPPORTED_LIVING",
                "limit", "MORE",
                "amount", "10.00",
                "on", "2015-07-01",
                "evidence", "The figures of an example.",
                "reason", "An example."));
    add(
        "recordCommitment",
        Role.LEAD_COMMISSIONER,
        () ->
            Map.of(
                "vehicle", "SUPPORTED_LIVING",
                "provider", "P001",
                "funder", "COUNCIL",
                "amount", "120.00",
                "on", "2015-07-01",
                "what", "An example of support",
                "override", "An example."));
  }

  private void addBusiness() {
    addOffers();
    addCompetition();
    add("openRequest", Role.CONTRACT_OFFICER, this::requestAtLocation);
    add(
        "recordChoice",
        Role.CONTRACT_OFFICER,
        () ->
            merged(
                request("EXAMPLE-C"),
                Map.of("provider", holder(), "by", "The person", "how", "After two visits.")));
  }

  private void addOffers() {
    add("openRequest", Role.CONTRACT_OFFICER, () -> requested("EXAMPLE-A", "NEW"));
    add("offerRequest", Role.CONTRACT_OFFICER, () -> request("EXAMPLE-A"));
    add("declineOffer", Role.CONTRACT_OFFICER, () -> declined("EXAMPLE-A"));
    add(
        "recallOffer",
        Role.CONTRACT_OFFICER,
        () -> with(request("EXAMPLE-A"), "reason", "An example."));
    add("acceptOffer", Role.CONTRACT_OFFICER, () -> offer("EXAMPLE-A", "OFFERED"));
    add(
        "awardCallOff",
        Role.LEAD_COMMISSIONER,
        () ->
            merged(
                request("EXAMPLE-A"),
                Map.of(
                    "provider",
                    offerNode("EXAMPLE-A", "ACCEPTED").at("/provider/reference").asText(),
                    "on",
                    "2015-08-20",
                    "hourlyRate",
                    "14.20",
                    "reason",
                    "An example.",
                    "override",
                    "An example.")));
    add(
        "endCallOff",
        Role.LEAD_COMMISSIONER,
        () ->
            merged(
                at(
                    "callOff",
                    one(
                        Role.AUDITOR,
                        "{ callOffs(first: 1) { nodes { id revision } } }",
                        "callOffs")),
                Map.of("lastDay", "2016-01-31", "reason", "An example.")));
  }

  private void addCompetition() {
    add("openRequest", Role.CONTRACT_OFFICER, () -> requested("EXAMPLE-B", "RE_PROCURED"));
    add("inviteToCompete", Role.CONTRACT_OFFICER, () -> request("EXAMPLE-B"));
    add(
        "respondToInvitation",
        Role.CONTRACT_OFFICER,
        () ->
            merged(
                offer("EXAMPLE-B", "OFFERED"),
                Map.of("hourlyRate", "15.10", "statement", "An example.")));
    add("declineOffer", Role.CONTRACT_OFFICER, () -> declined("EXAMPLE-B"));
    add("declineOffer", Role.CONTRACT_OFFICER, () -> declined("EXAMPLE-B"));
    add(
        "scoreResponse",
        Role.CONTRACT_OFFICER,
        () ->
            with(
                offer("EXAMPLE-B", "RESPONDED"),
                "scores",
                List.of(Map.of("criterion", "PLAN", "score", "4"))));
    add("compareResponses", Role.CONTRACT_OFFICER, () -> request("EXAMPLE-B"));
    add(
        "withdrawRequest",
        Role.CONTRACT_OFFICER,
        () -> with(request("EXAMPLE-B"), "reason", "An example."));
  }

  private static Map<String, Object> requested(String reference, String kind) {
    Map<String, Object> input = new HashMap<>();
    input.put("vehicle", "SUPPORTED_LIVING");
    input.put("reference", reference);
    input.put("kind", kind);
    input.put("zone", "RIB");
    input.put("need", "An example");
    input.put("weeklyHours", "21.5");
    input.put("requirements", List.of("HOIST"));
    input.put("startsOn", "2015-09-01");
    return input;
  }

  /** At a location whose provider holds a place in its zone. */
  private Map<String, Object> requestAtLocation() {
    JsonNode location = heldLocation();
    return merged(
        requested("EXAMPLE-C", "NEW_TENANT_AT_EXISTING_LOCATION"),
        Map.of(
            "zone",
            location.at("/zone/code").asText(),
            "location",
            location.path("reference").asText()));
  }

  private String holder() {
    return heldLocation().at("/provider/reference").asText();
  }

  private JsonNode heldLocation() {
    JsonNode data =
        demo.ask(
            COUNCIL,
            Role.AUDITOR,
            "{ places(first: 200, tier: \"TIER2\") { nodes { zone provider { reference } } }"
                + " locations(first: 200) { nodes { reference zone { code } provider { reference }"
                + " } } }");
    List<String> held =
        data.at("/places/nodes")
            .valueStream()
            .map(p -> p.path("zone").asText() + " " + p.at("/provider/reference").asText())
            .toList();
    return data.at("/locations/nodes")
        .valueStream()
        .filter(l ->
            held.contains(l.at("/zone/code").asText() + " " + l.at("/provider/reference").asText()))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> request(String reference) {
    return at(
        "request",
        one(
            Role.AUDITOR,
            "{ businessRequests(first: 1, reference: \"%s\") { nodes { id revision } } }"
                .formatted(reference),
            "businessRequests"));
  }

  private Map<String, Object> declined(String reference) {
    return merged(
        offer(reference, "OFFERED"), Map.of("because", "NO_CAPACITY", "words", "An example."));
  }

  private Map<String, Object> offer(String reference, String status) {
    return at("offer", offerNode(reference, status));
  }

  private JsonNode offerNode(String reference, String status) {
    return one(
        Role.AUDITOR,
        "{ offers(first: 1, request: \"%s\", status: %s) { nodes { id revision provider { reference } } } }"
            .formatted(reference, status),
        "offers");
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

  private static Map<String, Object> option() {
    return Map.of(
        "vehicle", "SUPPORTED_LIVING",
        "option", "TWO_MORE_YEARS",
        "on", "2018-01-15",
        "frameworkEnd", "2018-05-31",
        "reason", "An example.",
        "evidence", "A review of progress and performance.");
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
