package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.config.document.SchemeReading;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.scheme.GeographySection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemes that ship with the product say what the councils' papers say. */
class CouncilSchemesTest {
  private static final Path ROOT = Path.of(System.getProperty("council.root")).toAbsolutePath();
  private static final Path COUNCILS = ROOT.resolve("app/src/main/resources/councils");

  @ParameterizedTest
  @ValueSource(strings = {"lancashire", "hampshire", "somerset"})
  void readsWithoutAProblem(String council) throws IOException {
    SchemeReading reading = SchemeReader.ofInstalledModules().readFile(scheme(council));

    assertThat(reading.problems()).isEmpty();
    assertThat(read(council).council()).isEqualTo(council);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lancashire", "hampshire", "somerset"})
  void namesOnlyRulesOfTheCoverageSheet(String council) throws IOException {
    var known =
        Files.readAllLines(ROOT.resolve("app/src/test/resources/coverage/rule-ids.txt"));
    Set<String> named = new TreeSet<>();
    Pattern.compile("\\b[A-Z]{3}-[A-Z]{2,3}-\\d{2}\\b")
        .matcher(Files.readString(scheme(council)))
        .results()
        .forEach(match -> named.add(match.group()));

    assertThat(known).containsAll(named);
  }

  @Test
  void lancashireHasTwelveZonesInThreeAreas() throws IOException {
    var geography = read("lancashire").findSection(GeographySection.class).orElseThrow();

    assertThat(geography.areas().keySet()).containsExactlyInAnyOrder("North", "Central", "East");
    assertThat(geography.zoneCodes()).hasSize(12);
  }

  @Test
  void lancashiresProcurementWindowOpensBeforeItsFrameworkStarts() throws IOException {
    assertThat(read("lancashire").effectiveFrom()).isEqualTo(LocalDate.of(2015, 1, 1));
    assertThat(vehicle("lancashire", "SUPPORTED_LIVING").frameworkStart())
        .isEqualTo(LocalDate.of(2015, 6, 1));
  }

  @Test
  void hampshiresCareAtHomeLastsFourYearsInEveryZone() throws IOException {
    var careAtHome = vehicle("hampshire", "CARE_AT_HOME");

    assertThat(careAtHome.frameworkEnd()).isEqualTo(careAtHome.frameworkStart().plusYears(4).minusDays(1));
    assertThat(careAtHome.zones()).containsExactly("Z1", "Z2", "Z3", "Z4");
    assertThat(careAtHome.areaCap()).isNull();
  }

  @Test
  void somersetHasZonesAndNoFrameworkYet() throws IOException {
    var scheme = read("somerset");

    assertThat(scheme.findSection(FrameworkSection.class)).isEmpty();
    assertThat(scheme.findSection(GeographySection.class).orElseThrow().zoneCodes()).isNotEmpty();
  }

  private static Vehicle vehicle(String council, String code) throws IOException {
    return read(council).findSection(FrameworkSection.class).orElseThrow().findVehicle(code).orElseThrow();
  }

  private static SchemeDocument read(String council) throws IOException {
    return SchemeReader.ofInstalledModules().readFile(scheme(council)).getScheme();
  }

  private static Path scheme(String council) {
    return COUNCILS.resolve(council).resolve("scheme.yaml");
  }
}
