package council.framework.spend.domain;

import council.framework.scheme.Admission;
import council.framework.scheme.Award;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Lots;
import council.framework.scheme.OpenData;
import council.framework.scheme.Spend;
import council.framework.scheme.SpendLimit;
import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Frameworks of which nothing but the money matters. */
public final class SpendFrameworks {
  static final LocalDate START = LocalDate.of(2015, 4, 1);
  static final LocalDate END = LocalDate.of(2019, 3, 31);

  private SpendFrameworks() {}

  static BigDecimal pounds(String amount) {
    return new BigDecimal(amount);
  }

  /** 355 of which 300 without and 20 with a condition are the council's and 35 its partners'. */
  static Spend sharedLiving(String... warnAt) {
    return new Spend(
        List.of(
            new SpendLimit.Total("ALL", "Advertised value", pounds("355.00")),
            new SpendLimit.Authority("COUNCIL", "Spend authority", pounds("300.00")),
            new SpendLimit.Conditional(
                "SWITCH", "Conditional part", pounds("20.00"), "Residential cost falls"),
            new SpendLimit.PartnerGrowth("HEALTH", "Growth", pounds("35.00"))),
        Stream.of(warnAt).map(BigDecimal::new).toList());
  }

  public static Vehicle vehicle(@Nullable Spend spend) {
    return vehicle(spend, null);
  }

  public static Vehicle publishing(OpenData openData) {
    return vehicle(null, openData);
  }

  private static Vehicle vehicle(@Nullable Spend spend, @Nullable OpenData openData) {
    return new Vehicle(
        "Framework",
        START,
        END,
        List.of(),
        List.of(),
        BigDecimal.ZERO,
        List.of(),
        null,
        null,
        CapPolicy.HIGHEST_SCORE_FIRST,
        List.of(),
        false,
        null,
        Map.of(),
        new Award(10),
        new Admission.Round(),
        null,
        new Lots.ByZone(),
        null,
        null,
        spend,
        null,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        openData);
  }

  static FrameworkSection section(@Nullable Spend spend) {
    return new FrameworkSection(Map.of("X", vehicle(spend)));
  }
}
