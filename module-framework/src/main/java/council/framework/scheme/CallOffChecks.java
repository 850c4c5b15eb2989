package council.framework.scheme;

import council.framework.scheme.CallOff.MiniCompetition;
import council.platform.problem.Problems;
import java.util.List;

/** How one of the eligible is chosen, for kinds of request that there are. */
final class CallOffChecks {
  private CallOffChecks() {}

  static void check(String code, Vehicle vehicle, Problems problems) {
    vehicle
        .callOff()
        .forEach((kind, callOff) -> {
          String path = FrameworkSection.path(code, "callOff." + kind);
          checkGiven(kind, vehicle, path, problems);
          switch (callOff) {
            case CallOff.RankedOffer _, CallOff.Rotation _ -> {}
            case MiniCompetition competition -> checkCompetition(competition, path, problems);
            case CallOff.Choice _ -> checkChoice(kind, path, problems);
          }
        });
  }

  private static void checkGiven(
      RequestKind kind, Vehicle vehicle, String path, Problems problems) {
    if (vehicle.newBusiness().getOrDefault(kind, List.of()).isEmpty()) {
      problems.add(
          "CALL_OFF_OF_NOTHING",
          path,
          kind,
          "a kind that newBusiness has rules for",
          "Business of the kind " + kind + " is given to nobody, so nobody is chosen for it.");
    }
  }

  private static void checkCompetition(
      MiniCompetition competition, String path, Problems problems) {
    CriteriaChecks.checkAll(competition.criteria(), path + ".criteria", problems);
    for (int i = 0; i < competition.criteria().size(); i++) {
      if (competition.criteria().get(i).source() instanceof CriterionSource.MarketShare) {
        problems.add(
            "MARKET_SHARE_IN_COMPETITION",
            path + ".criteria[" + i + "].source",
            "MARKET_SHARE",
            "SCORED or PRICE",
            "A response to a mini-competition is scored by people or on its price.");
      }
    }
  }

  /** Nobody is there who could choose while nobody is named. */
  private static void checkChoice(RequestKind kind, String path, Problems problems) {
    if (kind == RequestKind.VOID) {
      problems.add(
          "CHOICE_WITHOUT_A_PERSON",
          path,
          "CHOICE",
          "another way of choosing, or none",
          "A vacancy for which nobody is named yet has nobody who could choose.");
    }
  }
}
