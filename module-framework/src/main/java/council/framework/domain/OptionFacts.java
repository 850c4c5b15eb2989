package council.framework.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * An option that is to be taken, and what was taken before.
 *
 * @param vehicle code of the vehicle in the scheme
 * @param option code of the option
 * @param on the day on which it is taken
 * @param taken in the order in which they were taken
 */
public record OptionFacts(String vehicle, String option, LocalDate on, List<Taken> taken) {
  public OptionFacts {
    taken = List.copyOf(taken);
  }

  /**
   * An option that was taken.
   *
   * @param endBefore last day of the framework without it
   * @param endAfter last day with it
   */
  public record Taken(String option, LocalDate endBefore, LocalDate endAfter) {}
}
