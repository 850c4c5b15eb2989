package council.platform.calendar;

import council.platform.decision.Reason;
import council.platform.decision.ReasonTexts;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Says why a return is due when it is. */
@Singleton
final class CalendarReasonTexts implements ReasonTexts {
  @Override
  public boolean speaksFor(String kind) {
    return kind.equals(DetermineDueDays.KIND);
  }

  @Override
  public Optional<String> findSentence(Reason reason) {
    Map<String, String> seen = reason.seen();
    String period = seen.getOrDefault("period", "");
    return switch (reason.rule()) {
      case DetermineDueDays.SET_BY_HAND ->
          Optional.of(
              "The due day of %s is set by hand: %s%s"
                  .formatted(period, seen.get("due"), insteadOf(seen)));
      case DetermineDueDays.BY_RULE ->
          Optional.of(
              "%s ends on %s, so by the rule it is due on %s."
                  .formatted(period, seen.get("lastDay"), seen.get("due")));
      case DetermineDueDays.NOT_KNOWN ->
          Optional.of(
              "%s ends on %s; when it is due is not known before the bank holidays of that year are."
                  .formatted(period, seen.get("lastDay")));
      default -> Optional.empty();
    };
  }

  private static String insteadOf(Map<String, String> seen) {
    String byRule = seen.get("byRule");
    return byRule == null ? "." : "; the rule would give " + byRule + ".";
  }
}
