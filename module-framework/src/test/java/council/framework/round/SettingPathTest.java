package council.framework.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.framework.scheme.CapPolicy;
import council.platform.problem.Refused;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingPathTest {
  @Test
  void aComponentOfAVehicleAddressesTheChosenVehicle() {
    assertThat(SettingPath.full("framework.capPolicy", null, List.of("A")))
        .isEqualTo("framework.vehicles.A.capPolicy");
    assertThat(SettingPath.full("framework.tiers[0].places", "B", List.of("A", "B")))
        .isEqualTo("framework.vehicles.B.tiers[0].places");
  }

  @Test
  void aMisspeltComponentIsLookedForInTheVehicle() {
    assertThat(SettingPath.full("framework.capPolcy", null, List.of("A")))
        .isEqualTo("framework.vehicles.A.capPolcy");
  }

  @Test
  void fullPathsAndOtherSectionsStayAsTheyAre() {
    assertThat(SettingPath.full("framework.vehicles.A.capPolicy", null, List.of("A", "B")))
        .isEqualTo("framework.vehicles.A.capPolicy");
    assertThat(SettingPath.full("contracts.title", null, List.of("A", "B")))
        .isEqualTo("contracts.title");
  }

  @Test
  void severalVehiclesMustBeToldApart() {
    assertThatThrownBy(() -> SettingPath.full("framework.areaCap", null, List.of("A", "B")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problems().getFirst().message()).contains("A, B"));
    assertThatThrownBy(() -> SettingPath.full("framework.areaCap", "C", List.of("A", "B")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whatWasSetByHandIsNotReplacedByAFile() {
    RoundCalculator.Scheme free = Lancashire.scheme(CapPolicy.HIGHEST_SCORE_FIRST);
    RoundCalculator.Scheme pinned =
        new RoundCalculator.Scheme(
            free.framework(), null, null, Set.of("framework.vehicles.SUPPORTED_LIVING.areaCap"));

    assertThat(cap(RoundCalculator.calculate(free, Lancashire.folder()))).isEqualTo(2);
    assertThat(cap(RoundCalculator.calculate(pinned, Lancashire.folder()))).isEqualTo(1);
  }

  private static int cap(Calculation calculation) {
    Integer cap = calculation.section().findVehicle(Lancashire.CODE).orElseThrow().areaCap();
    return cap == null ? 0 : cap;
  }
}
