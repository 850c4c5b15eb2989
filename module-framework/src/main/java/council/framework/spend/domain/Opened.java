package council.framework.spend.domain;

import council.framework.scheme.SpendLimit;
import council.framework.spend.domain.CommitmentFacts.Opening;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is open of conditional parts. What is committed stays committed, so what counts for a day is
 * the least that is open on it and on any later day that is known of.
 */
final class Opened {
  private final List<SpendLimit.Conditional> parts;
  private final List<Opening> openings;

  Opened(List<SpendLimit> limits, List<Opening> openings) {
    this.parts =
        limits.stream()
            .filter(SpendLimit.Conditional.class::isInstance)
            .map(SpendLimit.Conditional.class::cast)
            .toList();
    this.openings = openings;
  }

  /** Of one part at the end of a day; never more than the scheme lets be opened. */
  BigDecimal on(SpendLimit.Conditional part, LocalDate day) {
    BigDecimal opened =
        openings.stream()
            .filter(opening -> opening.limit().equals(part.code()))
            .filter(opening -> !opening.date().isAfter(day))
            .map(Opening::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return opened.min(part.amount());
  }

  /** Of all parts at the end of a day. */
  BigDecimal on(LocalDate day) {
    return parts.stream().map(part -> on(part, day)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of all parts, the least on that day and later. */
  BigDecimal leastFrom(LocalDate day) {
    return daysFrom(day).map(this::on).reduce(BigDecimal::min).orElseThrow();
  }

  /** Of one part, the least on that day and later. */
  BigDecimal leastFrom(SpendLimit.Conditional part, LocalDate day) {
    return daysFrom(day).map(at -> on(part, at)).reduce(BigDecimal::min).orElseThrow();
  }

  /** Of one part, the most on that day and later. */
  BigDecimal mostFrom(SpendLimit.Conditional part, LocalDate day) {
    return daysFrom(day).map(at -> on(part, at)).reduce(BigDecimal::max).orElseThrow();
  }

  private Stream<LocalDate> daysFrom(LocalDate day) {
    return Stream.concat(
        Stream.of(day), openings.stream().map(Opening::date).filter(on -> on.isAfter(day)));
  }
}
