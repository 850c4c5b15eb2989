package council.framework.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a call-off is worth: hours a week x weeks x rate, rounded once to the penny, half up. A span
 * of days counts days / 7 weeks, exactly.
 */
public final class CallValue {
  private static final BigDecimal DAYS_OF_WEEK = BigDecimal.valueOf(7);
  private static final int PENCE = 2;

  private CallValue() {}

  /**
   * @param lastDay counts
   */
  public static BigDecimal of(
      BigDecimal weeklyHours, BigDecimal hourlyRate, LocalDate from, LocalDate lastDay) {
    long days = Math.max(0, ChronoUnit.DAYS.between(from, lastDay) + 1);
    return weeklyHours
        .multiply(hourlyRate)
        .multiply(BigDecimal.valueOf(days))
        .divide(DAYS_OF_WEEK, PENCE, RoundingMode.HALF_UP);
  }
}
