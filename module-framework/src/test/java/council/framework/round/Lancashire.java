package council.framework.round;

import council.framework.scheme.Admission;
import council.framework.scheme.Award;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Tier;
import council.framework.scheme.Transition;
import council.framework.scheme.Vehicle;
import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A scheme that says nothing of its own and the files of Lancashire's round. */
final class Lancashire {
  static final String CODE = "SUPPORTED_LIVING";

  private Lancashire() {}

  static Path folder() {
    try {
      URL zones = Lancashire.class.getResource("/rounds/lancashire-2015/zones.csv");
      return Objects.requireNonNull(Path.of(Objects.requireNonNull(zones).toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> texts() {
    Problems problems = new Problems();
    Map<String, String> texts = new LinkedHashMap<>(RoundFolder.read(folder(), problems));
    problems.throwIfAny();
    return texts;
  }

  static RoundCalculator.Scheme scheme(CapPolicy policy) {
    Vehicle vehicle =
        new Vehicle(
            "Supported living",
            LocalDate.of(2000, 1, 1),
            null,
            List.of("NOWHERE"),
            List.of(
                new Criterion("ANY", "Any", 100, BigDecimal.ONE, null, CriterionScope.FRAMEWORK)),
            BigDecimal.ZERO,
            List.of(
                new Tier.RankedPlaces("TIER1", "Tier 1", 1, Map.of("NOWHERE", 9), true),
                new Tier.ExistingLocations("TIER2", "Tier 2")),
            1,
            null,
            policy,
            List.of("reference"),
            false,
            new Transition(18, List.of()),
            Map.of(),
            new Award(10),
            new Admission.Round(),
            null);
    return new RoundCalculator.Scheme(
        new FrameworkSection(Map.of(CODE, vehicle)), null, null, Set.of());
  }

  static Calculation calculate(CapPolicy policy) {
    return RoundCalculator.calculate(scheme(policy), folder());
  }
}
