package council.framework.transition.domain;

import council.framework.scheme.Admission;
import council.framework.scheme.Award;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
import council.framework.scheme.Lots;
import council.framework.scheme.Tier;
import council.framework.scheme.TierReview;
import council.framework.scheme.TierReview.Effect;
import council.framework.scheme.TierReview.Recommendation;
import council.framework.scheme.Transition;
import council.framework.scheme.TransitionCases;
import council.framework.scheme.TransitionCases.Choice;
import council.framework.scheme.Vehicle;
import council.platform.lifecycle.Lifecycle;
import council.platform.lifecycle.Lifecycle.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small lifecycles of cases, and frameworks that work by them. */
public final class WorkedCases {
  public static final LocalDate START = LocalDate.of(2015, 6, 1);

  private WorkedCases() {}

  /** WAITING to MOVED or STAYS, with every guard on the move. */
  public static TransitionCases cases() {
    return cases(
        step("move", List.of("WAITING"), "MOVED", allGuards()),
        step("keep", List.of("WAITING"), "STAYS", List.of("stayApproved")));
  }

  public static List<String> allGuards() {
    return List.of(
        "reviewRecorded",
        "choiceRecorded",
        "staffTransferRecorded",
        "receiverChosen",
        "nobodyMovesHome",
        "noOpenBlocker");
  }

  public static TransitionCases cases(Lifecycle.Transition... steps) {
    Map<String, State> states = new LinkedHashMap<>();
    states.put("WAITING", new State("Waits", false));
    states.put("MOVED", new State("Moved", true));
    states.put("STAYS", new State("Stays", true));
    return new TransitionCases(
        new Lifecycle("WAITING", states, List.of(steps)),
        Map.of("DESKTOP", "Desktop review"),
        Map.of("STAY", new Choice("Stay", true), "GO", new Choice("Go", false)),
        List.of("MOVED"));
  }

  public static Lifecycle.Transition step(
      String name, List<String> from, String to, List<String> guards) {
    return new Lifecycle.Transition(
        name, from, to, "framework.transition.manage", guards, null, false);
  }

  public static TierReview review(int months) {
    return new TierReview(
        "TIER2",
        months,
        Map.of(
            "KEEP", new Recommendation("Keep", Effect.STAYS),
            "MOVE", new Recommendation("Move", Effect.LOCATIONS_MOVE)));
  }

  public static Vehicle vehicle(
      @Nullable Transition transition, List<TierReview> reviews, @Nullable LocalDate end) {
    return new Vehicle(
        "Framework",
        START,
        end,
        List.of(),
        List.of(
            new Criterion(
                "QUALITY", "Quality", 100, BigDecimal.TEN, null, CriterionScope.FRAMEWORK)),
        BigDecimal.valueOf(50),
        List.of(
            new Tier.RankedPlaces("TIER1", "Tier 1", 4, Map.of(), true),
            new Tier.ExistingLocations("TIER2", "Tier 2")),
        null,
        null,
        CapPolicy.HIGHEST_SCORE_FIRST,
        List.of("reference"),
        false,
        transition,
        Map.of(),
        new Award(10),
        new Admission.Round(),
        null,
        new Lots.ByZone(),
        null,
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        reviews,
        null);
  }
}
