package council.framework.scheme;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** Steps by which places change name tiers and checks that there are, and can be carried out. */
final class PlaceStepChecks {
  private final Vehicle vehicle;
  private final Problems problems;
  private final List<String> tiers;

  private PlaceStepChecks(Vehicle vehicle, Problems problems) {
    this.vehicle = vehicle;
    this.problems = problems;
    this.tiers = vehicle.tiers().stream().map(Tier::code).toList();
  }

  static void check(String code, Vehicle vehicle, Problems problems) {
    var checks = new PlaceStepChecks(vehicle, problems);
    vehicle
        .placeSteps()
        .forEach((step, terms) -> {
          String path = FrameworkSection.path(code, "placeSteps." + step);
          FrameworkChecks.checkCode(step, path, problems);
          FrameworkChecks.checkTitle(terms.title(), path, problems);
          checks.grounds(terms.grounds(), path + ".grounds");
          checks.step(terms, path);
        });
  }

  private void step(PlaceStep step, String path) {
    switch (step) {
      case PlaceStep.Move move -> {
        from(move.from(), path);
        known("UNKNOWN_TIER", "tier", move.to(), tiers, path + ".to");
        if (move.from().contains(move.to())) {
          problems.add(
              "MOVE_TO_ITSELF",
              path + ".to",
              move.to(),
              "a tier from which the step does not lead",
              "The step leads from " + move.to() + " to itself.");
        }
      }
      case PlaceStep.Remove remove -> {
        from(remove.from(), path);
        locationsCanMove(remove.locationsMove(), path + ".locationsMove");
      }
      case PlaceStep.Resign resign -> {
        from(resign.from(), path);
        locationsCanMove(resign.locationsMove(), path + ".locationsMove");
      }
      case PlaceStep.Novate novate -> checks(novate.checks(), path);
      case PlaceStep.Recommission _ -> locationsCanMove(true, path);
      case PlaceStep.AdmitAtSite admit -> {
        known("UNKNOWN_TIER", "tier", admit.tier(), tiers, path + ".tier");
        if (!(vehicle.lots() instanceof Lots.ByZone)) {
          problems.add(
              "SITE_WITHOUT_ZONE",
              path,
              null,
              "lots by zone",
              "A place at one location takes the location's zone as its lot.");
        }
        checks(admit.checks(), path);
        if (vehicle.findTier(admit.tier()).orElse(null) instanceof Tier.RankedPlaces) {
          problems.add(
              "SITE_IN_RANKED_TIER",
              path + ".tier",
              admit.tier(),
              "a tier without a fixed number of places",
              "A place at one location is none of the ranked places of a zone.");
        }
      }
    }
  }

  private void from(List<String> codes, String path) {
    if (codes.isEmpty()) {
      problems.add(
          "NO_TIER", path + ".from", "Expected at least one tier, but the step leads from none.");
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < codes.size(); i++) {
      String at = path + ".from[" + i + "]";
      known("UNKNOWN_TIER", "tier", codes.get(i), tiers, at);
      if (!seen.add(codes.get(i))) {
        problems.add("DUPLICATE_TIER", at, "Tier " + codes.get(i) + " is listed more than once.");
      }
    }
  }

  private void checks(List<String> codes, String path) {
    for (int i = 0; i < codes.size(); i++) {
      known(
          "UNKNOWN_CHECK",
          "check",
          codes.get(i),
          vehicle.dueDiligence().keySet(),
          path + ".checks[" + i + "]");
    }
  }

  private void grounds(List<String> grounds, String path) {
    var seen = new HashSet<String>();
    for (int i = 0; i < grounds.size(); i++) {
      if (grounds.get(i).isBlank() || !seen.add(grounds.get(i))) {
        problems.add(
            "BAD_GROUND",
            path + "[" + i + "]",
            grounds.get(i),
            "a text that no other ground has",
            "The ground is blank or listed more than once.");
      }
    }
  }

  private void locationsCanMove(boolean move, String path) {
    if (move && vehicle.lots() instanceof Lots.ByCategory) {
      problems.add(
          "LOCATIONS_WITHOUT_ZONE",
          path,
          null,
          "lots by zone, or locations that do not move",
          "A place of a category does not say which locations it is for.");
    }
    if (move && vehicle.transition() == null) {
      problems.add(
          "NO_TRANSITION",
          path,
          null,
          "a transition of the framework, or locations that do not move",
          "The locations would have to move, but the framework has no transition.");
    }
  }

  private void known(
      String code, String what, String value, Collection<String> known, String path) {
    if (!known.contains(value)) {
      problems.add(
          code,
          path,
          value,
          known.isEmpty() ? "nothing: there is none" : "one of " + String.join(", ", known),
          "There is no " + what + " '" + value + "'" + NearestName.hint(value, known));
    }
  }
}
