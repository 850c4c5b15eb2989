package council.framework.scheme;

import council.platform.problem.Problems;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/** Criteria and the tie-breakers that name them. */
final class CriteriaChecks {
  private CriteriaChecks() {}

  static void check(String code, Vehicle vehicle, Problems problems) {
    checkAll(vehicle.criteria(), FrameworkSection.path(code, "criteria"), problems);
    checkTieBreakers(code, vehicle, problems);
  }

  /** A list of criteria, wherever the scheme has one. */
  static void checkAll(List<Criterion> criteria, String path, Problems problems) {
    if (criteria.isEmpty()) {
      problems.add("NO_CRITERION", path, "Expected at least one criterion, but found none.");
    } else {
      checkWeights(criteria, path, problems);
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < criteria.size(); i++) {
      checkCriterion(criteria.get(i), seen, path + "[" + i + "]", problems);
    }
  }

  private static void checkWeights(List<Criterion> criteria, String path, Problems problems) {
    long sum = criteria.stream().mapToLong(Criterion::weightPercent).sum();
    if (sum != 100) {
      problems.add(
          "WEIGHTS_NOT_100",
          path,
          sum,
          "100",
          "The weights add up to " + sum + ", but must add up to exactly 100.");
    }
  }

  private static void checkCriterion(
      Criterion criterion, HashSet<String> seen, String path, Problems problems) {
    FrameworkChecks.checkCode(criterion.code(), path + ".code", problems);
    FrameworkChecks.checkTitle(criterion.title(), path, problems);
    if (!seen.add(criterion.code())) {
      problems.add(
          "DUPLICATE_CRITERION",
          path + ".code",
          "Criterion " + criterion.code() + " is there more than once.");
    }
    if (criterion.maximumScore().signum() <= 0) {
      problems.add(
          "MAXIMUM_NOT_POSITIVE",
          path + ".maximumScore",
          criterion.maximumScore().toPlainString(),
          "a number above 0",
          "A maximum score must be above 0.");
    }
    checkPassMark(criterion, path, problems);
  }

  private static void checkPassMark(Criterion criterion, String path, Problems problems) {
    var mark = criterion.passMark();
    if (mark != null && mark.compareTo(criterion.maximumScore()) > 0) {
      problems.add(
          "PASS_MARK_ABOVE_MAXIMUM",
          path + ".passMark",
          mark.toPlainString(),
          "at most " + criterion.maximumScore().toPlainString(),
          "Nobody can reach a pass mark above the maximum score.");
    }
  }

  private static void checkTieBreakers(String code, Vehicle vehicle, Problems problems) {
    var criteria = new LinkedHashSet<String>();
    vehicle.criteria().forEach(c -> criteria.add(c.code()));
    var seen = new HashSet<String>();
    for (int i = 0; i < vehicle.tieBreakers().size(); i++) {
      String text = vehicle.tieBreakers().get(i);
      String path = FrameworkSection.path(code, "tieBreakers[" + i + "]");
      if (!seen.add(text)) {
        problems.add("DUPLICATE_TIE_BREAKER", path, text + " is there more than once.");
      }
      TieBreaker.parse(text)
          .ifPresentOrElse(
              known -> checkTieBreaker(known, criteria, path, problems),
              () ->
                  problems.add(
                      "UNKNOWN_TIE_BREAKER",
                      path,
                      text,
                      "criterion:CODE, submittedAt, existing, existingLocations or reference",
                      "'" + text + "' is not a tie-breaker."));
    }
  }

  private static void checkTieBreaker(
      TieBreaker tieBreaker, LinkedHashSet<String> criteria, String path, Problems problems) {
    if (tieBreaker instanceof TieBreaker.HigherCriterion(String criterion)) {
      FrameworkChecks.checkKnown(
          "UNKNOWN_CRITERION", "criterion", criterion, criteria, path, problems);
    }
  }
}
