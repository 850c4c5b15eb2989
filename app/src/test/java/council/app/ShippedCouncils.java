package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.framework.domain.RoundFacts;
import council.framework.round.RoundFolder;
import council.framework.round.RoundReader;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.problem.Problems;
import council.platform.scheme.GeographySection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The councils' schemes and rounds that ship with the product, read from the source tree. */
final class ShippedCouncils {
  static final Path ROOT = Path.of(System.getProperty("council.root")).toAbsolutePath();
  private static final Path COUNCILS = ROOT.resolve("app/src/main/resources/councils");

  private ShippedCouncils() {}

  static Path schemeFile(String council) {
    return COUNCILS.resolve(council).resolve("scheme.yaml");
  }

  static Path roundFolder(String council, String round) {
    return COUNCILS.resolve(council).resolve("rounds").resolve(round);
  }

  static SchemeDocument scheme(String council) {
    try {
      return SchemeReader.ofInstalledModules().readFile(schemeFile(council)).getScheme();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FrameworkSection framework(String council) {
    return scheme(council).findSection(FrameworkSection.class).orElseThrow();
  }

  static Vehicle vehicle(String council, String code) {
    return framework(council).findVehicle(code).orElseThrow();
  }

  /** A round that ships, read as a user's would be; fails where anything is wrong with it. */
  static RoundFacts round(String council, String vehicleCode, String round) {
    var geography = scheme(council).findSection(GeographySection.class).orElseThrow();
    var vehicle = vehicle(council, vehicleCode);
    var problems = new Problems();
    var submission =
        RoundReader.read(
            vehicleCode,
            vehicle,
            RoundReader.zonesOf(vehicle, geography),
            RoundFolder.read(roundFolder(council, round), problems),
            problems);
    assertThat(problems.list()).isEmpty();
    return submission.facts();
  }
}
