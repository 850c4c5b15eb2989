package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Spend;
import council.framework.scheme.SpendLimit;
import council.framework.spend.domain.CheckCommitment;
import council.framework.spend.domain.CommitmentFacts;
import council.framework.spend.domain.CommitmentFacts.Committed;
import council.framework.spend.domain.CommitmentResult;
import council.framework.spend.domain.Funder;
import council.framework.spend.domain.LimitKind;
import council.framework.spend.domain.LimitUse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The limits on what Hampshire commits, by configuration alone. */
final class HampshireSpendTest {
  private static final FrameworkSection SECTION =
      ShippedCouncils.scheme("hampshire").findSection(FrameworkSection.class).orElseThrow();

  private static BigDecimal millions(long millions) {
    return BigDecimal.valueOf(millions * 1_000_000);
  }

  private static CommitmentResult commit(
      Funder funder, BigDecimal amount, long byCouncil, long byPartners) {
    return new CheckCommitment()
        .decide(
            SECTION,
            new CommitmentFacts(
                "CARE_AT_HOME",
                LocalDate.of(2018, 6, 1),
                "H01",
                "Z1",
                funder,
                amount,
                new Committed(millions(byCouncil), millions(byPartners)),
                null,
                List.of(),
                null,
                null))
        .result();
  }

  private static List<LimitKind> stopping(CommitmentResult result) {
    return result.limits().stream()
        .filter(use -> use.verdict() == CommitmentResult.Verdict.STOPPED)
        .map(LimitUse::kind)
        .toList();
  }

  @Test
  void careAtHomeStopsAtItsAuthorityWhateverWasAdvertised() {
    assertThat(commit(Funder.COUNCIL, millions(10), 400, 0).isStopped()).isFalse();
    assertThat(stopping(commit(Funder.COUNCIL, new BigDecimal("0.01"), 410, 0)))
        .containsExactly(LimitKind.AUTHORITY);
  }

  @Test
  void healthPartnersMayAddToCareAtHomeUpToTheirGrowth() {
    assertThat(commit(Funder.PARTNER, millions(175), 410, 0).isStopped()).isFalse();
    assertThat(stopping(commit(Funder.PARTNER, new BigDecimal("0.01"), 410, 175)))
        .containsExactly(LimitKind.TOTAL, LimitKind.PARTNER_GROWTH);
  }

  @Test
  void careAtHomeIsAdvertisedAtTheSumOfItsParts() {
    Spend spend = Objects.requireNonNull(SECTION.getVehicle("CARE_AT_HOME").spend());
    BigDecimal parts =
        spend.limits().stream()
            .filter(limit -> !(limit instanceof SpendLimit.Total))
            .map(SpendLimit::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(parts)
        .isEqualByComparingTo(spend.limits().getFirst().amount())
        .isEqualByComparingTo(millions(585));
  }

  @Test
  void peopleAreWarnedBeforeTheAuthorityIsUsedUp() {
    assertThat(
            commit(Funder.COUNCIL, millions(1), 307, 0).limits().stream()
                .filter(use -> use.kind() == LimitKind.AUTHORITY)
                .flatMap(use -> use.reached().stream()))
        .containsExactly(BigDecimal.valueOf(75));
  }
}
