package council.config.graphql;

import static council.platform.store.generated.Tables.ATTRIBUTE_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.config.NewCouncil;
import council.config.api.SchemeLoading;
import council.graphql.run.GraphqlRequest;
import council.graphql.run.GraphqlService;
import council.platform.attribute.Attributes;
import council.platform.attribute.OwnerType;
import council.platform.data.Transactions;
import council.platform.directory.Directory;
import council.platform.directory.DirectoryEntries;
import council.platform.directory.ImportMode;
import council.platform.directory.LocationEntry;
import council.platform.directory.ProviderEntry;
import council.platform.directory.ProviderForm;
import council.platform.expression.Value;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.platform.scheme.Schemes;
import council.testing.Database;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttributesInTheApiTest {
  private static final Set<String> PERMISSIONS =
      Set.of("directory.read", "platform.attribute.manage", "config.scheme.publish", "audit.read");
  private static final LocalDate DAY = LocalDate.of(2020, 4, 1);

  private static final String SECTIONS =
      """
      codes:
        lists:
          FORM:
            title: Legal form
            values:
              CHARITY: {title: Charity}
              GUILD: {title: Guild, until: 2015-01-01}
      attributes:
        provider:
          LIVING_WAGE: {title: Pays the living wage, type: TRUE_OR_FALSE, required: true}
          FORM: {title: Legal form, type: {kind: CODE, list: FORM}}
          STAFF: {title: Staff, type: {kind: WHOLE_NUMBER, min: 0, max: 5000}}
          SCORE: {title: Score, type: {kind: DECIMAL, scale: 2, min: 0, max: 100}}
          SINCE: {title: Member since, type: {kind: DATE, earliest: 2000-01-01}}
          REMARK: {title: Remark, type: {kind: TEXT, maxLength: 10}}
        location:
          LIFT: {title: Has a lift, type: TRUE_OR_FALSE}
      """;

  private static final String SET =
      """
      mutation($input: SetProviderAttributesInput!) { setProviderAttributes(input: $input) {
        provider { revision attributes { code kind value } }
        problems { code path value expected message } } }
      """;

  private static final String SET_LOCATION =
      """
      mutation($input: SetLocationAttributesInput!) { setLocationAttributes(input: $input) {
        location { revision attributes { code kind value } } problems { code path } } }
      """;

  private Database database;
  private ApplicationContext context;
  private GraphqlService api;
  private NewCouncil council;
  private Actor officer;

  @BeforeAll
  void start() {
    database = PostgresForTests.shared().migratedDatabase();
    context = ApplicationContext.run(database.properties(), "test");
    api = context.getBean(GraphqlService.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @BeforeEach
  void aNewCouncil() throws SQLException {
    council = NewCouncil.in(database);
    officer = council.adminIn(database, PERMISSIONS);
    load(SECTIONS);
    directory("10.00");
  }

  @Test
  void valuesAreSetReplacedAndTakenAway() {
    JsonNode set =
        set(
            0,
            given("LIVING_WAGE", "true"),
            given("SCORE", "57.50"),
            given("STAFF", "12"),
            given("SINCE", "2015-06-01"),
            given("FORM", "CHARITY"),
            given("REMARK", "Ask Ann"));
    assertThat(set.at("/problems")).isEmpty();
    assertThat(values(set.at("/provider/attributes")))
        .containsExactly(
            "FORM CODE CHARITY",
            "LIVING_WAGE TRUE_OR_FALSE true",
            "REMARK TEXT Ask Ann",
            "SCORE DECIMAL 57.5",
            "SINCE DATE 2015-06-01",
            "STAFF WHOLE_NUMBER 12");
    assertThat(set.at("/provider/revision").asInt()).isEqualTo(2);
    JsonNode replaced =
        set(0, given("LIVING_WAGE", "false"), given("REMARK", null), given("STAFF", ""));
    assertThat(values(replaced.at("/provider/attributes")))
        .containsExactly(
            "FORM CODE CHARITY",
            "LIVING_WAGE TRUE_OR_FALSE false",
            "SCORE DECIMAL 57.5",
            "SINCE DATE 2015-06-01");
  }

  @Test
  void theAuditTellsWhatWasAndWhatIs() {
    set(0, given("STAFF", "12"), given("SCORE", "1"));
    set(0, given("STAFF", "13"), given("SCORE", "1.00"));
    JsonNode entries =
        run(
                officer,
                "{ auditEntries(action: \"AttributesSet\", subjectType: \"Provider\")"
                    + " { nodes { before after } } }",
                Map.of())
            .at("/data/auditEntries/nodes");
    assertThat(entries).hasSize(2);
    assertThat(entries.path(0).path("before").toString()).contains("12").doesNotContain("SCORE");
    assertThat(entries.path(0).path("after").toString()).contains("13");
  }

  @Test
  void whatChangesNothingLeavesTheRevision() {
    set(0, given("STAFF", "12"));
    assertThat(set(0, given("STAFF", "12")).at("/provider/revision").asInt()).isEqualTo(2);
  }

  @Test
  void allProblemsAreToldAtOnceAndNothingIsKept() {
    JsonNode refused =
        set(
            0,
            given("STAFF", "12"),
            given("LIVING_WAGE", "yes"),
            given("SCORE", "57.555"),
            given("SINCE", "2015-02-30"),
            given("STAF", "1"),
            given("STAFF", "13"),
            given("FORM", "GUILD"),
            given("REMARK", "far too long for ten"));
    assertThat(refused.at("/provider").isNull()).isTrue();
    assertThat(refused.at("/problems").findValuesAsText("code"))
        .containsExactly(
            "WRONG_TYPE",
            "OUT_OF_RANGE",
            "WRONG_TYPE",
            "UNKNOWN_ATTRIBUTE",
            "DUPLICATE_ATTRIBUTE",
            "UNKNOWN_CODE",
            "BAD_TEXT");
    assertThat(refused.at("/problems/3/message").asText()).contains("did you mean \"STAFF\"?");
    assertThat(refused.at("/problems/3/path").asText()).isEqualTo("input.attributes[4].code");
    assertThat(refused.at("/problems/5/expected").asText()).isEqualTo("one of CHARITY");
    assertThat(values(provider(officer, "P1").path("attributes"))).isEmpty();
  }

  @Test
  void boundsAreInclusive() {
    assertThat(codes(set(0, given("STAFF", "5000"), given("SCORE", "0")))).isEmpty();
    assertThat(codes(set(0, given("STAFF", "5001")))).containsExactly("OUT_OF_RANGE");
    assertThat(codes(set(0, given("SCORE", "-0.01")))).containsExactly("OUT_OF_RANGE");
    assertThat(codes(set(0, given("SINCE", "1999-12-31")))).containsExactly("OUT_OF_RANGE");
    assertThat(codes(set(0, given("STAFF", "1.5")))).containsExactly("WRONG_TYPE");
    assertThat(codes(set(0, given("STAFF", "012")))).containsExactly("WRONG_TYPE");
  }

  @Test
  void aRequiredValueIsNotTakenAway() {
    set(0, given("LIVING_WAGE", "true"));
    assertThat(codes(set(0, given("LIVING_WAGE", null)))).containsExactly("VALUE_REQUIRED");
  }

  @Test
  void anOldRevisionIsRefused() {
    set(0, given("STAFF", "12"));
    assertThat(codes(set(-1, given("STAFF", "13")))).containsExactly("STALE_REVISION");
  }

  @Test
  void anotherCouncilsProviderIsLikeAnUnknownOne() throws SQLException {
    String theirs = provider(officer, "P1").path("id").asText();
    Actor stranger = NewCouncil.in(database).adminIn(database, PERMISSIONS);
    JsonNode unknown = setFor(stranger, theirs, 1, given("STAFF", "12"));
    JsonNode madeUp = setFor(officer, like(theirs), 1, given("STAFF", "12"));
    assertThat(codes(unknown)).containsExactly("UNKNOWN_PROVIDER");
    assertThat(unknown).isEqualTo(madeUp);
  }

  @Test
  void aProviderUserSeesItsOwnAndSetsNothing() {
    set(0, given("STAFF", "12"));
    Actor own = providerUser("P1");
    Actor other = providerUser("P2");
    assertThat(values(provider(own, "P1").path("attributes")))
        .containsExactly("STAFF WHOLE_NUMBER 12");
    assertThat(provider(other, "P1").isMissingNode()).isTrue();
    assertThat(rows(own)).isEqualTo(1);
    assertThat(rows(other)).isZero();
    JsonNode refused = run(own, SET, Map.of("input", Map.of("idempotencyKey", "x")));
    assertThat(refused.at("/errors")).isNotEmpty();
  }

  @Test
  void valuesAreFoundByTheNamesThatConditionsUse() {
    set(0, given("STAFF", "12"), given("SCORE", "57.50"));
    UUID id = uuid("P1");
    assertThat(found(OwnerType.PROVIDER, id))
        .containsOnly(
            Map.entry("provider.STAFF", new Value.WholeNumber(12)),
            Map.entry("provider.SCORE", new Value.Decimal(new BigDecimal("57.5"))));
  }

  @Test
  void aValueThatTheSchemeNoLongerDefinesIsNotFoundButCanBeTakenAway() {
    set(0, given("STAFF", "12"), given("SCORE", "57.50"));
    load(
        SECTIONS
            .replaceAll("    STAFF:.*\n", "")
            .replace("type: {kind: DECIMAL, scale: 2, min: 0, max: 100}", "type: DATE"));
    UUID id = uuid("P1");
    assertThat(found(OwnerType.PROVIDER, id)).isEmpty();
    assertThat(codes(set(0, given("STAFF", "13")))).containsExactly("UNKNOWN_ATTRIBUTE");
    assertThat(codes(set(0, given("STAFF", null)))).isEmpty();
    assertThat(codes(set(0, given("STAFF", null)))).containsExactly("UNKNOWN_ATTRIBUTE");
  }

  @Test
  void aLocationKeepsItsValuesWhenItsFiguresChangeOrItChangesHands() {
    JsonNode location = location();
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", UUID.randomUUID().toString());
    input.put("location", location.path("id").asText());
    input.put("revision", location.path("revision").asInt());
    input.put("attributes", List.of(given("LIFT", "true")));
    JsonNode set =
        run(officer, SET_LOCATION, Map.of("input", input)).at("/data/setLocationAttributes");
    assertThat(set.at("/problems")).isEmpty();
    assertThat(values(set.at("/location/attributes"))).containsExactly("LIFT TRUE_OR_FALSE true");
    directory(DAY.plusYears(1), "P1", "20.00");
    directory(DAY.plusYears(1), "P2", "20.00");
    JsonNode later = location();
    assertThat(later.path("id")).isNotEqualTo(location.path("id"));
    assertThat(values(later.path("attributes"))).containsExactly("LIFT TRUE_OR_FALSE true");
    assertThat(rows(providerUser("P2"))).isEqualTo(1);
    assertThat(rows(providerUser("P1"))).isEqualTo(1);
  }

  @Test
  void theDefinitionsOfTheSchemeInForceAreTold() {
    JsonNode definitions =
        run(
                officer,
                "{ attributeDefinitions(owner: PROVIDER) { code title kind required maxLength scale"
                    + " lowest highest choices { code title from until } } }",
                Map.of())
            .at("/data/attributeDefinitions");
    assertThat(definitions.findValuesAsText("kind"))
        .containsExactly("CODE", "TRUE_OR_FALSE", "TEXT", "DECIMAL", "DATE", "WHOLE_NUMBER");
    assertThat(definitions.at("/0/choices/1/until").asText()).isEqualTo("2015-01-01");
    assertThat(definitions.at("/2/maxLength").asInt()).isEqualTo(10);
    assertThat(definitions.at("/3/highest").asText()).isEqualTo("100");
    assertThat(
            run(officer, "{ attributeDefinitions(owner: PLAN) { code } }", Map.of())
                .at("/data/attributeDefinitions"))
        .isEmpty();
  }

  private Map<String, Value> found(OwnerType type, UUID id) {
    return transactions()
        .read(
            officer,
            () ->
                context
                    .getBean(Attributes.class)
                    .find(
                        context.getBean(Schemes.class).findInForce(LocalDate.now()).orElseThrow(),
                        type,
                        List.of(id))
                    .getOrDefault(id, Map.of()));
  }

  /** What row-level security leaves of the table. */
  private int rows(Actor actor) {
    return transactions()
        .read(actor, () -> context.getBean(DSLContext.class).fetchCount(ATTRIBUTE_VALUE));
  }

  private JsonNode set(int late, Object... given) {
    JsonNode provider = provider(officer, "P1");
    return setFor(
        officer, provider.path("id").asText(), provider.path("revision").asInt() + late, given);
  }

  private JsonNode setFor(Actor actor, String provider, int revision, Object... given) {
    Map<String, Object> input =
        Map.of(
            "idempotencyKey",
            UUID.randomUUID().toString(),
            "provider",
            provider,
            "revision",
            revision,
            "attributes",
            List.of(given));
    JsonNode answer = run(actor, SET, Map.of("input", input));
    assertThat(answer.has("errors")).as("%s", answer).isFalse();
    return answer.at("/data/setProviderAttributes");
  }

  private static Map<String, Object> given(String code, @Nullable String value) {
    Map<String, Object> given = new HashMap<>();
    given.put("code", code);
    given.put("value", value);
    return given;
  }

  private static List<String> values(JsonNode attributes) {
    List<String> values = new ArrayList<>();
    attributes.forEach(one ->
        values.add(
            String.join(
                " ",
                one.path("code").asText(),
                one.path("kind").asText(),
                one.path("value").asText())));
    return values;
  }

  private static List<String> codes(JsonNode payload) {
    return payload.at("/problems").findValuesAsText("code");
  }

  private JsonNode provider(Actor actor, String reference) {
    return run(
            actor,
            "query($r: String!) { providers(reference: $r) { nodes { id revision attributes { code"
                + " kind value } } } }",
            Map.of("r", reference))
        .at("/data/providers/nodes/0");
  }

  private JsonNode location() {
    return run(
            officer,
            "{ locations(reference: \"L1\", inForceOn: \"2022-01-01\") { nodes { id revision"
                + " attributes { code kind value } } } }",
            Map.of())
        .at("/data/locations/nodes/0");
  }

  private Actor providerUser(String provider) {
    return new Actor(
        council.code(),
        officer.principalId(),
        officer.label(),
        Set.of(Role.PROVIDER_USER),
        Set.of("directory.read"),
        Set.of(uuid(provider)));
  }

  private UUID uuid(String reference) {
    Set<String> one = Set.of(reference);
    return Objects.requireNonNull(
            transactions()
                .read(
                    officer,
                    () -> context.getBean(Directory.class).findProvidersByReference(officer, one))
                .get(reference))
        .id()
        .value();
  }

  /** An id of the same form that nobody has. */
  private static String like(String id) {
    String plain = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
    String other = plain.substring(0, plain.indexOf(':') + 1) + UUID.randomUUID();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(other.getBytes(StandardCharsets.UTF_8));
  }

  private void load(String sections) {
    String document = council.document("2015-06-01", "Lancaster") + sections;
    transactions()
        .write(officer, () -> context.getBean(SchemeLoading.class).load(officer, document, false));
  }

  private void directory(String hours) {
    directory(DAY, "P1", hours);
  }

  private void directory(LocalDate from, String holder, String hours) {
    List<ProviderEntry> providers = List.of(entry("P1"), entry("P2"));
    LocationEntry location =
        new LocationEntry("L1", holder, "LAN", null, null, new BigDecimal(hours));
    transactions()
        .write(
            officer,
            () ->
                context
                    .getBean(Directory.class)
                    .importEntries(
                        officer,
                        new DirectoryEntries(from, providers, List.of(), List.of(location)),
                        ImportMode.APPLY));
  }

  private static ProviderEntry entry(String reference) {
    return new ProviderEntry(
        reference,
        "Care " + reference,
        null,
        null,
        null,
        null,
        null,
        null,
        ProviderForm.ORGANISATION);
  }

  private Transactions transactions() {
    return context.getBean(Transactions.class);
  }

  private JsonNode run(Actor actor, String document, Map<String, Object> variables) {
    return new ObjectMapper()
        .valueToTree(api.run(actor, new GraphqlRequest(document, null, variables), false).body());
  }
}
