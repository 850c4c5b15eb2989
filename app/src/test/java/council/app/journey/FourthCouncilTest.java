package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.cli.CouncilCommandLine;
import council.app.client.RoundUpload.Round;
import council.app.client.SchemeDrafts;
import council.app.client.SchemeDrafts.Edit;
import council.app.client.SchemeSimulations;
import council.config.document.SchemeChange;
import council.platform.identity.Role;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Another council needs a scheme file and nothing else. What is expected here was worked out by
 * hand from the files, in which each point of a score is worth 5 percent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FourthCouncilTest {
  private static final String HOME_SUPPORT =
      """
      zone,provider,tier,rank,score
      DUN,N01,LEAD,1,95.0000
      DUN,N02,PARTNER,2,80.0000
      DUN,N05,PARTNER,3,60.0000
      HAR,N01,LEAD,1,100.0000
      HAR,N02,PARTNER,2,90.0000
      HAR,N04,PARTNER,3,70.0000
      HAR,N03,RESERVE,4,70.0000
      FEL,N03,LEAD,2,85.0000
      FEL,N01,RESERVE,1,90.0000
      OLD,N04,LEAD,2,80.0000
      OLD,N08,LEAD,3,65.0000
      OLD,N09,PARTNER,4,65.0000
      OLD,N01,RESERVE,1,85.0000
      ,N10,NOT_PLACED,,
      ,N06,UNSUCCESSFUL,,
      ,N07,UNSUCCESSFUL,,
      """;

  private final DemoServer demo = DemoServer.shared();
  private final Northmere northmere = new Northmere(demo);

  @BeforeAll
  void bringIn() throws IOException {
    northmere.create();
    Round home = northmere.propose("HS-2024", "HOME_SUPPORT", "home-support-2024");
    northmere.award(home, "2024-01-08", "2024-01-29");
    northmere.award(
        northmere.propose("DC-1", "DAY_CLUBS", "day-clubs-1"), "2024-02-20", "2024-03-01");
    northmere.award(
        northmere.propose("DC-2", "DAY_CLUBS", "day-clubs-2"), "2025-01-20", "2025-02-03");
  }

  private String export(String dataset, String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", Northmere.CODE, dataset));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--format", "csv", "--url", demo.url()));
    arguments.addAll(List.of("--token", demo.tokens().token(Northmere.CODE, Role.AUDITOR, null)));
    return CouncilCommandLine.print(arguments.toArray(String[]::new));
  }

  /** Tier by tier; N01 is passed over in FEL and OLD, where it is first, for it leads two zones. */
  @Test
  void threeTiersAreFilledInOrderWithinTheZoneCap() {
    assertThat(lines(export("allocation"), "HS-2024"))
        .containsExactlyInAnyOrderElementsOf(HOME_SUPPORT.lines().skip(1).toList());
  }

  /** The first five columns of a round's lines. */
  private static List<String> lines(String csv, String round) {
    return csv.lines()
        .filter(line -> line.contains(round))
        .map(line -> String.join(",", List.of(line.split(",", -1)).subList(0, 5)))
        .toList();
  }

  @Test
  void theCalculatorSaysTheSameWithoutAServer() {
    assertThat(
            CouncilCommandLine.print(
                "evaluate",
                "--scheme",
                Northmere.scheme().toString(),
                "--round",
                Northmere.round("home-support-2024").toString(),
                "--vehicle",
                "HOME_SUPPORT"))
        .isEqualTo(HOME_SUPPORT);
  }

  /** All three have 70 in the harbour: N04 has a location there, N03 more points for PEOPLE. */
  @Test
  void tiesAreBrokenInTheCouncilsOwnOrder() {
    assertThat(ranked("HAR")).containsExactly("N01", "N02", "N04", "N03", "N05", "N10");
    assertThat(ranked("OLD")).containsExactly("N01", "N04", "N08", "N09");
  }

  private List<String> ranked(String zone) {
    return result("HS-2024")
        .path("rankings")
        .valueStream()
        .filter(ranking -> ranking.path("zone").asText().equals(zone))
        .flatMap(ranking -> ranking.path("candidates").valueStream())
        .filter(candidate -> candidate.has("rank"))
        .map(candidate -> candidate.path("provider").asText())
        .toList();
  }

  private JsonNode result(String round) {
    return northmere
        .ask(
            "{ evaluationRounds(first: 1, reference: \"%s\") { nodes { decision { result } } } }"
                .formatted(round))
        .at("/evaluationRounds/nodes/0/decision/result");
  }

  /** 40 hours a week, 52 weeks, 17.25 pounds. */
  @Test
  void theLocationOfTheUnsuccessfulMovesWithinSixMonthsAndIsWorthItsHours() {
    assertThat(result("HS-2024").path("transitionCases").toString())
        .contains("NL2", "N06", "2024-10-01", "35880.00")
        .doesNotContain("NL1");
    assertThat(export("transition")).contains("NL2", "2024-10-01");
  }

  @Test
  void theOpenListGrowsAndWhoIsOnItIsNotListedTwice() {
    assertThat(listed("2024-06-03"))
        .containsExactly("BEC N02 2024-03-01", "BEC N11 2024-03-01", "OLD N02 2024-03-01");
    assertThat(listed("2025-06-02"))
        .containsExactly(
            "BEC N02 2024-03-01",
            "BEC N11 2024-03-01",
            "BEC N12 2025-02-03",
            "OLD N02 2024-03-01",
            "OLD N11 2025-02-03",
            "OLD N12 2025-02-03");
    assertThat(export("places", "--as-at", "2024-06-03")).contains("LEAD", "LISTED", "N11");
  }

  private List<String> listed(String on) {
    return northmere
        .ask(
            "{ places(first: 100, vehicle: \"DAY_CLUBS\", inForceOn: \"%s\") { nodes { zone tier from until provider { reference } } } }"
                .formatted(on))
        .at("/places/nodes")
        .valueStream()
        .filter(place -> place.path("tier").asText().equals("LISTED"))
        .filter(place -> place.path("until").isNull())
        .map(place ->
            String.join(
                " ",
                place.path("zone").asText(),
                place.at("/provider/reference").asText(),
                place.path("from").asText()))
        .sorted()
        .toList();
  }

  @Test
  void newBusinessFollowsTheCouncilsOwnRules() {
    assertThat(northmere.eligible("HOME_SUPPORT", "HAR", "NEW", "2024-06-03"))
        .containsExactly("N01");
    assertThat(northmere.eligible("HOME_SUPPORT", "HAR", "RE_PROCURED", "2024-06-03"))
        .containsExactly("N01", "N02", "N04");
    assertThat(northmere.eligible("HOME_SUPPORT", "HAR", "NEW", "2024-03-31")).isEmpty();
  }

  /** On the moor a club needs a minibus; where nothing is known of one, nobody says it has. */
  @Test
  void aConditionOfTheCouncilsOwnIsHeldAgainstItsOwnFields() {
    assertThat(northmere.eligible("DAY_CLUBS", "BEC", "NEW", "2025-06-02")).isEmpty();
    assertThat(northmere.eligible("DAY_CLUBS", "OLD", "NEW", "2025-06-02"))
        .as("where the condition asks for nothing, nothing need be known")
        .containsExactly("N02", "N11", "N12");

    assertThat(northmere.setAttributes("N11", Map.of("MINIBUS", "true"))).isEmpty();
    assertThat(northmere.setAttributes("N02", Map.of("MINIBUS", "false"))).isEmpty();
    assertThat(northmere.setAttributes("N12", Map.of("MINIBUS", "false"))).isEmpty();
    assertThat(northmere.setAttributes("N11", Map.of("LEGAL_FORM", "CLUB")))
        .containsExactly("UNKNOWN_CODE");

    assertThat(northmere.eligible("DAY_CLUBS", "BEC", "NEW", "2025-06-02")).containsExactly("N11");
    assertThat(northmere.eligible("DAY_CLUBS", "OLD", "NEW", "2025-06-02"))
        .containsExactly("N02", "N11", "N12");
    assertThat(northmere.eligible("DAY_CLUBS", "OLD", "NEW", "2024-06-03")).containsExactly("N02");
  }

  /**
   * With three zones N01 leads in FEL too, where N03 becomes partner and nobody is left for the
   * reserve; everything else stays.
   */
  @Test
  void aChangeOfTheCapIsTriedBeforeAnybodyIsHeldToIt() {
    SchemeDrafts drafts = new SchemeDrafts(northmere.as(Role.TENANT_ADMIN));
    drafts.createFrom("wider", 1, "2025-01-01", "Three zones are enough for anybody.");
    drafts.edit("wider", List.of(new Edit("framework.vehicles.HOME_SUPPORT.zoneCap", "3")), null);
    assertThat(drafts.changes("wider").stream().map(SchemeChange::path))
        .contains("framework.vehicles.HOME_SUPPORT.zoneCap");
    assertThat(drafts.show("wider").path("examples").valueStream())
        .filteredOn(example -> !example.path("passed").asBoolean())
        .extracting(example -> example.path("name").asText())
        .containsExactly(
            "Who has a location in the zone comes first among equals, and nobody leads in a third"
                + " zone");

    SchemeSimulations simulations = new SchemeSimulations(northmere.as(Role.COMMISSIONER));
    String id = simulations.request("wider", LocalDate.of(2024, 4, 1), LocalDate.of(2025, 12, 31));
    assertThat(simulations.awaitEnd(id, (done, total) -> {}).path("status").asText())
        .isEqualTo("SUCCEEDED");
    List<String> told = new ArrayList<>();
    simulations.forEachChange(id, row -> told.add(difference(row)));
    assertThat(told)
        .containsExactlyInAnyOrder(
            "framework.allocation HS-2024 CHANGES place/FEL/N01: RESERVE -> LEAD",
            "framework.allocation HS-2024 CHANGES place/FEL/N03: LEAD -> PARTNER",
            "framework.allocation HS-2024 CHANGES outcome/N03: LEAD -> PARTNER");
  }

  private static String difference(List<JsonNode> row) {
    return "%s %s %s %s: %s -> %s"
        .formatted(
            cell(row, "decision"),
            cell(row, "caseKey"),
            cell(row, "change"),
            cell(row, "effect"),
            cell(row, "valueBefore"),
            cell(row, "valueAfter"));
  }

  private static String cell(List<JsonNode> row, String column) {
    return row.get(SchemeSimulations.COLUMNS.indexOf(column)).asText();
  }
}
