package council.framework.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.spend.domain.SpendFrameworks;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SpendChecksTest {
  private final List<SpendLimit> limits =
      new ArrayList<>(
          List.of(
              new SpendLimit.Total("ALL", "Value", pounds("585")),
              new SpendLimit.Authority("COUNCIL", "Authority", pounds("410")),
              new SpendLimit.PartnerGrowth("HEALTH", "Growth", pounds("175"))));
  private List<String> warnAt = List.of("75", "90", "100");

  private static BigDecimal pounds(String amount) {
    return new BigDecimal(amount);
  }

  private Problems check() {
    Problems problems = new Problems();
    Spend spend = new Spend(limits, warnAt.stream().map(BigDecimal::new).toList());
    SpendChecks.check("X", SpendFrameworks.vehicle(spend), problems);
    return problems;
  }

  private static List<String> told(List<Problem> problems) {
    return problems.stream().map(problem -> problem.code() + " " + problem.path()).toList();
  }

  private List<String> warnings() {
    assertThat(check().list()).isEmpty();
    return check().warnings().stream().map(Problem::code).toList();
  }

  @Test
  void limitsThatMakeUpTheTotalAreSound() {
    assertThat(warnings()).isEmpty();
  }

  @Test
  void partsAboveTheTotalAreAWarning() {
    limits.add(new SpendLimit.Conditional("MORE", "More", pounds("0.01"), "Something falls"));

    assertThat(warnings()).containsExactly("PARTS_ABOVE_TOTAL");
  }

  @Test
  void aPartWithoutWhatItBelongsToIsAWarning() {
    limits.removeIf(limit -> !(limit instanceof SpendLimit.PartnerGrowth));
    assertThat(warnings()).containsExactly("PARTNERS_WITHOUT_TOTAL");
    limits.clear();
    assertThat(warnings()).containsExactly("NO_LIMIT");
    limits.add(new SpendLimit.Conditional("MORE", "More", pounds("1"), "Something falls"));
    assertThat(warnings()).containsExactly("CONDITION_WITHOUT_AUTHORITY");
  }

  @Test
  void everyProblemIsToldAtOnce() {
    limits.add(new SpendLimit.Total("ALL", " ", pounds("0")));
    limits.add(new SpendLimit.Conditional("a b", "More", pounds("1.005"), " "));
    warnAt = List.of("0", "90", "90", "100.1");

    assertThat(told(check().list()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    "BLANK_TITLE framework.vehicles.X.spend.limits[3].title",
                    "DUPLICATE_LIMIT framework.vehicles.X.spend.limits[3].code",
                    "BAD_LIMIT framework.vehicles.X.spend.limits[3].amount",
                    "BAD_CODE framework.vehicles.X.spend.limits[4].code",
                    "BAD_LIMIT framework.vehicles.X.spend.limits[4].amount",
                    "BLANK_CONDITION framework.vehicles.X.spend.limits[4].condition",
                    "BAD_SHARE framework.vehicles.X.spend.warnAtPercent[0]",
                    "NOT_ASCENDING framework.vehicles.X.spend.warnAtPercent[2]",
                    "BAD_SHARE framework.vehicles.X.spend.warnAtPercent[3]",
                    "TWO_TOTALS framework.vehicles.X.spend.limits")
                .toList());
  }
}
