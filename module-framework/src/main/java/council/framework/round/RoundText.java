package council.framework.round;

import council.framework.domain.AllocationLine;
import council.framework.domain.ReasonTexts;
import council.framework.domain.RoundResult;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.ProviderOutcome;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.domain.RoundResult.ZoneRanking;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import council.platform.problem.NearestName;
import council.platform.problem.Refused;
import java.util.List;
import java.util.Objects;

/** A round's outcome in words. */
final class RoundText {
  private RoundText() {}

  static String summary(RoundResult result) {
    StringBuilder text = new StringBuilder("Framework " + result.vehicle() + "\n");
    result.rankings().forEach(ranking -> appendZone(ranking, result, text));
    appendWithout(result, RoundResult.NOT_PLACED, "Successful without a place", text);
    appendWithout(result, RoundResult.UNSUCCESSFUL, "Unsuccessful", text);
    appendTransition(result, text);
    return text.toString();
  }

  private static void appendZone(ZoneRanking ranking, RoundResult result, StringBuilder text) {
    long ranked = ranking.candidates().stream().filter(c -> c.rank() != null).count();
    text.append(
        "\n%s (%s): %d applied, %d pass the quality gate\n"
            .formatted(ranking.zone(), ranking.area(), ranking.candidates().size(), ranked));
    List<Placement> placed =
        result.placements().stream().filter(p -> p.zone().equals(ranking.zone())).toList();
    if (placed.isEmpty()) {
      text.append("  nobody holds a place\n");
    }
    placed.forEach(p -> text.append("  ").append(line(p)).append('\n'));
  }

  private static String line(Placement placement) {
    String rank = placement.rank() == null ? "not ranked" : "rank " + placement.rank();
    String score =
        placement.score() == null ? "no score" : placement.score().toPlainString() + " %";
    return "%s  %s  %s, %s".formatted(placement.tier(), placement.provider(), rank, score);
  }

  private static void appendWithout(
      RoundResult result, String outcome, String title, StringBuilder text) {
    List<String> providers =
        AllocationLine.of(result).stream()
            .filter(line -> line.tier().equals(outcome))
            .map(AllocationLine::provider)
            .toList();
    text.append("\n%s (%d): ".formatted(title, providers.size()))
        .append(providers.isEmpty() ? "none" : String.join(", ", providers))
        .append('\n');
  }

  private static void appendTransition(RoundResult result, StringBuilder text) {
    List<String> days =
        result.transitionCases().stream()
            .map(TransitionCase::due)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .toList();
    text.append("\nLocations in transition: ").append(days.size());
    days.stream().findFirst().ifPresent(day -> text.append(", due ").append(day));
    int exempt = result.transitionCases().size() - days.size();
    text.append(exempt == 0 ? "\n" : "; exempt: " + exempt + "\n");
  }

  static String explanation(Decided<RoundResult> decided, String provider) {
    List<ProviderOutcome> outcomes = decided.result().outcomes();
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i).provider().equals(provider)) {
        StringBuilder text = new StringBuilder();
        append(decided.reasons().get(i), 0, text);
        return text.toString();
      }
    }
    List<String> known = outcomes.stream().map(ProviderOutcome::provider).toList();
    String near = NearestName.hint(provider, known);
    throw new Refused(
        "UNKNOWN_PROVIDER",
        "--provider",
        "The round has no outcome for '%s'%s".formatted(provider, near));
  }

  private static void append(Reason reason, int depth, StringBuilder text) {
    String mark =
        switch (reason.verdict()) {
          case PASSED -> "yes  ";
          case FAILED -> "no   ";
          case NOTED -> "     ";
        };
    text.append(mark).append("  ".repeat(depth)).append(ReasonTexts.sentence(reason));
    if (!reason.schemePath().isEmpty()) {
      text.append("  [").append(reason.schemePath()).append(']');
    }
    text.append('\n');
    reason.because().forEach(finer -> append(finer, depth + 1, text));
  }
}
