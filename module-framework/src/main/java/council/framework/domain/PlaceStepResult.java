package council.framework.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step of places brings about.
 *
 * @param allowed whether it may be taken; if not, nothing ends and nothing begins
 * @param ends places that end
 * @param begins places that begin
 * @param locationsThatMove references of the provider's locations that become transition cases:
 *     those for which it holds no place any more
 * @param casesDue last day by which these have moved; absent where none do
 */
public record PlaceStepResult(
    boolean allowed,
    List<End> ends,
    List<Begin> begins,
    List<String> locationsThatMove,
    @Nullable LocalDate casesDue) {
  public PlaceStepResult {
    ends = List.copyOf(ends);
    begins = List.copyOf(begins);
    locationsThatMove = List.copyOf(locationsThatMove);
  }

  /**
   * A place that ends.
   *
   * @param place its id
   * @param until first day on which it does not hold any more
   */
  public record End(String place, String provider, String zone, LocalDate until) {}

  /**
   * A place that begins.
   *
   * @param from first day in force
   * @param until first day no longer in force, absent where no end is set
   * @param site reference of the only location at which it holds, absent where it holds in the
   *     whole zone
   * @param insteadOf id of the place that it follows, absent where it follows none
   */
  public record Begin(
      String provider,
      String tier,
      String zone,
      String area,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable String site,
      @Nullable Integer rank,
      @Nullable String insteadOf) {}
}
