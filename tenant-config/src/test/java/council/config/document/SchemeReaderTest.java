package council.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.config.document.Garden.Helper;
import council.config.document.Garden.Mode;
import council.config.document.Garden.Plot;
import council.config.document.Garden.Season;
import council.config.document.Garden.Watering;
import council.platform.problem.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemeReaderTest {
  private static final SchemeReader READER = SchemeReader.of(Garden.SECTIONS);

  @TempDir Path folder;

  @Test
  void bindsEveryKindOfComponent() {
    SchemeDocument scheme = READER.read(Garden.DOCUMENT).getScheme();
    Garden garden = scheme.findSection(Garden.class).orElseThrow();
    assertThat(scheme.council()).isEqualTo("lancashire");
    assertThat(scheme.title()).isEqualTo("Gardens 2015");
    assertThat(scheme.effectiveFrom()).isEqualTo(LocalDate.of(2015, 6, 1));
    assertThat(scheme.sectionNames()).containsExactlyInAnyOrder("geography", "garden");
    assertThat(garden.crops())
        .containsExactly(new Garden.Crop("BEANS", 60), new Garden.Crop("LEEKS", 40));
    assertThat(garden.helpers()).containsExactly(Helper.TENANT, Helper.NEIGHBOUR);
    assertThat(garden.closedOn())
        .containsExactly(LocalDate.of(2015, 12, 24), LocalDate.of(2015, 12, 25));
    assertThat(garden.rent()).isEqualTo(new BigDecimal("1.5"));
    assertThat(garden.bedsBySeason())
        .containsExactly(Map.entry(Season.SPRING, 2), Map.entry(Season.SUMMER, 3));
  }

  @Test
  void fillsInDefaultsAndLeavesUnsetWhatMayBe() {
    Garden garden =
        READER.read(Garden.DOCUMENT).getScheme().findSection(Garden.class).orElseThrow();
    Plot first = Objects.requireNonNull(garden.plots().get("P1"));
    Plot second = Objects.requireNonNull(garden.plots().get("P2"));
    assertThat(first.fenced()).isTrue();
    assertThat(first.mode()).isEqualTo(Mode.HAND);
    assertThat(first.tenant()).isNull();
    assertThat(first.cap()).isNull();
    assertThat(first.term()).isEqualTo(Period.ofYears(1));
    assertThat(first.letFrom()).contains(LocalDate.of(2015, 7, 1));
    assertThat(first.watering()).isEqualTo(new Watering.Mains(new BigDecimal("0.1")));
    assertThat(first.parts()).isEmpty();
    assertThat(second.letFrom()).isEqualTo(Optional.empty());
    assertThat(second.watering()).isEqualTo(new Watering.DugWell(5));
    assertThat(second.parts())
        .extracting(Plot::watering)
        .containsExactly(new Watering.RainBarrel(200));
  }

  @Test
  void theCanonicalFormReadsBackToTheSameRecordsAndHash() {
    SchemeDocument scheme = READER.read(Garden.DOCUMENT).getScheme();
    SchemeDocument again = READER.read(scheme.canonical()).getScheme();
    assertThat(again.canonical()).isEqualTo(scheme.canonical());
    assertThat(again.contentHash()).isEqualTo(scheme.contentHash()).hasSize(64);
    assertThat(again.findSection(Garden.class)).isEqualTo(scheme.findSection(Garden.class));
  }

  @Test
  void orderSpacingRemarksAndSpelledOutDefaultsDoNotChangeTheHash() {
    String other =
        Garden.DOCUMENT
            .replace("        note: the documents leave the size open\n", "        fenced: true\n")
            .replace("helpers: [NEIGHBOUR, TENANT]", "helpers: [TENANT,   NEIGHBOUR]")
            .replace("rent: 1.50", "rent: \"1.500\"");
    assertThat(READER.read(other).getScheme().contentHash())
        .isEqualTo(READER.read(Garden.DOCUMENT).getScheme().contentHash());
    assertThat(READER.read(Garden.DOCUMENT.replace("beds: 4", "beds: 5")).getScheme().contentHash())
        .isNotEqualTo(READER.read(Garden.DOCUMENT).getScheme().contentHash());
  }

  @Test
  void readsAFileAsItReadsText() throws IOException {
    Path file = Files.writeString(folder.resolve("scheme.yaml"), '\uFEFF' + Garden.DOCUMENT);
    assertThat(READER.readFile(file).getScheme().contentHash())
        .isEqualTo(READER.read(Garden.DOCUMENT).getScheme().contentHash());
  }

  @Test
  void theInstalledReaderKnowsTheGeography() {
    String document =
        """
        {"council": "lancashire", "title": "t", "effectiveFrom": "2015-06-01",
         "geography": {"areas": {"N": {"title": "North", "zones": {"A": {"title": "A\\u00e9"}}}}}}
        """;
    assertThat(SchemeReader.ofInstalledModules().read(document).problems()).isEmpty();
  }

  @Test
  void aBrokenDocumentHasNoScheme() {
    SchemeReading reading = READER.read("council: 7");
    assertThat(reading.findScheme()).isEmpty();
    assertThatThrownBy(reading::getScheme).isInstanceOf(Refused.class);
  }

  @Test
  void anOverrideReplacesAValueOfTheDocument() {
    Plot plot = overridden("garden.plots.P1.beds", "7");
    assertThat(plot.beds()).isEqualTo(7);
  }

  @Test
  void anOverrideMaySetWhatTheDocumentLeavesAtItsDefault() {
    assertThat(overridden("garden.plots.P1.mode", "ROTAVATOR").mode()).isEqualTo(Mode.ROTAVATOR);
    assertThat(overridden("garden.plots.P1.cap", "3").cap()).isEqualTo(3);
  }

  @Test
  void anOverrideMayReachIntoADefaultAnAlternativeAndAList() {
    assertThat(overridden("garden.plots.P1.watering.pricePerLitre", "2").watering())
        .isEqualTo(new Watering.Mains(new BigDecimal("2")));
    assertThat(overridden("garden.plots.P1.watering", "{kind: WELL, depthMetres: 9}").watering())
        .isEqualTo(new Watering.DugWell(9));
    SchemeReader reader =
        READER.withOverrides(
            Map.of(
                "garden.plots.P2.parts[0].watering.litres", "50", "garden.crops.0.percent", "60"));
    Garden garden =
        reader.read(Garden.DOCUMENT).getScheme().findSection(Garden.class).orElseThrow();
    assertThat(Objects.requireNonNull(garden.plots().get("P2")).parts().getFirst().watering())
        .isEqualTo(new Watering.RainBarrel(50));
  }

  @Test
  void anOverrideOfTheHeaderCounts() {
    SchemeReader reader = READER.withOverrides(Map.of("effectiveFrom", "2016-01-01"));
    assertThat(reader.read(Garden.DOCUMENT).getScheme().effectiveFrom())
        .isEqualTo(LocalDate.of(2016, 1, 1));
  }

  private static Plot overridden(String path, String value) {
    SchemeDocument scheme =
        READER.withOverrides(Map.of(path, value)).read(Garden.DOCUMENT).getScheme();
    return Objects.requireNonNull(scheme.findSection(Garden.class).orElseThrow().plots().get("P1"));
  }
}
