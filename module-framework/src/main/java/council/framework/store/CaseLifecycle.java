package council.framework.store;

import council.framework.api.TransitionActions;
import council.framework.scheme.TransitionCases;
import council.framework.transition.domain.CaseGuards;
import council.framework.transition.domain.CaseStanding;
import council.platform.identity.Actor;
import council.platform.json.CanonicalJson;
import council.platform.lifecycle.Action;
import council.platform.lifecycle.AllowedStep;
import council.platform.lifecycle.Lifecycle;
import council.platform.lifecycle.LifecycleEngine;
import council.platform.lifecycle.Obstacle;
import council.platform.lifecycle.Situation;
import council.platform.lifecycle.Step;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which step of a case can be taken when, and by whom: as the scheme's part with the case says. */
@Singleton
final class CaseLifecycle implements TransitionActions {
  /** More than the schemes that are in use at a time. */
  private static final int KEPT = 64;

  private final LifecycleEngine engine;
  private final Map<String, TransitionCases> read = new LatestRead();

  CaseLifecycle(LifecycleEngine engine) {
    this.engine = engine;
  }

  /** Cases of a framework carry the same text, so it is read once for all of them. */
  TransitionCases read(String working) {
    synchronized (read) {
      return read.computeIfAbsent(working, text -> CanonicalJson.read(text, TransitionCases.class));
    }
  }

  @Override
  public List<AllowedStep> list(String working, CaseStanding standing, Actor actor) {
    if (actor.isProviderBound()) {
      return List.of();
    }
    TransitionCases cases = read(working);
    return engine.actions(CaseGuards.lifecycle(cases), situation(cases, standing, actor)).stream()
        .map(CaseLifecycle::told)
        .toList();
  }

  private static AllowedStep told(Action action) {
    String because =
        action.obstacles().stream().map(Obstacle::message).collect(Collectors.joining(" "));
    return new AllowedStep(action.name(), action.allowed(), action.allowed() ? null : because);
  }

  /** The stage to which the step leads, or a refusal with everything that stands against it. */
  String next(
      TransitionCases cases,
      CaseStanding standing,
      String action,
      Actor actor,
      @Nullable String reason) {
    Lifecycle lifecycle = CaseGuards.lifecycle(cases);
    checkKnown(lifecycle, action);
    return switch (engine.apply(lifecycle, action, situation(cases, standing, actor), reason)) {
      case Step.Moved moved -> moved.to();
      case Step.NotMoved stopped ->
          throw new Refused(stopped.obstacles().stream().map(CaseLifecycle::problem).toList());
    };
  }

  private static void checkKnown(Lifecycle lifecycle, String action) {
    Set<String> known =
        lifecycle.transitions().stream()
            .map(Lifecycle.Transition::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(action)) {
      throw new Refused(
          List.of(
              new Problem(
                  "UNKNOWN_ACTION",
                  "input.action",
                  "The case has no step " + action + ".",
                  action,
                  "one of " + String.join(", ", known))));
    }
  }

  private static Problem problem(Obstacle obstacle) {
    String path =
        switch (obstacle.kind()) {
          case REASON_MISSING -> "input.reason";
          case WRONG_STATE, NO_PERMISSION, GUARD -> "input.action";
        };
    return Problem.of(obstacle.kind().name(), path, obstacle.message());
  }

  private static Situation situation(TransitionCases cases, CaseStanding standing, Actor actor) {
    return new Situation(
        standing.stage(), standing.since(), actor.permissions(), new CaseGuards(cases, standing));
  }

  private static final class LatestRead extends LinkedHashMap<String, TransitionCases> {
    private static final long serialVersionUID = 1;

    LatestRead() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, TransitionCases> eldest) {
      return size() > KEPT;
    }
  }
}
