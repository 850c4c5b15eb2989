package council.framework.round;

import council.framework.FrameworkModule;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.domain.RoundResult;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.scheme.GeographySection;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works a round out from its files, with the same engine that the served product uses. */
public final class RoundCalculator {
  private RoundCalculator() {}

  /**
   * What a round is worked out under.
   *
   * @param geography absent where the scheme has none; the round must then bring zones
   * @param vehicle code of the framework, absent where the scheme has only one, or one only that is
   *     no open list
   * @param settings full paths of what was set by hand; no file stands in for it
   */
  public record Scheme(
      FrameworkSection framework,
      @Nullable GeographySection geography,
      @Nullable String vehicle,
      Collection<String> settings) {}

  /**
   * @throws Refused with every problem of the folder's files
   */
  public static Calculation calculate(Scheme scheme, Path folder) {
    Problems problems = new Problems();
    Map<String, String> texts = RoundFolder.read(folder, problems);
    if (texts.isEmpty()) {
      problems.add("NO_ROUND", folder.toString(), "The folder holds none of the files of a round.");
      problems.throwIfAny();
    }
    return calculate(scheme, texts, problems);
  }

  /**
   * @param texts file name to content
   * @throws Refused with every problem of the files
   */
  public static Calculation calculate(Scheme scheme, Map<String, String> texts) {
    return calculate(scheme, texts, new Problems());
  }

  private static Calculation calculate(
      Scheme scheme, Map<String, String> texts, Problems problems) {
    String code = SettingPath.choose(scheme.vehicle(), scheme.framework());
    Vehicle vehicle = scheme.framework().getVehicle(code);
    GeographySection geography = scheme.geography();
    List<ZoneFact> zones =
        geography == null ? List.of() : RoundReader.coveredZones(vehicle, geography);
    RoundTerms terms =
        TermsReader.read(
            code, vehicle, zones, SettingPath.components(code, scheme.settings()), texts, problems);
    Submission submission = RoundReader.read(code, terms.vehicle(), terms.zones(), texts, problems);
    problems.throwIfAny();
    FrameworkSection section = new FrameworkSection(Map.of(code, terms.vehicle()));
    Decided<RoundResult> decided =
        FrameworkModule.ALLOCATE_ROUND.decide(section, submission.facts());
    return new Calculation(section, submission, decided);
  }
}
