package council.framework.store;

import council.framework.api.BusinessActions;
import council.framework.domain.CallOffOrder;
import council.platform.identity.Actor;
import council.platform.lifecycle.Action;
import council.platform.lifecycle.AllowedStep;
import council.platform.lifecycle.Guards;
import council.platform.lifecycle.Lifecycle;
import council.platform.lifecycle.Lifecycle.State;
import council.platform.lifecycle.Lifecycle.Transition;
import council.platform.lifecycle.LifecycleEngine;
import council.platform.lifecycle.Obstacle;
import council.platform.lifecycle.Situation;
import council.platform.lifecycle.Step;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which step of a request, an offer or a call-off can be taken when, and by whom. Actions are named
 * as their mutations; a guard is the method, or the kind of offer, that the step belongs to.
 */
@Singleton
final class BusinessLifecycle implements BusinessActions {
  static final String OPEN = "OPEN";
  static final String OFFERED = "OFFERED";
  static final String IN_COMPETITION = "IN_COMPETITION";
  static final String CHOOSING = "CHOOSING";
  static final String AWARDED = "AWARDED";
  static final String UNFILLED = "UNFILLED";
  static final String WITHDRAWN = "WITHDRAWN";

  static final String RESPONDED = "RESPONDED";
  static final String ACCEPTED = "ACCEPTED";
  static final String DECLINED = "DECLINED";
  static final String LAPSED = "LAPSED";
  static final String RECALLED = "RECALLED";
  static final String NOT_CHOSEN = "NOT_CHOSEN";

  static final String OFFER = "OFFER";
  static final String INVITATION = "INVITATION";

  private static final String MANAGE = "framework.business.manage";
  private static final String AWARD = "framework.business.award";
  private static final String ANSWER = "framework.offer.answer";
  private static final String OFFERS = "RANKED_OFFER or ROTATION";
  private static final String RUNNING = "RUNNING";
  private static final String ENDED = "ENDED";

  private static final Lifecycle REQUEST =
      new Lifecycle(
          OPEN,
          states(
              List.of(OPEN, OFFERED, IN_COMPETITION, CHOOSING, AWARDED, UNFILLED, WITHDRAWN),
              List.of(AWARDED, WITHDRAWN)),
          List.of(
              step("offerRequest", List.of(OPEN, UNFILLED), OFFERED, MANAGE, OFFERS, false),
              step("recallOffer", List.of(OFFERED), OFFERED, MANAGE, OFFERS, true),
              step(
                  "inviteToCompete",
                  List.of(OPEN, UNFILLED),
                  IN_COMPETITION,
                  MANAGE,
                  "MINI_COMPETITION",
                  false),
              step(
                  "compareResponses",
                  List.of(IN_COMPETITION),
                  IN_COMPETITION,
                  MANAGE,
                  "MINI_COMPETITION",
                  false),
              step("recordChoice", List.of(OPEN, CHOOSING), CHOOSING, MANAGE, "CHOICE", false),
              step("awardCallOff", List.of(OPEN), AWARDED, AWARD, CallOffOrder.DIRECT, false),
              step(
                  "awardCallOff",
                  List.of(OFFERED, IN_COMPETITION, CHOOSING),
                  AWARDED,
                  AWARD,
                  null,
                  false),
              step(
                  "withdrawRequest",
                  List.of(OPEN, OFFERED, IN_COMPETITION, CHOOSING, UNFILLED),
                  WITHDRAWN,
                  MANAGE,
                  null,
                  true)));

  private static final Lifecycle ANSWERS =
      new Lifecycle(
          OFFERED,
          states(
              List.of(OFFERED, RESPONDED, ACCEPTED, DECLINED, LAPSED, RECALLED, NOT_CHOSEN),
              List.of(DECLINED, LAPSED, RECALLED, NOT_CHOSEN)),
          List.of(
              step("acceptOffer", List.of(OFFERED), ACCEPTED, ANSWER, OFFER, false),
              step("declineOffer", List.of(OFFERED), DECLINED, ANSWER, null, false),
              step(
                  "respondToInvitation",
                  List.of(OFFERED, RESPONDED),
                  RESPONDED,
                  ANSWER,
                  INVITATION,
                  false),
              step("scoreResponse", List.of(RESPONDED), RESPONDED, MANAGE, INVITATION, false)));

