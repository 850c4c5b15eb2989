package council.framework.scheme;

import council.platform.problem.Problems;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reviews of the places of a tier. */
final class TierReviewChecks {
  private TierReviewChecks() {}

  static void check(String code, Vehicle vehicle, Problems problems) {
    Set<String> tiers = vehicle.tiers().stream().map(Tier::code).collect(Collectors.toSet());
    var seen = new HashSet<String>();
    for (int i = 0; i < vehicle.tierReviews().size(); i++) {
      TierReview review = vehicle.tierReviews().get(i);
      String path = FrameworkSection.path(code, "tierReviews[" + i + "]");
      FrameworkChecks.checkKnown(
          "UNKNOWN_TIER", "tier", review.tier(), tiers, path + ".tier", problems);
      if (!seen.add(review.tier())) {
        problems.add(
            "DUPLICATE_REVIEW",
            path + ".tier",
            review.tier(),
            "one review of a tier",
            "The places of %s are reviewed more than once.".formatted(review.tier()));
      }
      checkDays(vehicle, review, path, problems);
      checkRecommendations(vehicle, review, path, problems);
    }
  }

  private static void checkDays(
      Vehicle vehicle, TierReview review, String path, Problems problems) {
    if (review.withinMonths() < 1) {
      problems.add(
          "BAD_MONTHS",
          path + ".withinMonths",
          review.withinMonths(),
          "at least 1",
          "A review within %d months could never be in time.".formatted(review.withinMonths()));
      return;
    }
    var due = vehicle.frameworkStart().plusMonths(review.withinMonths());
    var end = vehicle.frameworkEnd();
    if (end != null && due.isAfter(end)) {
      problems.warn(
          "REVIEW_AFTER_END",
          path + ".withinMonths",
          review.withinMonths(),
          "a review that is due by " + end,
          "The review is due on %s, when the framework has ended.".formatted(due));
    }
    Transition transition = vehicle.transition();
    if (transition != null && review.withinMonths() < transition.months()) {
      problems.warn(
          "REVIEW_BEFORE_TRANSITION",
          path + ".withinMonths",
          review.withinMonths(),
          transition.months() + " months or more",
          "The places are reviewed before services below standard have moved (LAN-FW-28).");
    }
  }

  private static void checkRecommendations(
      Vehicle vehicle, TierReview review, String path, Problems problems) {
    if (review.recommendations().isEmpty()) {
      problems.add(
          "NO_RECOMMENDATION",
          path + ".recommendations",
          "Expected something that a review can recommend, but there is nothing.");
    }
    review
        .recommendations()
        .forEach((code, recommendation) -> {
          String at = path + ".recommendations." + code;
          FrameworkChecks.checkCode(code, at, problems);
          FrameworkChecks.checkTitle(recommendation.title(), at, problems);
          if (recommendation.effect() == TierReview.Effect.LOCATIONS_MOVE
              && vehicle.transition() == null) {
            problems.add(
                "NO_TRANSITION",
                at + ".effect",
                recommendation.effect(),
                "STAYS, or a transition of the framework",
                "Locations would move, but the framework has no transition.");
          }
        });
  }
}
