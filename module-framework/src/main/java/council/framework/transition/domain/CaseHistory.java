package council.framework.transition.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case with all its days.
 *
 * @param location reference of the location
 * @param provider reference of the provider from which it moves
 * @param due last day by which it has moved; absent where it is exempt
 * @param exempt spans in which it is exempt
 * @param firstStage the stage in which it began; absent where cases have no stages
 * @param steps in the order of their days
 * @param blocked spans in which a blocker was open
 */
public record CaseHistory(
    String location,
    String provider,
    String zone,
    LocalDate openedOn,
    @Nullable LocalDate due,
    List<Span> exempt,
    @Nullable String firstStage,
    List<StageStep> steps,
    List<Span> blocked,
    @Nullable LocalDate movedOn,
    @Nullable LocalDate endedOn,
    @Nullable CaseOutcome outcome) {
  public CaseHistory {
    exempt = List.copyOf(exempt);
    steps = List.copyOf(steps);
    blocked = List.copyOf(blocked);
  }

  /** A step to another stage. */
  public record StageStep(LocalDate on, String stage) {}

  /**
   * Days from the first one on.
   *
   * @param until first day that does not belong to it; absent while it lasts
   */
  public record Span(LocalDate from, @Nullable LocalDate until) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  boolean isThereOn(LocalDate day) {
    return !day.isBefore(openedOn);
  }

  boolean isOverOn(LocalDate day) {
    return endedOn != null && !day.isBefore(endedOn);
  }

  boolean hasMovedBy(LocalDate day) {
    return movedOn != null && !day.isBefore(movedOn);
  }

  boolean isExemptOn(LocalDate day) {
    return exempt.stream().anyMatch(span -> span.holds(day));
  }

  boolean isBlockedOn(LocalDate day) {
    return blocked.stream().anyMatch(span -> span.holds(day));
  }

  /** The stage at the end of the day. */
  @Nullable String stageOn(LocalDate day) {
    String stage = firstStage;
    for (StageStep step : steps) {
      if (!step.on().isAfter(day)) {
        stage = step.stage();
      }
    }
    return stage;
  }
}
