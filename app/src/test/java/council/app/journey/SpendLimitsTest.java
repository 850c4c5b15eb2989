package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoTokens;
import council.app.demo.DemoUsers;
import council.platform.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Northmere's help at home by another name: a million in all, 600,000 the council's own in two
 * parts, 50,000 on a condition and 200,000 its partners'. People are warned at 80 and 95.5 percent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SpendLimitsTest {
  private static final String CODE = "limits";
  private static final String DAY = "2024-06-03";
  private final DemoServer demo = DemoServer.shared();

  @BeforeAll
  void bringIn() throws IOException {
    String scheme =
        Files.readString(Northmere.scheme()).replace("council: northmere", "council: " + CODE);
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(CODE, CODE, demo.tokens().issuer(CODE), DemoUsers.staff());
    new Administration(demo.as(CODE, Role.TENANT_ADMIN)).loadScheme(scheme, false);
    RoundUpload rounds = new RoundUpload(demo.as(CODE, Role.COMMISSIONER));
    Round open = rounds.open("R1", "HOME_SUPPORT", "R1");
    rounds.importFiles(open, RoundUpload.readFolder(Northmere.round("home-support-2024")), false);
    RoundUpload lead = new RoundUpload(demo.as(CODE, Role.LEAD_COMMISSIONER));
    lead.award(lead.startStandstill(rounds.evaluate(rounds.get("R1")), "2024-01-08"), "2024-01-29");
    Administration admin = new Administration(demo.as(CODE, Role.TENANT_ADMIN));
    Map<String, String> providers = admin.providerIds();
    for (String provider : List.of("N01", "N02")) {
      String subject = DemoTokens.subject(Role.PROVIDER_USER, provider);
      admin.createProviderUser(
          demo.tokens().issuer(CODE).issuer(),
          new Administration.User(subject, subject, Role.PROVIDER_USER, List.of()),
          Objects.requireNonNull(providers.get(provider)));
    }
  }

  private JsonNode commit(Role role, Map<String, Object> more) {
    Map<String, Object> input =
        new HashMap<>(
            Map.of(
                "vehicle",
                "HOME_SUPPORT",
                "provider",
                "N01",
                "funder",
                "COUNCIL",
                "on",
                DAY,
                "what",
                "Hours of the week",
                "idempotencyKey",
                UUID.randomUUID().toString()));
    input.putAll(more);
    return demo.as(CODE, role)
        .execute(
            """
            mutation Record($input: RecordCommitmentInput!) {
              recordCommitment(input: $input) {
                commitment { id amount funder lot on source what overrideReason provider { reference }
                  decision { id reasons { text because { text verdict because { text } } } } }
                warnings
                problems { code path message expected }
              }
            }
            """,
            Map.of("input", input))
        .path("recordCommitment");
  }

  private JsonNode commit(String amount) {
    return commit(Role.CONTRACT_OFFICER, Map.of("amount", amount));
  }

  private JsonNode open(Role role, String amount, String on) {
    return demo.as(CODE, role)
        .execute(
            """
            mutation Open($input: OpenConditionalSpendInput!) {
              openConditionalSpend(input: $input) { opening { limit amount } problems { code expected } }
            }
            """,
            Map.of(
                "input",
                Map.of(
                    "vehicle",
                    "HOME_SUPPORT",
                    "limit",
                    "FEWER_BEDS",
                    "amount",
                    amount,
                    "on",
                    on,
                    "evidence",
                    "Twelve beds fewer than a year ago",
                    "reason",
                    "Agreed by the cabinet",
                    "idempotencyKey",
                    UUID.randomUUID().toString())))
        .path("openConditionalSpend");
  }

  private static List<String> codes(JsonNode payload) {
    return payload.path("problems").findValuesAsText("code");
  }

  private JsonNode position(String on) {
    return demo.ask(
            CODE,
            Role.FINANCE,
            """
            { spendPosition(vehicle: "HOME_SUPPORT", on: "%s") {
                committed { byCouncil byPartners total }
                limits { kind amount opened used left sharePercent warningReached
                  parts { code amount opened condition } }
                lots { lot committed { total } }
                providers { providerReference providerName committed { total } } } }
            """
                .formatted(on))
        .path("spendPosition");
  }

  private List<String> events() {
    return demo.ask(
            CODE,
            Role.AUDITOR,
            "{ auditEntries(first: 100, subjectType: \"Commitment\") { nodes { action } } }")
        .path("auditEntries")
        .findValuesAsText("action");
  }

  @Test
  @Order(1)
  void whatCannotBeCountedIsRefusedWithEveryReason() {
    assertThat(
            codes(
                commit(
                    Role.FINANCE,
                    Map.of(
                        "amount", "0.00",
                        "provider", "N99",
                        "lot", "NOWHERE",
                        "on", "2024-03-31",
                        "what", " ",
                        "override", "Please"))))
        .containsExactlyInAnyOrder(
            "BAD_AMOUNT",
            "NOT_ON_FRAMEWORK",
            "UNKNOWN_LOT",
            "FRAMEWORK_NOT_IN_FORCE",
            "BAD_TEXT",
            "OVERRIDE_NOT_ALLOWED");
    assertThat(codes(commit(Role.FINANCE, Map.of("amount", "1.00", "on", "2027-01-01"))))
        .containsExactly("DAY_NOT_COME");
    assertThat(codes(commit(Role.FINANCE, Map.of("amount", "1.00", "vehicle", "HOME_SUPORT"))))
        .containsExactly("UNKNOWN_VEHICLE");
    assertThat(position(DAY).at("/committed/total").asText()).isEqualTo("0.00");
  }

  @Test
  @Order(2)
  void aShareToWarnAtIsToldWhereItIsReachedAndGoesOutAsAnEvent() {
    JsonNode first = commit("479999.99");
    assertThat(codes(first)).isEmpty();
    assertThat(first.path("warnings")).isEmpty();
    assertThat(events()).containsExactly("CommitmentRecorded");

    JsonNode second = commit(Role.CONTRACT_OFFICER, Map.of("amount", "0.01", "lot", "HAR"));

    assertThat(second.path("warnings").findValuesAsText("")).isEmpty();
    assertThat(second.path("warnings").valueStream().map(JsonNode::asText))
        .containsExactly(
            "Spend authority and Grant of the county and What fewer beds set free: 80 % are"
                + " reached; 80.0000 % are used.");
    assertThat(events())
        .containsExactlyInAnyOrder("CommitmentRecorded", "CommitmentRecorded", "SpendLimitWarned");
    assertThat(
            demo.ask(CODE, Role.API_CLIENT, "{ events(first: 200) { nodes { type } } }")
                .path("events")
                .findValuesAsText("type"))
        .filteredOn(type -> type.endsWith("SpendLimitWarned"))
        .hasSize(1);
  }

  @Test
  @Order(3)
  void aLimitStopsUntilTheConditionalPartIsOpened() {
    JsonNode stopped = commit("130000.00");
    assertThat(codes(stopped)).containsExactly("LIMIT_REACHED");
    assertThat(stopped.at("/problems/0/message").asText())
        .isEqualTo(
            "The limit COUNCIL + GRANT + FEWER_BEDS of HOME_SUPPORT is £600,000.00: £480,000.00 are"
                + " used, £120,000.00 are left, and £130,000.00 would pass it.");
    assertThat(stopped.at("/problems/0/expected").asText())
        .isEqualTo("at most 120000.00, or an override");
    assertThat(codes(open(Role.LEAD_COMMISSIONER, "50000.01", DAY))).containsExactly("NOT_LEFT");

    assertThat(codes(open(Role.LEAD_COMMISSIONER, "30000.00", DAY))).isEmpty();

    assertThat(codes(commit("130000.00"))).isEmpty();
    assertThat(codes(open(Role.LEAD_COMMISSIONER, "-20000.01", DAY)))
        .containsExactly("COMMITTED_ALREADY");
    assertThat(codes(open(Role.LEAD_COMMISSIONER, "-5000.00", DAY))).isEmpty();
    JsonNode authority = position(DAY).at("/limits/1");
    assertThat(authority.path("kind").asText()).isEqualTo("AUTHORITY");
    assertThat(authority.path("amount").asText()).isEqualTo("625000.00");
    assertThat(authority.path("opened").asText()).isEqualTo("25000.00");
    assertThat(authority.path("left").asText()).isEqualTo("15000.00");
    assertThat(authority.path("sharePercent").asText()).isEqualTo("97.6000");
    assertThat(authority.path("warningReached").asText()).isEqualTo("95.5");
    assertThat(authority.at("/parts/2/opened").asText()).isEqualTo("25000.00");
  }

  @Test
  @Order(4)
  void onlyAnOverrideByWhoMayPassesALimitAndItIsKeptWithItsReason() {
    assertThat(
            codes(
                commit(
                    Role.CONTRACT_OFFICER,
                    Map.of("amount", "20000.00", "override", "It is urgent"))))
        .containsExactly("OVERRIDE_NOT_ALLOWED");

    JsonNode passed =
        commit(
            Role.LEAD_COMMISSIONER,
            Map.of("amount", "20000.00", "override", "The cabinet agreed", "lot", "DUN"));

    assertThat(codes(passed)).isEmpty();
    assertThat(passed.at("/commitment/overrideReason").asText()).isEqualTo("The cabinet agreed");
    assertThat(passed.at("/commitment/decision/reasons").toString())
        .contains("is passed by an override: The cabinet agreed");
    assertThat(position(DAY).at("/limits/1/left").asText()).isEqualTo("-5000.00");
    assertThat(codes(commit("0.01"))).containsExactly("LIMIT_REACHED");
    JsonNode needless =
        commit(
            Role.LEAD_COMMISSIONER,
            Map.of("amount", "5.00", "funder", "PARTNER", "override", "To be sure"));
    assertThat(needless.at("/commitment/overrideReason").isNull()).isTrue();
  }

  @Test
  @Order(5)
  void whatIsGivenBackCannotBeMoreThanThereIs() {
    assertThat(codes(commit(Role.CONTRACT_OFFICER, Map.of("amount", "-20000.01", "lot", "DUN"))))
        .containsExactly("GIVES_BACK_TOO_MUCH");
    assertThat(
            codes(
                commit(
                    Role.CONTRACT_OFFICER,
                    Map.of("amount", "-1.00", "lot", "DUN", "provider", "N02"))))
        .containsExactly("GIVES_BACK_TOO_MUCH");

    assertThat(codes(commit(Role.CONTRACT_OFFICER, Map.of("amount", "-20000.00", "lot", "DUN"))))
        .isEmpty();

    JsonNode position = position(DAY);
    assertThat(position.at("/committed/byCouncil").asText()).isEqualTo("610000.00");
    assertThat(position.at("/committed/byPartners").asText()).isEqualTo("5.00");
    assertThat(position.path("lots").findValuesAsText("lot")).containsExactly("null", "DUN", "HAR");
    assertThat(position.at("/providers/0/providerReference").asText()).isEqualTo("N01");
    assertThat(position.at("/providers/0/committed/total").asText()).isEqualTo("610005.00");
    assertThat(position("2024-06-02").at("/committed/total").asText()).isEqualTo("0.00");
  }

  @Test
  @Order(6)
  void twoAtOnceAreCountedOneAfterTheOther() throws Exception {
    List<Callable<JsonNode>> both =
        List.of(() -> commit("10000.00"), () -> commit("10000.00"), () -> commit("10000.00"));
    List<List<String>> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(both.size())) {
      for (Future<JsonNode> answer : threads.invokeAll(both)) {
        answers.add(codes(answer.get()));
      }
    }

    assertThat(answers)
        .containsExactlyInAnyOrder(List.of(), List.of("LIMIT_REACHED"), List.of("LIMIT_REACHED"));
  }

  @Test
  @Order(7)
  void aProviderSeesItsOwnCommitmentsWithoutTheCouncilsReasonsAndNoLimit() {
    String document =
        "{ commitments(first: 50) { nodes { amount overrideReason provider { reference } } } }";
    JsonNode council = demo.ask(CODE, Role.AUDITOR, document).at("/commitments/nodes");
    JsonNode own =
        demo.asProvider(CODE, "N01").execute(document, Map.of()).at("/commitments/nodes");
    JsonNode other =
        demo.asProvider(CODE, "N02").execute(document, Map.of()).at("/commitments/nodes");

    assertThat(council.findValuesAsText("overrideReason")).contains("The cabinet agreed");
    assertThat(own).hasSameSizeAs(council);
    assertThat(new TreeSet<>(own.findValuesAsText("overrideReason"))).containsExactly("null");
    assertThat(other).isEmpty();
    assertThat(refused("{ spendPosition(vehicle: \"HOME_SUPPORT\", on: \"2024-06-03\") { on } }"))
        .contains("FORBIDDEN");
    assertThat(refused("{ spendOpenings { nodes { amount } } }")).contains("FORBIDDEN");
  }

  private @Nullable String refused(String document) {
    try {
      return demo.asProvider(CODE, "N01").execute(document, Map.of()).toString();
    } catch (council.app.client.ClientFailure failure) {
      return String.join("\n", failure.lines());
    }
  }

  @Test
  @Order(8)
  void theListIsFilteredByDayPayerAndLot() {
    JsonNode found =
        demo.ask(
            CODE,
            Role.AUDITOR,
            """
            { a: commitments(funder: PARTNER) { totalCount }
              b: commitments(lot: "DUN", provider: "N01", vehicle: "HOME_SUPPORT") { totalCount }
              c: commitments(from: "2024-06-04") { totalCount }
              d: commitments(until: "2024-06-02") { totalCount }
              e: commitments(from: "2024-06-03", until: "2024-06-03") { totalCount } }
            """);

    assertThat(found.findValuesAsText("totalCount")).containsExactly("1", "2", "0", "0", "7");
  }
}
