package council.framework.scheme;

import council.platform.directory.CqcRating;
import council.platform.problem.Problems;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks of providers, and the rules for new business that ask for them. */
final class DueDiligenceChecks {
  private static final int MOST_MONTHS = 600;
  private static final int MOST_DAYS = 3_660;
  private static final int LONGEST_ANSWER = 60;
  private static final Set<String> RATINGS =
      Arrays.stream(CqcRating.values()).map(CqcRating::title).collect(Collectors.toSet());

  private DueDiligenceChecks() {}

  static void check(String code, Vehicle vehicle, Problems problems) {
    vehicle
        .dueDiligence()
        .forEach((name, check) -> {
          String path = FrameworkSection.path(code, "dueDiligence." + name);
          FrameworkChecks.checkCode(name, path, problems);
          FrameworkChecks.checkTitle(check.title(), path, problems);
          checkMonths(check, path, problems);
          checkPasses(check, path, problems);
          checkReminders(check, path, problems);
        });
    vehicle
        .newBusiness()
        .forEach((kind, rules) ->
            checkRules(
                rules, vehicle, FrameworkSection.path(code, "newBusiness." + kind), problems));
  }

  private static void checkMonths(DueDiligence check, String path, Problems problems) {
    Integer months = check.validMonths();
    if (months != null && (months < 1 || months > MOST_MONTHS)) {
      problems.add(
          "MONTHS_OUT_OF_RANGE",
          path + ".validMonths",
          months,
          "1 to " + MOST_MONTHS + ", or none",
          "A pass holds for 1 to %d months, or for good.".formatted(MOST_MONTHS));
    }
  }

  private static void checkPasses(DueDiligence check, String path, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < check.passes().size(); i++) {
      String answer = check.passes().get(i);
      String answerPath = path + ".passes[" + i + "]";
      if (!seen.add(answer)) {
        problems.add("DUPLICATE_ANSWER", answerPath, answer + " is there more than once.");
      }
      if (answer.isBlank() || answer.length() > LONGEST_ANSWER) {
        problems.add(
            "BAD_ANSWER",
            answerPath,
            answer,
            "1 to " + LONGEST_ANSWER + " characters",
            "An answer has 1 to %d characters.".formatted(LONGEST_ANSWER));
      }
      if (check.source() == CheckSource.CQC_RATING) {
        FrameworkChecks.checkKnown(
            "UNKNOWN_RATING", "rating", answer, RATINGS, answerPath, problems);
      }
    }
    if (check.source() == CheckSource.CQC_RATING && check.passes().isEmpty()) {
      problems.add(
          "NO_RATING_PASSES",
          path + ".passes",
          null,
          "at least one of " + String.join(", ", RATINGS.stream().sorted().toList()),
          "Expected the ratings that pass, but found none.");
    }
  }

  private static void checkReminders(DueDiligence check, String path, Problems problems) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < check.remindDays().size(); i++) {
      int days = check.remindDays().get(i);
      String dayPath = path + ".remindDays[" + i + "]";
      if (days < 0 || days > MOST_DAYS) {
        problems.add(
            "DAYS_OUT_OF_RANGE",
            dayPath,
            days,
            "0 to " + MOST_DAYS,
            "People are reminded 0 to %d days before.".formatted(MOST_DAYS));
      }
      if (!seen.add(days)) {
        problems.add("DUPLICATE_REMINDER", dayPath, days + " is there more than once.");
      }
    }
    if (!check.remindDays().isEmpty() && check.validMonths() == null) {
      problems.add(
          "REMINDER_WITHOUT_END",
          path + ".remindDays",
          check.remindDays(),
          "validMonths, or no reminders",
          "A pass that holds for good has no end to remind of.");
    }
  }

  private static void checkRules(
      List<NewBusinessRule> rules, Vehicle vehicle, String path, Problems problems) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof NewBusinessRule.ChecksHold rule) {
        checkRule(rule, vehicle, path + "[" + i + "].checks", problems);
      }
    }
  }

  private static void checkRule(
      NewBusinessRule.ChecksHold rule, Vehicle vehicle, String path, Problems problems) {
    if (rule.checks().isEmpty()) {
      problems.add("NO_CHECK", path, "Expected at least one check, but found none.");
    }
    if (vehicle.dueDiligence().isEmpty() && !rule.checks().isEmpty()) {
      problems.add(
          "NO_DUE_DILIGENCE",
          path,
          String.join(", ", rule.checks()),
          "dueDiligence with these checks",
          "The framework has no checks that could hold.");
      return;
    }
    for (int j = 0; j < rule.checks().size(); j++) {
      FrameworkChecks.checkKnown(
          "UNKNOWN_CHECK",
          "check",
          rule.checks().get(j),
          vehicle.dueDiligence().keySet(),
          path + "[" + j + "]",
          problems);
    }
  }
}
