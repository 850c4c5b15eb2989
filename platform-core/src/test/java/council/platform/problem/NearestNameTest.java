package council.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> KNOWN = List.of("QUALITY", "LOCAL", "AREA_CAP");

  @Test
  void aSlipOfThePenIsFound() {
    assertThat(NearestName.of("QUALTY", KNOWN)).contains("QUALITY");
    assertThat(NearestName.of("area-cap", KNOWN)).contains("AREA_CAP");
  }

  @Test
  void anotherWordIsNot() {
    assertThat(NearestName.of("banana", KNOWN)).isEmpty();
    assertThat(NearestName.of("", KNOWN)).isEmpty();
    assertThat(NearestName.of("QUALITY".repeat(20), KNOWN)).isEmpty();
  }

  @Test
  void theSentenceEndsEitherWay() {
    assertThat(NearestName.hint("QUALTY", KNOWN)).isEqualTo("; did you mean \"QUALITY\"?");
    assertThat(NearestName.hint("banana", KNOWN)).isEqualTo(".");
  }
}
