package council.framework.scheme;

import council.platform.scheme.Declares;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the framework and what is called off from it may last. */
@Doc(
    value = "How long the framework, and what is called off from it, may last",
    rules = {"LAN-FW-01", "LAN-FW-02", "HAM-FW-08", "HAM-FW-09"})
public record Term(
    @Doc(
            value =
                "Options by which the framework lasts longer, in the order in which they follow",
            rules = {"LAN-FW-02", "LAN-FW-03"})
        List<Option> options,
    @Doc(
            value = "Months of a call-off's first term; absent means to the end of the framework",
            rules = "HAM-FW-10")
        @Nullable
        @Range(min = "1", max = "600")
        Integer callOffMonths,
    @Doc(
            value =
                "Most months that a call-off may last in all, whether or not the framework has"
                    + " ended by then; absent means not beyond the framework's end",
            rules = {"HAM-FW-09", "HAM-FW-12"})
        @Nullable
        @Range(min = "1", max = "600")
        Integer longestCallOffMonths) {
  public Term {
    options = List.copyOf(options);
  }

  /**
   * Last day of a call-off's first term.
   *
   * @param start first day of the call-off
   * @param frameworkEnd last day of the framework, absent where it has none
   * @return absent where it has no end
   */
  public @Nullable LocalDate firstCallOffEnd(LocalDate start, @Nullable LocalDate frameworkEnd) {
    LocalDate last = lastCallOffEnd(start, frameworkEnd);
    LocalDate first = callOffMonths == null ? frameworkEnd : after(start, callOffMonths);
    return first == null || (last != null && last.isBefore(first)) ? last : first;
  }

  /** The day beyond which a call-off cannot be extended; absent where there is none. */
  public @Nullable LocalDate lastCallOffEnd(LocalDate start, @Nullable LocalDate frameworkEnd) {
    return longestCallOffMonths == null ? frameworkEnd : after(start, longestCallOffMonths);
  }

  /** Whether a call-off may go on after the framework has ended (HAM-FW-12). */
  public boolean callOffsMayOutlastIt() {
    return longestCallOffMonths != null;
  }

  private static LocalDate after(LocalDate start, int months) {
    return start.plusMonths(months).minusDays(1);
  }

  /** One option. */
  @Doc("An option by which the framework lasts longer once it is taken")
  public record Option(
      @Doc("Short name, unique within the framework") @Declares("framework.option") String code,
      @Doc("Months by which the framework lasts longer") @Range(min = "1", max = "600") int months,
      @Doc(value = "What must be shown for it to be taken", rules = "LAN-FW-03")
          @Nullable String condition) {}
}
