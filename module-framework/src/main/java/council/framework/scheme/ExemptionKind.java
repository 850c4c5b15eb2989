package council.framework.scheme;

import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of reason for which a rule of the framework does not hold for a time. */
@Doc(
    value =
        "A kind of reason for which a location may stay out of the framework's rules for a time",
    rules = {"LAN-FW-35", "LAN-FW-36"})
public record ExemptionKind(
    @Doc("What people call it") String title,
    @Doc("Most months for which it is given; absent means as long as its own end says")
        @Nullable
        @Range(min = "1", max = "600")
        Integer longestMonths,
    @Doc("Days before its end at which people are reminded") List<Integer> remindDays) {
  public ExemptionKind {
    remindDays = List.copyOf(remindDays);
  }
}
