package council.framework.scheme;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import java.util.HashSet;
import java.util.List;

/** Kinds of exemption are those of the transition, and can be reminded of. */
final class ExemptionChecks {
  private ExemptionChecks() {}

  static void check(String code, Vehicle vehicle, Problems problems) {
    var transition = vehicle.transition();
    List<String> kinds = transition == null ? List.of() : transition.exemptionKinds();
    vehicle
        .exemptions()
        .forEach((kind, terms) -> {
          String path = FrameworkSection.path(code, "exemptions." + kind);
          FrameworkChecks.checkCode(kind, path, problems);
          FrameworkChecks.checkTitle(terms.title(), path, problems);
          checkRemindDays(terms, path, problems);
          if (transition == null) {
            problems.add(
                "NO_TRANSITION",
                path,
                null,
                "a transition of the framework",
                "There is nothing to be exempt from: the framework has no transition.");
          } else if (!kinds.isEmpty() && !kinds.contains(kind)) {
            problems.add(
                "UNKNOWN_EXEMPTION_KIND",
                path,
                kind,
                "one of " + String.join(", ", kinds),
                "The transition has no kind of exemption '"
                    + kind
                    + "'"
                    + NearestName.hint(kind, kinds));
          }
        });
    if (!vehicle.exemptions().isEmpty()) {
      kinds.stream()
          .filter(kind -> !vehicle.exemptions().containsKey(kind))
          .forEach(kind ->
              problems.warn(
                  "EXEMPTION_WITHOUT_TERMS",
                  FrameworkSection.path(code, "transition.exemptionKinds"),
                  kind,
                  "a kind of exemptions",
                  "The kind " + kind + " has no terms, so nobody can be given more of it."));
    }
  }

  private static void checkRemindDays(ExemptionKind terms, String path, Problems problems) {
    var seen = new HashSet<Integer>();
    for (int i = 0; i < terms.remindDays().size(); i++) {
      int days = terms.remindDays().get(i);
      if (days < 0 || !seen.add(days)) {
        problems.add(
            "BAD_REMIND_DAYS",
            path + ".remindDays[" + i + "]",
            days,
            "0 or more, each once",
            "Nobody can be reminded " + days + " day(s) before the end, or is so already.");
      }
    }
  }
}
