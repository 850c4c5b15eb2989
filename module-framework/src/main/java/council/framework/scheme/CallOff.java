package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one of the eligible providers is chosen for a request. */
@Doc(
    value = "How one of the eligible providers is chosen for a request",
    rules = {"LAN-FW-10", "LAN-FW-78", "HAM-FW-26", "HAM-FW-28"})
public sealed interface CallOff {

  /** {@code RANKED_OFFER}. */
  @Doc("Offered to the best ranked first, then to the next where it declines or does not answer")
  record RankedOffer(
      @Doc("Hours that a provider has to answer") @Default("48") @Range(min = "1", max = "8760")
          int answerWithinHours)
      implements CallOff {}

  /** {@code ROTATION}. */
  @Doc(
      "Offered in turn: fewest hours a week called off first, or fewest call-offs, or the longest"
          + " without one; equals by rank and reference")
  record Rotation(
      @Doc("What makes it a provider's turn") @Default("FEWEST_HOURS") Turn turn,
      @Doc("Hours that a provider has to answer") @Default("48") @Range(min = "1", max = "8760")
          int answerWithinHours)
      implements CallOff {}

  /** Whose turn it is. */
  enum Turn {
    FEWEST_HOURS,
    FEWEST_CALL_OFFS,
    LONGEST_WITHOUT
  }

  /** {@code MINI_COMPETITION}. */
  @Doc("All eligible providers are invited; the best response wins")
  record MiniCompetition(
      @Doc("What responses are scored on; the weights add up to 100") List<Criterion> criteria,
      @Doc("Score in percent that a response must reach")
          @Default("0")
          @Range(min = "0", max = "100")
          BigDecimal thresholdPercent,
      @Doc("Hours that providers have to respond") @Default("120") @Range(min = "1", max = "8760")
          int respondWithinHours,
      @Doc("Fewest responses for it to stand; fewer need a reason") @Nullable @Range(min = "1")
          Integer fewestResponses)
      implements CallOff {
    public MiniCompetition {
      criteria = List.copyOf(criteria);
    }
  }

  /** {@code CHOICE}. */
  @Doc(
      value = "The person, or who speaks for the person, chooses among the eligible",
      rules = "LAN-APL-01")
  record Choice() implements CallOff {}
}
