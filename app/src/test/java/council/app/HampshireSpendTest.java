package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Spend;
import council.framework.scheme.SpendLimit;
import council.framework.spend.domain.CheckCommitment;
import council.framework.spend.domain.CommitmentFacts;
import council.framework.spend.domain.CommitmentFacts.Committed;
import council.framework.spend.domain.CommitmentFacts.Opening;
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
  private static final LocalDate DAY = LocalDate.of(2018, 6, 1);
  private static final FrameworkSection SECTION =
      ShippedCouncils.scheme("hampshire").findSection(FrameworkSection.class).orElseThrow();

  private static BigDecimal millions(long millions) {
    return BigDecimal.valueOf(millions * 1_000_000);
  }

  private static CommitmentResult commit(
      Funder funder, BigDecimal amount, long byCouncil, long byPartners) {
    return commit("CARE_AT_HOME", funder, amount, byCouncil, byPartners, List.of());
  }

  private static CommitmentResult commit(
      String vehicle,
      Funder funder,
      BigDecimal amount,
      long byCouncil,
      long byPartners,
      List<Opening> openings) {
    return new CheckCommitment()
        .decide(
            SECTION,
            new CommitmentFacts(
                vehicle,
                DAY,
                "H01",
                null,
                funder,
                amount,
                new Committed(millions(byCouncil), millions(byPartners)),
                null,
                openings,
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

  @Test
  void sharedLivingStopsAtWhatIsUnconditionalUntilMoreIsOpened() {
    BigDecimal five = millions(5);
    assertThat(stopping(commit("SHARED_LIVING", Funder.COUNCIL, five, 300, 0, List.of())))
        .containsExactly(LimitKind.AUTHORITY);
    List<Opening> opened =
        List.of(new Opening(conditional().code(), DAY.minusDays(1), millions(20)));
    assertThat(commit("SHARED_LIVING", Funder.COUNCIL, five, 315, 35, opened).isStopped())
        .isFalse();
    assertThat(stopping(commit("SHARED_LIVING", Funder.COUNCIL, five, 316, 0, opened)))
        .containsExactly(LimitKind.AUTHORITY);
    assertThat(conditional().amount()).isEqualByComparingTo(millions(20));
    assertThat(stopping(commit("SHARED_LIVING", Funder.PARTNER, five, 320, 31, opened)))
        .containsExactly(LimitKind.TOTAL, LimitKind.PARTNER_GROWTH);
  }

  private static SpendLimit.Conditional conditional() {
    return Objects.requireNonNull(SECTION.getVehicle("SHARED_LIVING").spend()).limits().stream()
        .filter(SpendLimit.Conditional.class::isInstance)
        .map(SpendLimit.Conditional.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
