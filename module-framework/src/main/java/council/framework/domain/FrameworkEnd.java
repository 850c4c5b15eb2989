package council.framework.domain;

import council.framework.domain.OptionFacts.Taken;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a framework with the options that were taken. An option moves the end that it was
 * taken for: where a later version of the scheme sets another end, that end stands.
 */
public final class FrameworkEnd {
  private FrameworkEnd() {}

  /**
   * @param schemeEnd last day by the scheme
   * @param taken in the order in which the options were taken
   */
  public static @Nullable LocalDate of(@Nullable LocalDate schemeEnd, List<Taken> taken) {
    LocalDate end = schemeEnd;
    for (Taken option : taken) {
      if (option.endBefore().equals(end)) {
        end = option.endAfter();
      }
    }
    return end;
  }

  /** The day that comes out where a framework lasts so many months longer. */
  static LocalDate extended(LocalDate end, int months) {
    return end.plusDays(1).plusMonths(months).minusDays(1);
  }
}
