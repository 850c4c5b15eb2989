package council.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import council.framework.domain.AllocateRound;
import council.framework.domain.RoundResult;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.ProviderOutcome;
import council.framework.domain.RoundResult.ZoneRanking;
import council.framework.solver.CpSatPlacement;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The rounds that ship for Hampshire: no tiers, by configuration alone. */
class HampshireRoundsTest {
  private final RoundResult careAtHome = evaluate("CARE_AT_HOME", "care-at-home-2015");
  private final RoundResult reablement = evaluate("REABLEMENT", "reablement-2014");

  @Test
  void careAtHomePlacesFourProvidersInEachOfFourZones() {
    assertThat(careAtHome.rankings())
        .extracting(ZoneRanking::zone)
        .containsExactly("Z1", "Z2", "Z3", "Z4");
    for (ZoneRanking zone : careAtHome.rankings()) {
      assertThat(careAtHome.placements())
          .filteredOn(place -> place.zone().equals(zone.zone()))
          .extracting(Placement::rank)
          .as(zone.zone())
          .containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void competitionForCareAtHomeLeavesMoreApplicantsThanPlaces() {
    assertThat(careAtHome.rankings()).allMatch(zone -> zone.candidates().size() > 4);
    assertThat(careAtHome.outcomes())
        .extracting(ProviderOutcome::outcome)
        .contains(RoundResult.NOT_PLACED, RoundResult.UNSUCCESSFUL);
  }

  @Test
  void aConsortiumHoldsAPlaceAndItsMembersShareTheOutcome() {
    assertThat(careAtHome.placements())
        .filteredOn(place -> place.provider().equals("H16"))
        .extracting(Placement::zone)
        .containsExactly("Z4");
    assertThat(careAtHome.outcomes())
        .filteredOn(outcome -> "H16".equals(outcome.appliedThrough()))
        .extracting(ProviderOutcome::provider, ProviderOutcome::outcome)
        .containsExactly(member("H27"), member("H28"), member("H29"));
  }

  @Test
  void reablementPlacesTwoProvidersInEachLotOfTheWholeCounty() {
    assertThat(reablement.rankings())
        .extracting(ZoneRanking::zone)
        .containsExactly("Z1", "Z2", "Z3", "Z4");
    for (ZoneRanking lot : reablement.rankings()) {
      assertThat(lot.candidates()).as(lot.zone()).hasSizeGreaterThan(2);
      assertThat(reablement.placements())
          .filteredOn(place -> place.zone().equals(lot.zone()))
          .extracting(Placement::rank)
          .as(lot.zone())
          .containsExactly(1, 2);
    }
  }

  @Test
  void nothingMovesWhereTheSchemeHasNoTransition() {
    assertThat(careAtHome.transitionCases()).isEmpty();
    assertThat(reablement.transitionCases()).isEmpty();
  }

  private static Tuple member(String reference) {
    return tuple(reference, "PLACE");
  }

  private static RoundResult evaluate(String vehicle, String round) {
    return new AllocateRound(new CpSatPlacement())
        .decide(
            ShippedCouncils.framework("hampshire"),
            ShippedCouncils.round("hampshire", vehicle, round))
        .result();
  }
}
