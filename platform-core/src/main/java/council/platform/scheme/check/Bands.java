package council.platform.scheme.check;

import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bands of a figure: each holds its lower bound and ends below its upper one. */
public final class Bands {
  private Bands() {}

  /**
   * One band.
   *
   * @param path where it stands in the document
   * @param from the lowest figure that it holds
   * @param below the lowest figure above it; absent where it has no end
   */
  public record Band(String path, BigDecimal from, @Nullable BigDecimal below) {
    private String shown() {
      String lowest = "from " + from.toPlainString();
      return below == null ? lowest + " on" : lowest + " to below " + below.toPlainString();
    }

    private boolean isBackward() {
      return below != null && below.compareTo(from) <= 0;
    }
  }

  /** No figure may lie in two bands, and none between two bands in neither. */
  public static void check(List<Band> bands, Problems problems) {
    bands.stream().filter(Band::isBackward).forEach(band -> backward(band, problems));
    List<Band> forward =
        bands.stream()
            .filter(band -> !band.isBackward())
            .sorted(Comparator.comparing(Band::from).thenComparing(Band::path))
            .toList();
    for (int i = 1; i < forward.size(); i++) {
      check(furthest(forward.subList(0, i)), forward.get(i), problems);
    }
  }

  /** As {@link #check}; besides, every figure from the lowest to the highest lies in a band. */
  public static void checkCover(
      List<Band> bands,
      BigDecimal lowest,
      @Nullable BigDecimal highest,
      String path,
      Problems problems) {
    check(bands, problems);
    List<Band> forward = bands.stream().filter(band -> !band.isBackward()).toList();
    if (forward.stream().noneMatch(band -> band.from().compareTo(lowest) <= 0)) {
      uncovered(lowest, path, problems);
    }
    boolean reached = forward.stream().map(Band::below).anyMatch(below -> reaches(below, highest));
    if (!reached) {
      BigDecimal end = forward.isEmpty() ? lowest : furthest(forward).below();
      uncovered(highest != null ? highest : end, path, problems);
    }
  }

  private static boolean reaches(@Nullable BigDecimal below, @Nullable BigDecimal highest) {
    return below == null || (highest != null && below.compareTo(highest) > 0);
  }

  private static void uncovered(@Nullable BigDecimal figure, String path, Problems problems) {
    String shown = figure == null ? "" : figure.toPlainString();
    String expected = "a band that holds " + shown;
    problems.add(
        "BANDS_LEAVE_A_HOLE", path, shown, expected, "Expected " + expected + ", but none does.");
  }

  private static void backward(Band band, Problems problems) {
    String expected = "an upper bound above " + band.from().toPlainString();
    problems.add(
        "BAND_BACKWARD",
        band.path(),
        band.shown(),
        expected,
        "Expected " + expected + ", but the band runs " + band.shown() + ".");
  }

  private static void check(Band former, Band latter, Problems problems) {
    BigDecimal end = former.below();
    if (end != null && latter.from().compareTo(end) == 0) {
      return;
    }
    String expected =
        end == null
            ? "an upper bound of the band from " + former.from().toPlainString()
            : "a lower bound of " + end.toPlainString();
    boolean hole = end != null && latter.from().compareTo(end) > 0;
    String message =
        "Expected %s, since %s runs %s, but this band runs %s."
            .formatted(expected, former.path(), former.shown(), latter.shown());
    problems.add(
        hole ? "BANDS_LEAVE_A_HOLE" : "BANDS_OVERLAP",
        latter.path(),
        latter.shown(),
        expected,
        message);
  }

  private static Band furthest(List<Band> bands) {
    Comparator<Band> byEnd =
        Comparator.comparing(Band::below, Comparator.nullsLast(Comparator.naturalOrder()));
    return bands.stream().max(byEnd).orElseThrow();
  }
}
