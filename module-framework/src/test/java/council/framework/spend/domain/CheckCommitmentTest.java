package council.framework.spend.domain;

import static council.framework.spend.domain.SpendFrameworks.END;
import static council.framework.spend.domain.SpendFrameworks.START;
import static council.framework.spend.domain.SpendFrameworks.pounds;
import static council.framework.spend.domain.SpendFrameworks.sharedLiving;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.Spend;
import council.framework.spend.domain.CommitmentFacts.Committed;
import council.framework.spend.domain.CommitmentFacts.Held;
import council.framework.spend.domain.CommitmentFacts.Opening;
import council.framework.spend.domain.CommitmentResult.Verdict;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import council.platform.json.CanonicalJson;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CheckCommitmentTest {
  private static final LocalDate DAY = LocalDate.of(2016, 6, 1);

  private @Nullable Spend spend = sharedLiving("75", "90", "100");
  private LocalDate on = DAY;
  private Funder funder = Funder.COUNCIL;
  private Committed committed = Committed.NOTHING;
  private @Nullable Held held;
  private List<Opening> openings = List.of();
  private @Nullable String override;
  private @Nullable LocalDate extendedTo;

  private Decided<CommitmentResult> decide(String amount) {
    return new CheckCommitment()
        .decide(
            SpendFrameworks.section(spend),
            new CommitmentFacts(
                "X",
                on,
                "P1",
                null,
                funder,
                pounds(amount),
                committed,
                held,
                openings,
                override,
                extendedTo));
  }

  private CommitmentResult commit(String amount) {
    return decide(amount).result();
  }

  private LimitUse use(String amount, LimitKind kind) {
    return commit(amount).limits().stream()
        .filter(use -> use.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> sentences(Decided<?> decided) {
    return all(decided.reasons())
        .flatMap(reason -> SpendReasonTexts.findSentence(reason).stream())
        .toList();
  }

  private static Stream<Reason> all(List<Reason> reasons) {
    return reasons.stream()
        .flatMap(reason -> Stream.concat(Stream.of(reason), all(reason.because())));
  }

  private void committed(String byCouncil, String byPartners) {
    committed = new Committed(pounds(byCouncil), pounds(byPartners));
  }

  @Test
  void exactlyReachingALimitIsAllowedAndAPennyMoreIsNot() {
    committed("299.99", "0.00");

    assertThat(commit("0.01").verdict()).isEqualTo(Verdict.WARNED);
    assertThat(commit("0.02").verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(sentences(decide("0.02")))
        .contains(
            "Spend authority and Conditional part: £299.99 of £300.00 were used, and £300.01 would"
                + " be.");
  }

  @Test
  void whatWasOpenedAddsToTheCouncilsAuthority() {
    committed("299.00", "0.00");
    openings = List.of(new Opening("SWITCH", DAY, pounds("12.50")));

    assertThat(use("13.50", LimitKind.AUTHORITY).amount()).isEqualByComparingTo("312.50");
    assertThat(commit("13.50").isStopped()).isFalse();
    assertThat(commit("13.51").isStopped()).isTrue();
  }

  @Test
  void whatIsOpenedLaterOrTakenBackLaterDoesNotCount() {
    committed("300.00", "0.00");
    openings = List.of(new Opening("SWITCH", DAY.plusDays(1), pounds("5.00")));
    assertThat(commit("1.00").isStopped()).isTrue();

    openings =
        List.of(
            new Opening("SWITCH", DAY, pounds("5.00")),
            new Opening("SWITCH", DAY.plusDays(1), pounds("-3.00")));
    assertThat(commit("2.00").isStopped()).isFalse();
    assertThat(commit("2.01").isStopped()).isTrue();
  }

  @Test
  void noMoreCountsAsOpenThanTheSchemeLetsBeOpened() {
    openings = List.of(new Opening("SWITCH", DAY, pounds("50.00")));

    assertThat(use("1.00", LimitKind.AUTHORITY).amount()).isEqualByComparingTo("320.00");
  }

  @Test
  void partnersAreCountedAgainstTheirGrowthAndTheTotalOnly() {
    committed("300.00", "34.00");
    funder = Funder.PARTNER;

    assertThat(commit("1.00").limits())
        .extracting(LimitUse::kind)
        .containsExactly(LimitKind.TOTAL, LimitKind.PARTNER_GROWTH);
    assertThat(commit("1.00").isStopped()).isFalse();
    assertThat(commit("1.01").isStopped()).isTrue();
  }

  @Test
  void theTotalStopsTheCouncilAlthoughItsOwnAuthorityIsNotUsedUp() {
    committed("295.00", "60.00");

    assertThat(use("1.00", LimitKind.AUTHORITY).verdict()).isNotEqualTo(Verdict.STOPPED);
    assertThat(use("1.00", LimitKind.TOTAL).verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(commit("1.00").verdict()).isEqualTo(Verdict.STOPPED);
  }

  @Test
  void eachShareToWarnAtIsToldOnceItIsReached() {
    committed("224.99", "0.00");
    assertThat(use("0.01", LimitKind.AUTHORITY).reached()).containsExactly(pounds("75"));
    assertThat(use("75.01", LimitKind.AUTHORITY).reached())
        .containsExactly(pounds("75"), pounds("90"), pounds("100"));
    assertThat(use("75.01", LimitKind.AUTHORITY).sharePercent()).isEqualByComparingTo("100.0000");
    committed("225.00", "0.00");
    assertThat(use("0.01", LimitKind.AUTHORITY).reached()).isEmpty();
    assertThat(commit("0.01").verdict()).isEqualTo(Verdict.FREE);
  }

  /** 74.99999 percent are shown as 75.0000 and are not 75. */
  @Test
  void aShareIsReachedByTheExactFigureAndNotByTheRoundedOne() {
    spend =
        new Spend(
            List.of(
                new council.framework.scheme.SpendLimit.Authority(
                    "A", "Authority", pounds("100000000.00"))),
            List.of(pounds("75")));
    LimitUse use = use("74999999.99", LimitKind.AUTHORITY);

    assertThat(use.sharePercent()).isEqualTo(pounds("75.0000"));
    assertThat(use.reached()).isEmpty();
  }

  @Test
  void anOverridePassesTheLimitAndIsTold() {
    committed("300.00", "0.00");
    override = "The Executive Member agreed.";

    assertThat(commit("10.00").verdict()).isEqualTo(Verdict.PASSED);
    assertThat(sentences(decide("10.00")))
        .contains(
            "Spend authority and Conditional part is passed by an override: The Executive Member"
                + " agreed.");
  }

  @Test
  void whatIsGivenBackIsNeverStoppedByALimitThatStaysPassed() {
    committed("350.00", "0.00");
    held = new Held(pounds("40.00"), pounds("20.00"));

    assertThat(commit("-20.00").verdict()).isEqualTo(Verdict.FREE);
  }

  @Test
  void nobodyGivesBackMoreThanItsProviderOrItsSourceHas() {
    committed("350.00", "0.00");
    held = new Held(pounds("40.00"), pounds("20.00"));
    assertThat(commit("-20.01").verdict()).isEqualTo(Verdict.STOPPED);
    held = new Held(pounds("40.00"), null);
    assertThat(commit("-40.00").verdict()).isEqualTo(Verdict.FREE);
    assertThat(commit("-40.01").verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(sentences(decide("-40.01")))
        .contains("No £40.01 are there to be given back; £40.00 are committed.");
  }

  @Test
  void nothingIsCommittedOutsideOfTheFrameworksDays() {
    override = "It helps nothing.";
    on = START;
    assertThat(commit("1.00").isStopped()).isFalse();
    on = END;
    assertThat(commit("1.00").isStopped()).isFalse();
    on = START.minusDays(1);
    assertThat(commit("1.00").isStopped()).isTrue();
    on = END.plusDays(1);
    assertThat(commit("1.00").isStopped()).isTrue();
    extendedTo = END.plusYears(1);
    assertThat(commit("1.00").isStopped()).isFalse();
  }

  @Test
  void withoutLimitsEverythingIsFree() {
    spend = null;

    assertThat(commit("1000000.00")).isEqualTo(new CommitmentResult(Verdict.FREE, List.of()));
    assertThat(sentences(decide("1.00"))).contains("The scheme sets no limit on it.");
  }

  @Test
  void factsAndResultSurviveTheCanonicalForm() {
    committed("299.00", "1.00");
    CommitmentResult result = commit("1.00");

    assertThat(CanonicalJson.read(CanonicalJson.text(result), CommitmentResult.class))
        .isEqualTo(result);
  }
}
