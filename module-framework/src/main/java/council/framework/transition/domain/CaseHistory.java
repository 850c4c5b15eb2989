package council.framework.transition.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case with all its days.
 *
 * @param location reference of the location
 * @param provider reference of the provider from which it moves
 * @param due last day by which it has moved, as it is set by now; absent where it is exempt
 * @param exemptions in the order of their days
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
    List<Exempt> exemptions,
    @Nullable String firstStage,
    List<StageStep> steps,
    List<Span> blocked,
    @Nullable LocalDate movedOn,
    @Nullable LocalDate endedOn,
    @Nullable CaseOutcome outcome) {
  public CaseHistory {
    exemptions = List.copyOf(exemptions);
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

  /**
   * Days on which it is kept out of the transition.
   *
   * @param dueBefore the due day that held until then; absent where there was none
   */
  public record Exempt(Span span, @Nullable LocalDate dueBefore) {}

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
    return exemptions.stream().anyMatch(exempt -> exempt.span().holds(day));
  }

  /** The due day that held then: each exemption takes the place of the one before it. */
  @Nullable LocalDate dueOn(LocalDate day) {
    return exemptions.stream()
        .filter(exempt -> exempt.span().from().isAfter(day))
        .findFirst()
        .map(Exempt::dueBefore)
        .orElse(due);
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
