package council.framework.graphql;

import council.framework.api.Transitions;
import council.framework.api.Transitions.VehicleProgress;
import council.framework.transition.domain.TransitionProgress;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far the transition is. */
@Singleton
final class TransitionQueries implements ApiPart {
  private final Transitions transitions;
  private final Clock clock;

  TransitionQueries(Transitions transitions, Clock clock) {
    this.transitions = transitions;
    this.clock = clock;
  }

  @Override
  public void declare(Contributions c) {
    c.query("transitionProgress", this::progress);
    c.query("transitionCounts", this::counts);
  }

  private Progress progress(Actor actor, Arguments arguments) {
    String vehicle = arguments.get("vehicle", String.class);
    LocalDate on = on(arguments);
    TransitionProgress progress =
        transitions.progress(actor, vehicle, on).stream()
            .findFirst()
            .map(VehicleProgress::progress)
            .orElseGet(() -> TransitionProgress.on(on, List.of(), Map.of()));
    return new Progress(
        vehicle,
        on,
        count(vehicle, Group.ALL, null, progress.total()),
        counts(vehicle, Group.ZONE, progress.zones()),
        counts(vehicle, Group.PROVIDER, progress.providers()));
  }

  private Counts counts(Actor actor, Arguments arguments) {
    return new Counts(
        transitions.progress(actor, null, on(arguments)).stream()
            .flatMap(TransitionQueries::lines)
            .toList());
  }

  private static Stream<Count> lines(VehicleProgress of) {
    TransitionProgress progress = of.progress();
    return Stream.of(
            List.of(count(of.vehicle(), Group.ALL, null, progress.total())),
            counts(of.vehicle(), Group.ZONE, progress.zones()),
            counts(of.vehicle(), Group.PROVIDER, progress.providers()))
        .flatMap(List::stream);
  }

  private LocalDate on(Arguments arguments) {
    return arguments.find("on", LocalDate.class).orElseGet(() -> LocalDate.now(clock));
  }

  private static List<Count> counts(
      String vehicle, Group group, Map<String, TransitionProgress.Count> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(entry -> count(vehicle, group, entry.getKey(), entry.getValue()))
            .toList();
  }

  private static Count count(
      String vehicle, Group group, @Nullable String code, TransitionProgress.Count count) {
    return new Count(
        vehicle,
        group,
        code,
        count.cases(),
        count.exempt(),
        count.open(),
        count.moved(),
        count.stayed(),
        count.closed(),
        count.blocked(),
        count.overdue(),
        count.byStage().entrySet().stream()
            .map(entry -> new StageCount(entry.getKey(), entry.getValue()))
            .toList(),
        count.people(),
        count.weeklyHours(),
        count.unknown());
  }

  /** The SDL type TransitionProgress. */
  record Progress(
      String vehicle, LocalDate on, Count total, List<Count> zones, List<Count> providers) {}

  /** The SDL type TransitionCounts. */
  record Counts(List<Count> nodes) {}

  /** The SDL type TransitionGroup. */
  enum Group {
    ALL,
    ZONE,
    PROVIDER
  }

  /** The SDL type TransitionCount. */
  record Count(
      String vehicle,
      Group group,
      @Nullable String code,
      int cases,
      int exempt,
      int open,
      int moved,
      int stayed,
      int closed,
      int blocked,
      int overdue,
      List<StageCount> byStage,
      long people,
      BigDecimal weeklyHours,
      int unknown) {}

  /** The SDL type StageCount. */
  record StageCount(String stage, int cases) {}
}
