package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.SchemeDrafts;
import council.app.client.SchemeDrafts.Edit;
import council.app.client.SchemeSimulations;
import council.app.demo.DemoCatalogue;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.framework.domain.AllocationLine;
import council.framework.round.RoundCalculator;
import council.framework.scheme.FrameworkSection;
import council.platform.identity.Role;
import council.platform.scheme.GeographySection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Drafts of Lancashire's scheme on the data of the demo. Whom a draft moves is worked out by the
 * calculator on both schemes, without server and database, and compared line by line; from there
 * the simulation must tell exactly these and nobody else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SimulationOnDemoDataTest {
  private static final String COUNCIL = "lancashire";
  private static final String VEHICLE = "framework.vehicles.SUPPORTED_LIVING.";
  private static final String ALLOCATION = "framework.allocation";
  private final DemoCatalogue.Council lancashire = MutationExamples.lancashire();
  private DemoServer demo;

  /** The differences of a simulation by kind of decision: effect to "before -> after". */
  private record Told(Map<String, Map<String, String>> byDecision, Duration took) {
    Map<String, String> of(String decision) {
      return byDecision.getOrDefault(decision, Map.of());
    }
  }

  @BeforeAll
  void start() {
    demo = DemoServer.copy(database -> {}, database -> database.url());
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  private Told simulate(String reference, String path, String value) {
    SchemeDrafts drafts = new SchemeDrafts(demo.as(COUNCIL, Role.TENANT_ADMIN));
    drafts.createFrom(reference, 1, "2016-01-01", null);
    drafts.edit(reference, List.of(new Edit(VEHICLE + path, value)), null);
    SchemeSimulations simulations = new SchemeSimulations(demo.as(COUNCIL, Role.COMMISSIONER));
    long begun = System.nanoTime();
    String id = simulations.request(reference, LocalDate.of(2015, 6, 1), LocalDate.of(2018, 5, 31));
    JsonNode ended = simulations.awaitEnd(id, (done, total) -> {});
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf(
        "Draft %s: %d cases of Lancashire's demo data in %d ms%n",
        reference, ended.path("cases").asInt(), took.toMillis());
    assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("undecided").asInt()).isZero();
    Map<String, Map<String, String>> told = new TreeMap<>();
    simulations.forEachChange(
        id,
        row ->
            told.computeIfAbsent(cell(row, "decision"), decision -> new TreeMap<>())
                .put(
                    cell(row, "effect"),
                    cell(row, "valueBefore") + " -> " + cell(row, "valueAfter")));
    return new Told(told, took);
  }

  private static String cell(List<JsonNode> row, String column) {
    JsonNode told = row.get(SchemeSimulations.COLUMNS.indexOf(column));
    return told.isNull() ? "nothing" : told.asText();
  }

  /** What differs between the calculator's lines under the scheme as it is and with a setting. */
  private Map<String, String> calculated(String path, String value) {
    Map<String, String> before = lines(Map.of());
    Map<String, String> after = lines(Map.of(VEHICLE + path, value));
    Set<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    Map<String, String> differing = new TreeMap<>();
    for (String line : all) {
      String was = before.getOrDefault(line, "nothing");
      String is = after.getOrDefault(line, "nothing");
      if (!was.equals(is)) {
        differing.put(line, was + " -> " + is);
      }
    }
    return differing;
  }

  /** Places by zone and provider; for each provider its best tier, or what it is without one. */
  private Map<String, String> lines(Map<String, String> settings) {
    SchemeDocument scheme =
        SchemeReader.ofInstalledModules()
            .withOverrides(settings)
            .read(lancashire.scheme())
            .getScheme();
    RoundCalculator.Scheme terms =
        new RoundCalculator.Scheme(
            scheme.findSection(FrameworkSection.class).orElseThrow(),
            scheme.findSection(GeographySection.class).orElse(null),
            null,
            settings.keySet());
    Map<String, String> lines = new TreeMap<>();
    for (AllocationLine line : RoundCalculator.calculate(terms, files()).lines()) {
      if (line.zone() != null) {
        lines.put("place/" + line.zone() + "/" + line.provider(), line.tier());
      }
      lines.merge("outcome/" + line.provider(), line.tier(), SimulationOnDemoDataTest::better);
    }
    return lines;
  }

  private static String better(String one, String other) {
    return one.equals("TIER1") ? one : other;
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, String> names =
        Map.of(
            "providersCsv", "providers.csv",
            "applicationsCsv", "applications.csv",
            "appliedZonesCsv", "applied_zones.csv",
            "scoresCsv", "scores.csv",
            "locationsCsv", "locations.csv");
    lancashire
        .files(lancashire.rounds().getFirst())
        .forEach((argument, text) -> files.put(names.getOrDefault(argument, argument), text));
    return files;
  }

  @Test
  void aFifthPlaceInOneZoneMovesExactlyThoseWhomTheCalculatorMoves() {
    Map<String, String> expected = calculated("tiers[0].placesByZone", "{LAN: 5, PRE: 5, RIB: 3}");
    assertThat(expected).isNotEmpty().containsValue("nothing -> TIER1");

    Told told = simulate("fifth-place", "tiers[0].placesByZone.LAN", "5");

    assertThat(told.of(ALLOCATION)).isEqualTo(expected);
    assertThat(told.byDecision().keySet()).containsExactly(ALLOCATION);
    assertThat(told.took()).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void anotherCapPolicyMovesExactlyThoseWhomTheCalculatorMoves() {
    Map<String, String> expected = calculated("capPolicy", "PROVIDER_PREFERENCE");
    assertThat(expected).hasSizeGreaterThan(2);

    Told told = simulate("preference", "capPolicy", "PROVIDER_PREFERENCE");

    assertThat(told.of(ALLOCATION)).isEqualTo(expected);
    assertThat(told.byDecision().keySet()).containsExactly(ALLOCATION);
    assertThat(told.took()).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void aChangeOfWhoGetsNewBusinessMovesNobodyOnTheFramework() {
    Told told =
        simulate(
            "business-for-both",
            "newBusiness.NEW",
            "[{kind: HOLDS_PLACE, tiers: [TIER1, TIER2]}, {kind: NOT_SUSPENDED, scope:"
                + " NEW_BUSINESS}, WITHIN_AREA_CAP]");

    assertThat(told.of(ALLOCATION)).isEmpty();
    assertThat(told.of("framework.eligibility")).isNotEmpty();
    assertThat(told.of("framework.eligibility").values()).containsOnly("may not -> may take it");
  }
}
