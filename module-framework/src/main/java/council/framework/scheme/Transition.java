package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the locations of providers that were not successful. */
@Doc(
    value = "Locations of unsuccessful providers move to a provider on the framework",
    rules = {"LAN-FW-24", "LAN-FW-25"})
public record Transition(
    @Doc(value = "Months from the framework's start within which they move", rules = "LAN-FW-24")
        @Default("18")
        @Range(min = "0", max = "600")
        int months,
    @Doc(
            value = "Kinds of reason for which a location may be exempt; empty means any reason",
            rules = {"LAN-FW-35", "LAN-FW-36"})
        List<String> exemptionKinds,
    @Doc(
            value = "How each case is worked; absent means that only its day is kept",
            rules = {"LAN-FW-26", "LAN-FW-27"})
        @Nullable TransitionCases cases) {
  public Transition {
    exemptionKinds = List.copyOf(exemptionKinds);
  }

  /** One whose cases are not worked step by step. */
  public Transition(int months, List<String> exemptionKinds) {
    this(months, exemptionKinds, null);
  }
}
