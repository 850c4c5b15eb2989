package council.platform.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.TestScheme;
import council.platform.problem.Problems;
import council.platform.scheme.GeographySection.Area;
import council.platform.scheme.GeographySection.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeographySectionTest {
  @Test
  void knowsTheAreaOfAZone() {
    GeographySection geography =
        new GeographySection(
            Map.of(
                "North", new Area("North", Map.of("LAN", new Zone("Lancaster"))),
                "East", new Area("East", Map.of("BUR", new Zone("Burnley")))));
    assertThat(geography.findAreaOf("BUR")).contains("East");
    assertThat(geography.findAreaOf("XYZ")).isEmpty();
    assertThat(geography.areaByZone())
        .containsOnly(Map.entry("LAN", "North"), Map.entry("BUR", "East"));
    assertThat(problemsOf(geography)).isEmpty();
  }

  @Test
  void namesEveryProblem() {
    GeographySection broken =
        new GeographySection(
            Map.of(
                "North", new Area("North", Map.of("LAN", new Zone(" "))),
                "Far East", new Area("East", Map.of("LAN", new Zone("Lancaster"))),
                "South", new Area("", Map.of())));
    assertThat(problemsOf(broken))
        .filteredOn(problem -> !problem.startsWith("DUPLICATE_ZONE"))
        .containsExactlyInAnyOrder(
            "BLANK_TITLE geography.areas.North.zones.LAN.title",
            "BAD_CODE geography.areas.Far East",
            "BLANK_TITLE geography.areas.South.title",
            "NO_ZONES geography.areas.South.zones");
    assertThat(problemsOf(broken))
        .filteredOn(problem -> problem.startsWith("DUPLICATE_ZONE"))
        .hasSize(1);
    assertThat(problemsOf(new GeographySection(Map.of())))
        .containsExactly("NO_AREAS geography.areas");
  }

  private static List<String> problemsOf(GeographySection geography) {
    Problems problems = new Problems();
    GeographySection.SECTION
        .check()
        .check(geography, new TestScheme("x", LocalDate.EPOCH, geography), problems);
    return problems.list().stream().map(p -> p.code() + " " + p.path()).toList();
  }
}
