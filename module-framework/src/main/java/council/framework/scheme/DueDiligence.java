package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A check of a provider that is recorded with its evidence, and that may have to be renewed. */
@Doc(
    value = "A check of a provider that is recorded with its evidence and may have to be renewed",
    rules = {"LAN-FW-42", "LAN-FW-44", "LAN-FW-61", "LAN-FW-63", "LAN-FW-89", "HAM-FW-34"})
public record DueDiligence(
    @Doc("What people call it, such as: signed up to the Driving Up Quality Code") String title,
    @Doc(value = "Months for which a pass holds; absent means for good", rules = "LAN-FW-63")
        @Nullable
        @Range(min = "1", max = "600")
        Integer validMonths,
    @Doc("Answers that pass, such as Good and Outstanding; empty means a plain yes")
        List<String> passes,
    @Doc("Whether nobody is ranked in a round without a pass that holds") @Default("false")
        boolean gate,
    @Doc("Days before a pass ends at which people are reminded") List<Integer> remindDays) {
  public DueDiligence {
    passes = List.copyOf(passes);
    remindDays = List.copyOf(remindDays);
  }
}
