package council.framework.scheme;

import council.platform.scheme.Doc;
import java.math.BigDecimal;
import java.util.List;

/** What may be spent through a framework, and when people are warned. */
@Doc(
    value = "What may be committed through the framework, and when people are warned",
    rules = {"HAM-FW-01", "HAM-FW-02", "HAM-FW-05", "HAM-FW-14", "HAM-FW-22"})
public record Spend(
    @Doc("The limits, each with its own meaning; a kind may stand more than once except TOTAL")
        List<SpendLimit> limits,
    @Doc(
            value = "Shares of a limit in percent at which people are warned, ascending",
            rules = "HAM-FW-22")
        List<BigDecimal> warnAtPercent) {
  public Spend {
    limits = List.copyOf(limits);
    warnAtPercent = List.copyOf(warnAtPercent);
  }
}
