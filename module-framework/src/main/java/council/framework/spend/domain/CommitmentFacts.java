package council.framework.spend.domain;

import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commitment that is asked for, and what is known of the framework's earlier ones.
 *
 * @param vehicle code of the framework
 * @param date the day on which it is made
 * @param provider reference of the provider
 * @param lot code of the lot; absent where it is not for one
 * @param amount pounds; below 0 where an earlier commitment is given back
 * @param committed all that is committed within the framework's span, whatever its day
 * @param held what there is to give back; absent where nothing is given back
 * @param openings of conditional parts, taken back ones too
 * @param override why a limit may be passed; absent where it may not
 * @param frameworkEnd last day of the framework with the options that were taken; absent where it
 *     is the scheme's
 */
public record CommitmentFacts(
    String vehicle,
    LocalDate date,
    String provider,
    @Nullable String lot,
    Funder funder,
    BigDecimal amount,
    Committed committed,
    @Nullable Held held,
    List<Opening> openings,
    @Nullable String override,
    @Nullable LocalDate frameworkEnd) {
  public CommitmentFacts {
    openings = List.copyOf(openings);
  }

  boolean isWithin(Vehicle vehicle) {
    return vehicle.inForceOn(date, lastDay(vehicle));
  }

  @Nullable LocalDate lastDay(Vehicle vehicle) {
    return frameworkEnd == null ? vehicle.frameworkEnd() : frameworkEnd;
  }

  /** Pounds by who pays. */
  public record Committed(BigDecimal byCouncil, BigDecimal byPartners) {
    public static final Committed NOTHING = new Committed(BigDecimal.ZERO, BigDecimal.ZERO);

    BigDecimal countedBy(LimitKind kind) {
      BigDecimal counted = BigDecimal.ZERO;
      if (kind.counts(Funder.COUNCIL)) {
        counted = counted.add(byCouncil);
      }
      return kind.counts(Funder.PARTNER) ? counted.add(byPartners) : counted;
    }

    Committed plus(Funder funder, BigDecimal amount) {
      return switch (funder) {
        case COUNCIL -> new Committed(byCouncil.add(amount), byPartners);
        case PARTNER -> new Committed(byCouncil, byPartners.add(amount));
      };
    }
  }

  /**
   * What is committed already of what is given back, by the same payer.
   *
   * @param byProvider with the provider, for the same lot
   * @param bySource from the same source; absent where it has none
   */
  public record Held(BigDecimal byProvider, @Nullable BigDecimal bySource) {}

  /**
   * What was opened of a conditional part on a day.
   *
   * @param limit code of the part
   * @param amount pounds; below 0 where an earlier opening is taken back
   */
  public record Opening(String limit, LocalDate date, BigDecimal amount) {}
}
