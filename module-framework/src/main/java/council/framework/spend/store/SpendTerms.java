package council.framework.spend.store;

import council.framework.domain.FrameworkEnd;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.framework.spend.store.SpendStore.Term;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The framework by whose terms something is counted, and what every amount and day must be. */
@Singleton
final class SpendTerms {
  private static final int PENCE = 2;
  private static final BigDecimal LARGEST = new BigDecimal("1E12");

  private final Schemes schemes;
  private final SpendStore store;
  private final Clock clock;

  SpendTerms(Schemes schemes, SpendStore store, Clock clock) {
    this.schemes = schemes;
    this.store = store;
    this.clock = clock;
  }

  /**
   * A framework as the scheme in force on a day has it.
   *
   * @param lastDay with the options that were taken; absent where no end is set
   */
  record Framework(
      SchemeVersion scheme, String code, Vehicle vehicle, @Nullable LocalDate lastDay) {
    Term term() {
      return new Term(vehicle.frameworkStart(), lastDay);
    }

    /** Absent where it is the scheme's. */
    @Nullable LocalDate extendedTo() {
      return Objects.equals(lastDay, vehicle.frameworkEnd()) ? null : lastDay;
    }
  }

  /**
   * @param prefix what stands before the names of arguments in problems, such as {@code input.}
   * @throws Refused where there is no scheme on the day or no such framework in it
   */
  Framework get(String code, LocalDate on, String prefix) {
    var scheme =
        schemes
            .findInForce(on)
            .orElseThrow(() ->
                new Refused("NO_SCHEME", prefix + "on", "No scheme is in force on " + on + "."));
    var section = scheme.getSection(FrameworkSection.class);
    var problems = new Problems();
    if (section.findVehicle(code).isEmpty()) {
      problems.add(
          "UNKNOWN_VEHICLE",
          prefix + "vehicle",
          code,
          "one of " + String.join(", ", section.listCodes()),
          "The scheme has no provider framework " + code + ".");
    }
    problems.throwIfAny();
    var vehicle = section.getVehicle(code);
    var end = FrameworkEnd.of(vehicle.frameworkEnd(), store.listOptions(code));
    return new Framework(scheme, code, vehicle, end);
  }

  void checkDay(Framework framework, LocalDate on, Problems problems) {
    var today = LocalDate.now(clock);
    if (on.isAfter(today)) {
      problems.add(
          "DAY_NOT_COME",
          "input.on",
          on,
          "a day up to " + today,
          "The day %s has not come yet.".formatted(on));
    }
    var vehicle = framework.vehicle();
    var end = framework.lastDay();
    if (!vehicle.inForceOn(on, end)) {
      problems.add(
          "FRAMEWORK_NOT_IN_FORCE",
          "input.on",
          on,
          "a day from " + vehicle.frameworkStart() + " on" + (end == null ? "" : " up to " + end),
          "The framework %s is not in force on %s.".formatted(framework.code(), on));
    }
  }

  static void checkAmount(BigDecimal amount, Problems problems) {
    if (amount.signum() == 0
        || amount.stripTrailingZeros().scale() > PENCE
        || amount.abs().compareTo(LARGEST) >= 0) {
      problems.add(
          "BAD_AMOUNT",
          "input.amount",
          amount.toPlainString(),
          "pounds other than 0 with at most 2 decimals, below 1,000,000,000,000",
          "The amount of %s cannot be counted.".formatted(amount.toPlainString()));
    }
  }

  /** The same amount with two decimals. */
  static BigDecimal pounds(BigDecimal amount) {
    return amount.setScale(PENCE);
  }
}
