package council.framework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.FrameworkModule;
import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RandomRounds.Size;
import council.framework.scheme.CapPolicy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten times Lancashire's round: some 550 applicants in 120 zones, with many equal scores. */
class LargeRoundTest {
  private static final Duration LONGEST = Duration.ofSeconds(120);

  @ParameterizedTest
  @EnumSource(CapPolicy.class)
  void tenTimesLancashireIsAllocated(CapPolicy policy) {
    RandomRound round = RandomRounds.of(7, new Size(630, 3, 40, 4, 4)).with(policy);
    assertThat(round.facts().applications()).hasSizeGreaterThan(540);

    Instant start = Instant.now();
    RoundResult result =
        FrameworkModule.ALLOCATE_ROUND.decide(round.section(), round.facts()).result();
    Duration took = Duration.between(start, Instant.now());

    assertThat(result.placements()).hasSizeGreaterThan(400);
    assertThat(took).isLessThan(LONGEST);
  }
}
