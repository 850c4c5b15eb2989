package council.framework.store;

import council.framework.api.BusinessRequests.AwardCallOff;
import council.framework.domain.CallValue;
import council.framework.scheme.Term;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.BusinessRequestRecord;
import council.framework.store.generated.tables.records.OfferRecord;
import council.platform.problem.Problems;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Span, rate and value of a call-off, as the scheme's term allows (HAM-FW-09, HAM-FW-10). */
@Singleton
final class AwardTerms {
  private static final int RATE_DECIMALS = 4;
  private final OfferStore offers;
  private final OptionStore options;

  AwardTerms(OfferStore offers, OptionStore options) {
    this.offers = offers;
    this.options = options;
  }

  /** What was agreed. */
  record Terms(LocalDate from, LocalDate lastDay, BigDecimal hourlyRate, BigDecimal value) {}

  /**
   * How long a call-off may last.
   *
   * @param frameworkEnd last day with the options that were taken; absent where no end is set
   */
  private record Limits(@Nullable Term term, @Nullable LocalDate frameworkEnd) {
    /** The longest it may last in all; where the scheme names none, not past the end. */
    Optional<LocalDate> latest(LocalDate from) {
      Integer longest = term == null ? null : term.longestCallOffMonths();
      return longest == null
          ? Optional.ofNullable(frameworkEnd)
          : Optional.of(from.plusMonths(longest).minusDays(1));
    }
  }

  /** Absent where there is a problem. */
  @Nullable Terms of(
      AwardCallOff command, BusinessRequestRecord row, Vehicle vehicle, Problems problems) {
    LocalDate from = command.from() == null ? row.getStartsOn() : command.from();
    LocalDate end = endOf(row.getVehicle(), vehicle);
    if (from.isBefore(vehicle.frameworkStart()) || (end != null && from.isAfter(end))) {
      problems.add(
          "FRAMEWORK_NOT_IN_FORCE",
          "input.from",
          from,
          "a day from %s%s".formatted(vehicle.frameworkStart(), end == null ? " on" : " to " + end),
          "The framework is not in force on %s.".formatted(from));
    }
    LocalDate lastDay = lastDay(command, from, new Limits(vehicle.term(), end), problems);
    BigDecimal rate = rate(command, row, vehicle, problems);
    if (lastDay == null || rate == null) {
      return null;
    }
    BigDecimal value = CallValue.of(row.getWeeklyHours(), rate, from, lastDay);
    if (value.signum() <= 0) {
      problems.add(
          "NOTHING_TO_COMMIT", "input.until", "The call-off would be worth less than a penny.");
    }
    return new Terms(from, lastDay, rate, value);
  }

  /** The framework's last day with the options that were taken. */
  @Nullable LocalDate endOf(String code, Vehicle vehicle) {
    return options.endOf(code, vehicle.frameworkEnd());
  }

  private static @Nullable LocalDate lastDay(
      AwardCallOff command, LocalDate from, Limits limits, Problems problems) {
    Optional<LocalDate> latest = limits.latest(from);
    LocalDate asked = command.until();
    if (asked != null) {
      checkSpan(asked, from, latest, problems);
      return asked.isBefore(from) ? null : asked;
    }
    Integer months = limits.term() == null ? null : limits.term().callOffMonths();
    if (months != null) {
      LocalDate first = from.plusMonths(months).minusDays(1);
      return latest.filter(first::isAfter).orElse(first);
    }
    LocalDate end = limits.frameworkEnd() == null ? latest.orElse(null) : limits.frameworkEnd();
    if (end == null) {
      problems.add(
          "UNTIL_MISSING",
          "input.until",
          "Neither the term of call-offs nor the end of the framework is set: expected a last day,"
              + " but there is none.");
    }
    return end == null || end.isBefore(from) ? null : latest.filter(end::isAfter).orElse(end);
  }

  private static void checkSpan(
      LocalDate asked, LocalDate from, Optional<LocalDate> latest, Problems problems) {
    if (asked.isBefore(from)) {
      problems.add(
          "BAD_SPAN",
          "input.until",
          asked,
          "a day from " + from + " on",
          "The call-off would end before it starts on %s.".formatted(from));
    }
    latest
        .filter(asked::isAfter)
        .ifPresent(day ->
            problems.add(
                "TOO_LONG",
                "input.until",
                asked,
                "a day up to " + day,
                "A call-off from %s on lasts until %s at most.".formatted(from, day)));
  }

  /** As given; else as the provider responded; else the framework's fixed price. */
  private @Nullable BigDecimal rate(
      AwardCallOff command, BusinessRequestRecord row, Vehicle vehicle, Problems problems) {
    BigDecimal responded =
        offers.list(row.getId(), row.getAttempt()).stream()
            .filter(offer -> offer.getProviderReference().equals(command.provider()))
            .map(OfferRecord::getHourlyRate)
            .filter(rate -> rate != null)
            .findFirst()
            .orElse(null);
    BigDecimal given = command.hourlyRate();
    if (given != null) {
      int before = problems.list().size();
      OfferAnswers.checkRate("input.hourlyRate", given, problems);
      if (responded != null && given.compareTo(responded) != 0) {
        problems.add(
            "RATE_NOT_AS_OFFERED",
            "input.hourlyRate",
            given.toPlainString(),
            responded.toPlainString(),
            "The provider responded with %s pounds an hour.".formatted(responded));
      }
      return problems.list().size() > before ? null : given.setScale(RATE_DECIMALS);
    }
    BigDecimal rate = responded == null ? vehicle.hourlyRate() : responded;
    if (rate == null || rate.signum() <= 0) {
      problems.add(
          "RATE_MISSING",
          "input.hourlyRate",
          "The framework has no fixed price: expected that of an hour, but there is none.");
      return null;
    }
    return rate.setScale(RATE_DECIMALS);
  }
}
