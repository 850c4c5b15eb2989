package council.framework.market.domain;

import static java.util.stream.Collectors.groupingBy;

import council.framework.market.domain.MarketFacts.CallOffSpan;
import council.framework.market.domain.MarketFacts.LocationPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What hours cost on a day: those that were called off their own rate, others the framework's. */
final class Prices {
  private static final BigDecimal WEEKS_A_YEAR = BigDecimal.valueOf(52);
  private static final int PENCE = 2;

  private final @Nullable BigDecimal frameworkRate;
  private final Map<Held, List<CallOffSpan>> calledOff;

  private record Held(String location, String provider) {}

  Prices(@Nullable BigDecimal frameworkRate, List<CallOffSpan> callOffs, LocalDate day) {
    this.frameworkRate = frameworkRate;
    this.calledOff =
        callOffs.stream()
            .filter(each -> MarketFacts.holds(each.from(), each.until(), day))
            .collect(groupingBy(each -> new Held(each.location(), each.provider())));
  }

  /**
   * Pounds in a year of 52 weeks, to the penny. Call-offs count in the order in which they began,
   * up to the hours of the location.
   *
   * @return empty where no rate is known for any of the hours
   */
  Optional<BigDecimal> findYearlyValue(LocationPeriod location, BigDecimal weeklyHours) {
    BigDecimal left = weeklyHours;
    BigDecimal week = BigDecimal.ZERO;
    List<CallOffSpan> own =
        calledOff.getOrDefault(new Held(location.location(), location.provider()), List.of());
    for (CallOffSpan callOff : own) {
      BigDecimal hours = callOff.weeklyHours().min(left);
      week = week.add(hours.multiply(callOff.hourlyRate()));
      left = left.subtract(hours);
    }
    if (frameworkRate == null && own.isEmpty()) {
      return Optional.empty();
    }
    if (frameworkRate != null) {
      week = week.add(left.multiply(frameworkRate));
    }
    return Optional.of(week.multiply(WEEKS_A_YEAR).setScale(PENCE, RoundingMode.HALF_UP));
  }
}
