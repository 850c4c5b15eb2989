package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.scheme.GeographySection;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The round that ships for Lancashire came with files for zones, criteria and parameters, kept
 * beside the tests. The shipped scheme stands in their place and must say the same.
 */
class LancashireFixtureTest {
  private static final Path FIXTURE =
      ShippedCouncils.ROOT.resolve("app/src/test/resources/fixtures/lancashire-2015");

  private final Vehicle vehicle = ShippedCouncils.vehicle("lancashire", "SUPPORTED_LIVING");

  @Test
  void zonesAndAreasAreTheSame() throws IOException {
    var geography =
        ShippedCouncils.scheme("lancashire").findSection(GeographySection.class).orElseThrow();
    var ofScheme = new ArrayList<List<String>>();
    geography
        .areas()
        .forEach((area, a) ->
            a.zones().forEach((zone, z) -> ofScheme.add(List.of(area, zone, z.title()))));

    assertThat(ofScheme)
        .containsExactlyInAnyOrderElementsOf(
            rows("zones.csv").stream().map(NamedCsvRecord::getFields).toList());
  }

  @Test
  void criteriaAreTheSame() throws IOException {
    var ofScheme =
        vehicle.criteria().stream()
            .map(c ->
                List.of(
                    c.code(),
                    c.title(),
                    String.valueOf(c.weightPercent()),
                    c.maximumScore().toPlainString(),
                    c.passMark() == null ? "" : c.passMark().toPlainString(),
                    c.scope().name()))
            .toList();

    assertThat(ofScheme)
        .isEqualTo(rows("criteria.csv").stream().map(NamedCsvRecord::getFields).toList());
  }

  @Test
  void parametersAreTheSame() throws IOException {
    JsonNode parameters = new ObjectMapper().readTree(FIXTURE.resolve("parameters.json").toFile());
    var tierOne = (Tier.RankedPlaces) vehicle.tiers().getFirst();
    var places = new LinkedHashMap<String, Integer>();
    parameters
        .path("tier1_places")
        .properties()
        .forEach(zone -> places.put(zone.getKey(), zone.getValue().intValue()));

    assertThat(vehicle.qualityThresholdPercent())
        .isEqualByComparingTo(new BigDecimal(parameters.path("quality_threshold").asText()));
    assertThat(tierOne.places()).isEqualTo(parameters.path("tier1_places_default").intValue());
    assertThat(tierOne.placesByZone()).isEqualTo(places);
    assertThat(vehicle.areaCap()).isEqualTo(parameters.path("area_cap").intValue());
    assertThat(vehicle.frameworkStart()).isEqualTo(parameters.path("framework_start").asText());
    assertThat(vehicle.tieBreakers())
        .isEqualTo(parameters.path("tie_breakers").valueStream().map(JsonNode::asText).toList());
  }

  private static List<NamedCsvRecord> rows(String file) throws IOException {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(FIXTURE.resolve(file))) {
      return reader.stream().toList();
    }
  }
}
