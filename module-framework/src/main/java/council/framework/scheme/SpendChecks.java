package council.framework.scheme;

import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** Whether the limits on what is committed make sense together. */
final class SpendChecks {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final int PENCE = 2;

  private final Spend spend;
  private final String path;
  private final Problems problems;

  private SpendChecks(Spend spend, String path, Problems problems) {
    this.spend = spend;
    this.path = path;
    this.problems = problems;
  }

  static void check(String code, Vehicle vehicle, Problems problems) {
    if (vehicle.spend() != null) {
      new SpendChecks(vehicle.spend(), FrameworkSection.path(code, "spend"), problems).run();
    }
  }

  private void run() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < spend.limits().size(); i++) {
      checkLimit(spend.limits().get(i), path + ".limits[" + i + "]", codes);
    }
    checkWarnings();
    checkTogether();
  }

  private void checkLimit(SpendLimit limit, String at, Set<String> codes) {
    FrameworkChecks.checkCode(limit.code(), at + ".code", problems);
    FrameworkChecks.checkTitle(limit.title(), at, problems);
    if (!codes.add(limit.code())) {
      problems.add(
          "DUPLICATE_LIMIT",
          at + ".code",
          limit.code(),
          "a code that no other limit has",
          "There is more than one limit " + limit.code() + ".");
    }
    BigDecimal amount = limit.amount();
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > PENCE) {
      problems.add(
          "BAD_LIMIT",
          at + ".amount",
          amount.toPlainString(),
          "pounds above 0 with at most " + PENCE + " decimals",
          "A limit of " + amount.toPlainString() + " cannot be counted against.");
    }
    if (limit instanceof SpendLimit.Conditional conditional && conditional.condition().isBlank()) {
      problems.add(
          "BLANK_CONDITION",
          at + ".condition",
          "Expected what must be shown for the part to open, but it is blank.");
    }
  }

  private void checkWarnings() {
    for (int i = 0; i < spend.warnAtPercent().size(); i++) {
      BigDecimal percent = spend.warnAtPercent().get(i);
      String at = path + ".warnAtPercent[" + i + "]";
      if (percent.signum() <= 0 || percent.compareTo(WHOLE) > 0) {
        problems.add(
            "BAD_SHARE",
            at,
            percent.toPlainString(),
            "above 0 and at most 100",
            "Nobody can be warned at " + percent.toPlainString() + " percent of a limit.");
      }
      if (i > 0 && percent.compareTo(spend.warnAtPercent().get(i - 1)) <= 0) {
        String before = spend.warnAtPercent().get(i - 1).toPlainString();
        problems.add(
            "NOT_ASCENDING",
            at,
            percent.toPlainString(),
            "above " + before,
            "The shares to warn at ascend, but %s follows %s."
                .formatted(percent.toPlainString(), before));
      }
    }
  }

  private void checkTogether() {
    int totals = count(SpendLimit.Total.class);
    if (totals > 1) {
      problems.add(
          "TWO_TOTALS",
          path + ".limits",
          totals,
          "at most one of the kind TOTAL",
          "A framework has one advertised value, but there are " + totals + ".");
    }
    if (spend.limits().isEmpty()) {
      warn("NO_LIMIT", "at least one limit, or no spend", "Nothing is limited.");
    }
    if (count(SpendLimit.PartnerGrowth.class) > 0 && totals == 0) {
      warn(
          "PARTNERS_WITHOUT_TOTAL",
          "a limit of the kind TOTAL",
          "What partners add is limited, but the whole is not.");
    }
    if (count(SpendLimit.Conditional.class) > 0 && count(SpendLimit.Authority.class) == 0) {
      warn(
          "CONDITION_WITHOUT_AUTHORITY",
          "a limit of the kind AUTHORITY",
          "The council can commit nothing until the conditional part is opened.");
    }
    if (totals == 1) {
      checkSum();
    }
  }

  /** HAM-FW-07: the parts are expected to make up the advertised value. */
  private void checkSum() {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal parts = BigDecimal.ZERO;
    for (SpendLimit limit : spend.limits()) {
      if (limit instanceof SpendLimit.Total) {
        total = total.add(limit.amount());
      } else {
        parts = parts.add(limit.amount());
      }
    }
    if (parts.compareTo(total) > 0) {
      problems.warn(
          "PARTS_ABOVE_TOTAL",
          path + ".limits",
          parts.toPlainString(),
          "at most " + total.toPlainString(),
          "Authority, conditional parts and the growth by partners come to %s, above the total of %s."
              .formatted(parts.toPlainString(), total.toPlainString()));
    }
  }

  private int count(Class<? extends SpendLimit> kind) {
    return (int) spend.limits().stream().filter(kind::isInstance).count();
  }

  private void warn(String code, String expected, String message) {
    problems.warn(code, path + ".limits", null, expected, message);
  }
}
