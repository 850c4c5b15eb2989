package council.framework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.FrameworkModule;
import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RandomRounds.Size;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundFacts.ScoreFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.domain.RoundResult.ProviderOutcome;
import council.framework.domain.RoundResult.TransitionCase;
import council.platform.decision.Decided;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A consortium is one applicant; its members share its outcome. */
class ConsortiumTest {
  private final RandomRound any = RandomRounds.of(1, new Size(1, 1, 1, 1, 3));

  private Decided<RoundResult> decide(int score) {
    RoundFacts facts =
        new RoundFacts(
            RandomRounds.VEHICLE,
            List.of(new ZoneFact("Z", "A")),
            List.of(
                new ProviderFact("C", false, List.of("M", "N")),
                new ProviderFact("M", true, List.of()),
                new ProviderFact("N", false, List.of()),
                new ProviderFact("X", true, List.of())),
            List.of(
                new ApplicationFact(
                    "C",
                    Instant.EPOCH,
                    List.of(),
                    List.of("Z"),
                    List.of(
                        new ScoreFact("QUALITY", null, BigDecimal.valueOf(score)),
                        new ScoreFact("PRICE", null, BigDecimal.valueOf(score)),
                        new ScoreFact("LOCAL", "Z", BigDecimal.valueOf(score))))),
            List.of(
                new LocationFact("L1", "M", "Z", null, null),
                new LocationFact("L2", "X", "Z", null, null)));
    return FrameworkModule.ALLOCATE_ROUND.decide(any.section(), facts);
  }

  @Test
  void membersOfASuccessfulConsortiumKeepTheirLocations() {
    RoundResult result = decide(6).result();

    assertThat(result.outcomes())
        .containsExactly(
            new ProviderOutcome("C", "TIER1", null),
            new ProviderOutcome("M", "TIER1", "C"),
            new ProviderOutcome("N", "TIER1", "C"),
            new ProviderOutcome("X", RoundResult.UNSUCCESSFUL, null));
    assertThat(result.transitionCases()).extracting(TransitionCase::location).containsExactly("L2");
  }

  @Test
  void membersOfAnUnsuccessfulConsortiumLoseThem() {
    RoundResult result = decide(1).result();

    assertThat(result.placements()).isEmpty();
    assertThat(result.transitionCases())
        .extracting(TransitionCase::location)
        .containsExactly("L1", "L2");
  }
}
