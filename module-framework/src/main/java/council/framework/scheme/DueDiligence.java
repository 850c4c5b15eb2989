package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.time.LocalDate;
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
    @Doc("Days before a pass ends at which people are reminded") List<Integer> remindDays,
    @Doc(
            "Where the answer comes from; with CQC_RATING the directory's rating counts until"
                + " people record another")
        @Default("RECORD")
        CheckSource source) {
  public DueDiligence {
    passes = List.copyOf(passes);
    remindDays = List.copyOf(remindDays);
  }

  /** The answer that passes where the scheme names none. */
  public static final String YES = "Yes";

  /** The answer that does not pass where the scheme names none. */
  public static final String NO = "No";

  /** Whether an answer passes. */
  public boolean passedBy(String answer) {
    return passes.isEmpty() ? answer.equals(YES) : passes.contains(answer);
  }

  /**
   * The first day on which a pass of that day does not hold any more; absent where it holds for
   * good.
   */
  public @Nullable LocalDate endOf(LocalDate day) {
    return validMonths == null ? null : day.plusMonths(validMonths);
  }
}