  private static final Lifecycle CALL_OFF =
      new Lifecycle(
          RUNNING,
          states(List.of(RUNNING, ENDED), List.of(ENDED)),
          List.of(step("endCallOff", List.of(RUNNING), ENDED, AWARD, null, true)));

  private final LifecycleEngine engine;

  BusinessLifecycle(LifecycleEngine engine) {
    this.engine = engine;
  }

  private static Map<String, State> states(List<String> codes, List<String> ends) {
    Map<String, State> states = new LinkedHashMap<>();
    codes.forEach(code -> states.put(code, new State(code, ends.contains(code))));
    return states;
  }

  private static Transition step(
      String name,
      List<String> from,
      String to,
      String permission,
      @Nullable String guard,
      boolean reason) {
    List<String> guards = guard == null ? List.of() : List.of(guard);
    return new Transition(name, from, to, permission, guards, null, reason);
  }

  /** Refuses a step of a request that cannot be taken now, with every reason why not. */
  void checkRequest(
      Actor actor, String status, String method, String step, @Nullable String reason) {
    check(REQUEST, step, situation(status, method, actor), reason, "input.request");
  }

  void checkOffer(Actor actor, String status, String kind, String step) {
    check(ANSWERS, step, situation(status, kind, actor), null, "input.offer");
  }

  void checkCallOff(Actor actor, boolean ended, String step, String reason) {
    String status = ended ? ENDED : RUNNING;
    check(CALL_OFF, step, situation(status, "", actor), reason, "input.callOff");
  }

  private void check(
      Lifecycle lifecycle,
      String step,
      Situation situation,
      @Nullable String reason,
      String subjectPath) {
    switch (engine.apply(lifecycle, step, situation, reason)) {
      case Step.Moved _ -> {}
      case Step.NotMoved stopped ->
          throw new Refused(
              stopped.obstacles().stream().map(o -> problem(o, subjectPath)).toList());
    }
  }

  private static Problem problem(Obstacle obstacle, String subjectPath) {
    boolean reason = obstacle.kind() == Obstacle.Kind.REASON_MISSING;
    return Problem.of(
        obstacle.kind().name(), reason ? "input.reason" : subjectPath, obstacle.message());
  }

  @Override
  public List<AllowedStep> ofRequest(String status, String method, Actor actor) {
    return list(REQUEST, situation(status, method, actor));
  }

  @Override
  public List<AllowedStep> ofOffer(String status, String kind, Actor actor) {
    return list(ANSWERS, situation(status, kind, actor));
  }

  @Override
  public List<AllowedStep> ofCallOff(boolean ended, Actor actor) {
    return list(CALL_OFF, situation(ended ? ENDED : RUNNING, "", actor));
  }

  private List<AllowedStep> list(Lifecycle lifecycle, Situation situation) {
    return engine.actions(lifecycle, situation).stream().map(BusinessLifecycle::told).toList();
  }

  private static AllowedStep told(Action action) {
    String because =
        action.obstacles().stream().map(Obstacle::message).collect(Collectors.joining(" "));
    return new AllowedStep(action.name(), action.allowed(), action.allowed() ? null : because);
  }

  /**
   * @param which the method of a request, or the kind of an offer
   */
  private static Situation situation(String status, String which, Actor actor) {
    Guards guards =
        guard ->
            Arrays.asList(guard.split(" or ")).contains(which)
                ? Optional.empty()
                : Optional.of("It belongs to %s, and this is %s.".formatted(guard, which));
    return new Situation(status, LocalDate.EPOCH, actor.permissions(), guards);
  }
}
