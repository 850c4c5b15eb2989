package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoCatalogue;
import council.app.demo.DemoCatalogue.Council;
import council.app.demo.DemoUsers;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.framework.domain.EligibilityFacts;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.platform.simulation.LiveFacts;
import council.platform.simulation.LiveFacts.Case;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A council that gives new business to those alone who pay the Living Wage. */
final class NewBusinessConditionTest {
  private static final String CODE = "fairpay";
  private final DemoServer demo = DemoServer.shared();
  private final Council lancashire =
      DemoCatalogue.load().councils().stream()
          .filter(council -> council.code().equals("lancashire"))
          .findFirst()
          .orElseThrow();

  private String scheme() {
    return lancashire
        .scheme()
        .replace("council: lancashire", "council: " + CODE)
        .replace(
            "      award:\n",
            """
                  newBusiness:
                    NEW:
                      - kind: CONDITION
                        title: Pays the Living Wage
                        when: provider.LIVING_WAGE == "PAID"
                      - {kind: HOLDS_PLACE, tiers: [TIER1]}
                  award:
            """)
        .replaceFirst("(?s)\nexamples:.*", "\n");
  }

  private void award() {
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(CODE, CODE, demo.tokens().issuer(CODE), DemoUsers.staff());
    new Administration(demo.as(CODE, Role.TENANT_ADMIN)).loadScheme(scheme(), false);
    RoundUpload rounds = new RoundUpload(demo.as(CODE, Role.COMMISSIONER));
    Round open = rounds.open("R1", "SUPPORTED_LIVING", "R1");
    rounds.importFiles(open, lancashire.files(lancashire.rounds().getFirst()), false);
    RoundUpload lead = new RoundUpload(demo.as(CODE, Role.LEAD_COMMISSIONER));
    lead.award(lead.startStandstill(rounds.evaluate(rounds.get("R1")), "2015-05-01"), "2015-05-20");
  }

  private JsonNode eligibility() {
    return demo.ask(
            CODE,
            Role.COMMISSIONER,
            """
            { newBusinessEligibility(vehicle: "SUPPORTED_LIVING", zone: "PRE", kind: NEW, on: "2016-01-04") {
                providers { providerReference eligible reasons { because { rule text } } } } }
            """)
        .at("/newBusinessEligibility/providers");
  }

  private static List<String> eligible(JsonNode providers) {
    return providers
        .valueStream()
        .filter(provider -> provider.path("eligible").asBoolean())
        .map(provider -> provider.path("providerReference").asText())
        .toList();
  }

  private void setLivingWage(String provider, String value) {
    JsonNode found =
        demo.ask(
                CODE, Role.AUDITOR, "{ providers(first: 200) { nodes { id reference revision } } }")
            .at("/providers/nodes");
    JsonNode known =
        found
            .valueStream()
            .filter(p -> p.path("reference").asText().equals(provider))
            .findFirst()
            .orElseThrow();
    JsonNode answer =
        demo.as(CODE, Role.CONTRACT_OFFICER)
            .execute(
                """
                mutation($id: ID!, $revision: Int!, $value: String!) {
                  setProviderAttributes(input: { idempotencyKey: "wage", provider: $id, revision: $revision,
                    attributes: [{ code: "LIVING_WAGE", value: $value }] }) { problems { code message } } }
                """,
                Map.of(
                    "id",
                    known.path("id").asText(),
                    "revision",
                    known.path("revision").asInt(),
                    "value",
                    value));
    assertThat(answer.at("/setProviderAttributes/problems")).as("%s", answer).isEmpty();
  }

  @Test
  void businessGoesToThoseWhoMeetTheConditionAndTheRestLearnWhatIsMissing() {
    award();
    JsonNode before = eligibility();
    assertThat(before).isNotEmpty();
    assertThat(eligible(before)).isEmpty();
    assertThat(before.toString())
        .contains(
            "Pays the Living Wage: not known to be so, since provider.LIVING_WAGE has no value.");
    String best =
        demo.ask(
                CODE,
                Role.AUDITOR,
                "{ places(first: 1, zone: \"PRE\", tier: \"TIER1\") { nodes { provider { reference"
                    + " } } } }")
            .at("/places/nodes/0/provider/reference")
            .asText();

    setLivingWage(best, "PAID");

    assertThat(eligible(eligibility())).containsExactly(best);
    assertThat(live().map(facts -> Objects.requireNonNull(facts.attributes()).values().get(best)))
        .contains(Map.of("provider.LIVING_WAGE", "PAID"));
  }

  private Optional<EligibilityFacts> live() {
    SchemeDocument scheme = SchemeReader.ofInstalledModules().read(scheme()).getScheme();
    Actor auditor =
        new Actor(CODE, new UUID(0, 1), "auditor", Set.of(Role.AUDITOR), Set.of(), Set.of());
    LiveFacts<?, ?, ?> live =
        demo.instance().context().getBeansOfType(LiveFacts.class).stream()
            .map(found -> (LiveFacts<?, ?, ?>) found)
            .filter(found -> found.engine().kind().equals("framework.eligibility"))
            .findFirst()
            .orElseThrow();
    return demo.instance()
        .context()
        .getBean(Transactions.class)
        .read(
            auditor,
            () ->
                live.findFacts(new Case("SUPPORTED_LIVING/PRE/NEW/2016-01-04", ""), scheme)
                    .map(EligibilityFacts.class::cast));
  }
}
