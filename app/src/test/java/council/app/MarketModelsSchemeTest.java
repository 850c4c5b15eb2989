package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import council.config.document.ExampleOutcome;
import council.config.document.SchemeReader;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.MarketModel;
import council.framework.scheme.Vehicle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every market model that was weighed can be said by a scheme (HAM-FW-28). */
class MarketModelsSchemeTest {
  private static final Path SCHEME =
      ShippedCouncils.ROOT.resolve("app/src/test/resources/councils/market-models/scheme.yaml");

  @Test
  void eachOfTheEightIsExpressedAndTheExamplesHold() throws IOException {
    var reading = SchemeReader.ofInstalledModules().read(Files.readString(SCHEME));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.examples())
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(example -> assertThat(example.differences()).as(example.name()).isEmpty())
        .allMatch(ExampleOutcome::passed);
    var vehicles =
        reading.getScheme().findSection(FrameworkSection.class).orElseThrow().vehicles().values();
    assertThat(vehicles)
        .extracting(Vehicle::title)
        .containsExactlyInAnyOrder(
            "Framework A (few providers)",
            "Framework B (many providers)",
            "Lead provider without sub-contractors",
            "Lead provider with sub-contractors",
            "Co-sourcing LD",
            "Co-sourcing OPMHGPD",
            "Alliance contract",
            "As Is (multiple PPP providers)");
    assertThat(
            vehicles.stream().map(Vehicle::market).filter(Objects::nonNull).map(Object::getClass))
        .containsAll(
            List.of(
                MarketModel.Providers.class,
                MarketModel.LeadProvider.class,
                MarketModel.Alliance.class,
                MarketModel.JointUndertaking.class));
  }
}
