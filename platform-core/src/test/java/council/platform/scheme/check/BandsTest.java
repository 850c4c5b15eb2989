package council.platform.scheme.check;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.scheme.check.Bands.Band;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BandsTest {
  @Test
  void bandsThatMeetAreFine() {
    assertThat(check(band("0", "50"), band("50", "75.5"), band("75.50", null))).isEmpty();
    assertThat(check(band("50", null), band("0", "50.0"))).isEmpty();
    assertThat(check()).isEmpty();
  }

  @Test
  void aHoleIsToldAtTheBandAboveIt() {
    Problem hole = check(band("0", "50"), band("51", null)).getFirst();
    assertThat(hole.code()).isEqualTo("BANDS_LEAVE_A_HOLE");
    assertThat(hole.path()).isEqualTo("bands.51");
    assertThat(hole.value()).isEqualTo("from 51 on");
    assertThat(hole.expected()).isEqualTo("a lower bound of 50");
  }

  @Test
  void anOverlapIsTold() {
    assertThat(codes(check(band("0", "50"), band("49.99", null)))).containsExactly("BANDS_OVERLAP");
    assertThat(codes(check(band("0", null), band("50", "60")))).containsExactly("BANDS_OVERLAP");
    assertThat(codes(check(band("0", "50"), band("0", "50")))).containsExactly("BANDS_OVERLAP");
  }

  @Test
  void aBandWithinAnotherHidesNoOverlapBehindIt() {
    assertThat(codes(check(band("0", "50"), band("10", "20"), band("40", "60"))))
        .containsExactly("BANDS_OVERLAP", "BANDS_OVERLAP");
  }

  @Test
  void aBandWithoutAFigureIsTold() {
    assertThat(codes(check(band("50", "50")))).containsExactly("BAND_BACKWARD");
  }

  @Test
  void bothEndsMustBeCoveredWhereTheyAreKnown() {
    assertThat(cover("0", "100", band("0", "50"), band("50", null))).isEmpty();
    assertThat(cover("0", "100", band("0", "50"), band("50", "100.01"))).isEmpty();
    assertThat(cover("0", "100", band("0", "50"), band("50", "100")))
        .extracting(Problem::value)
        .containsExactly("100");
    assertThat(cover("0", "100", band("1", null))).extracting(Problem::value).containsExactly("0");
    assertThat(cover("0", null, band("0", "9"))).extracting(Problem::value).containsExactly("9");
    assertThat(cover("0", null)).hasSize(2);
  }

  private static List<Problem> cover(String lowest, @Nullable String highest, Band... bands) {
    Problems problems = new Problems();
    BigDecimal end = highest == null ? null : new BigDecimal(highest);
    Bands.checkCover(List.of(bands), new BigDecimal(lowest), end, "bands", problems);
    return problems.list();
  }

  private static List<Problem> check(Band... bands) {
    Problems problems = new Problems();
    Bands.check(List.of(bands), problems);
    return problems.list();
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).toList();
  }

  private static Band band(String from, @Nullable String below) {
    return new Band(
        "bands." + from, new BigDecimal(from), below == null ? null : new BigDecimal(below));
  }
}
