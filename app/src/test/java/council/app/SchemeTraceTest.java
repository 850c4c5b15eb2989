package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import council.config.document.ExampleOutcome;
import council.config.document.Origin;
import council.config.document.SchemeReader;
import council.config.document.SchemeReading;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ships is traced to the councils' papers, rests on a template and proves itself. */
class SchemeTraceTest {
  private static String text(String council) throws IOException {
    return Files.readString(ShippedCouncils.schemeFile(council));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lancashire", "hampshire", "somerset"})
  void everyFigureNamesItsRuleOrStandsUnderARemark(String council) throws IOException {
    assertThat(FigureTrace.untraced(text(council))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lancashire", "hampshire", "somerset"})
  void extendsATemplateAndRepeatsNothingOfIt(String council) throws IOException {
    SchemeReading reading = SchemeReader.ofInstalledModules().read(text(council));

    assertThat(text(council)).containsPattern("(?m)^extends:");
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.origins())
        .extracting(Origin::source)
        .contains(Origin.Source.TEMPLATE, Origin.Source.DOCUMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lancashire", "hampshire", "somerset"})
  void provesItselfByFiveExamplesOrMore(String council) throws IOException {
    SchemeReading reading = SchemeReader.ofInstalledModules().read(text(council));

    assertThat(reading.examples())
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(example -> assertThat(example.differences()).as(example.name()).isEmpty())
        .allMatch(ExampleOutcome::passed);
  }

  @Test
  void anExampleStopsToHoldWhereItsRuleIsChanged() throws IOException {
    String changed = text("lancashire").replace("PRE: 5, RIB: 3", "PRE: 5, RIB: 4");

    assertThat(SchemeReader.ofInstalledModules().read(changed).examples())
        .filteredOn(example -> !example.passed())
        .extracting(ExampleOutcome::name)
        .contains("Ribble Valley has three places where other zones have four");
  }

  @Test
  void aFigureWithoutASourceIsFound() {
    assertThat(
            FigureTrace.untraced(
                """
                note: of the whole document, which explains no figure
                effectiveFrom: 2015-01-01
                framework:
                  vehicles:
                    X:
                      note: explains what is near
                      places: 4
                      tiers:
                        - {places: 3}
                        - byZone: {A: 5}
                    Y:
                      places: 4 # LAN-FW-08
                      months: 18 # as everybody knows
                      title: "2015"
                examples:
                  - {name: x, note: worked out, facts: {a: {b: {c: 1}}}, expected: {d: [{e: 2}]}}
                  - {name: y, facts: {a: 7}}
                """))
        .containsExactly(
            "effectiveFrom: 2015-01-01",
            "- byZone: {A: 5}",
            "months: 18 # as everybody knows",
            "- {name: y, facts: {a: 7}}");
  }
}
