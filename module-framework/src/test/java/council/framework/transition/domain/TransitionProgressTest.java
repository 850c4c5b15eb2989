package council.framework.transition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.transition.domain.CaseHistory.Exempt;
import council.framework.transition.domain.CaseHistory.Span;
import council.framework.transition.domain.CaseHistory.StageStep;
import council.framework.transition.domain.TransitionProgress.Count;
import council.framework.transition.domain.TransitionProgress.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransitionProgressTest {
  private static final LocalDate OPENED = LocalDate.of(2015, 5, 5);
  private static final LocalDate DUE = LocalDate.of(2016, 12, 1);
  private static final LocalDate MOVED = LocalDate.of(2016, 3, 1);

  private static CaseHistory moved(String location, String zone) {
    return new CaseHistory(
        location,
        "P1",
        zone,
        OPENED,
        DUE,
        List.of(),
        "WAITING",
        List.of(new StageStep(LocalDate.of(2015, 9, 1), "REVIEWED"), new StageStep(MOVED, "MOVED")),
        List.of(new Span(LocalDate.of(2015, 10, 1), LocalDate.of(2015, 11, 1))),
        MOVED,
        MOVED,
        CaseOutcome.MOVED);
  }

  private static CaseHistory waiting(String location, @Nullable LocalDate exemptFrom) {
    return new CaseHistory(
        location,
        "P2",
        "LAN",
        OPENED,
        DUE,
        exemptFrom == null ? List.of() : List.of(new Exempt(new Span(exemptFrom, null), DUE)),
        "WAITING",
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static final Map<String, Size> SIZES =
      Map.of(
          "L1", new Size(2, new BigDecimal("126.50")),
          "L2", new Size(3, null));

  private static Count on(LocalDate day) {
    return TransitionProgress.on(day, List.of(moved("L1", "PRE"), waiting("L2", null)), SIZES)
        .total();
  }

  @Test
  void isToldAsItWasOnTheDay() {
    assertThat(on(OPENED.minusDays(1)).cases()).isZero();
    Count waiting = on(LocalDate.of(2015, 8, 31));
    assertThat(waiting.byStage()).containsExactly(Map.entry("WAITING", 2));
    assertThat(waiting.people()).isEqualTo(5);
    assertThat(waiting.weeklyHours()).isEqualByComparingTo("126.5");
    assertThat(waiting.unknown()).isEqualTo(1);
    assertThat(on(LocalDate.of(2015, 9, 1)).byStage()).containsKeys("REVIEWED", "WAITING");
    assertThat(on(LocalDate.of(2015, 10, 31)).blocked()).isEqualTo(1);
    assertThat(on(LocalDate.of(2015, 11, 1)).blocked()).isZero();
    assertThat(on(MOVED.minusDays(1)).moved()).isZero();
    Count after = on(MOVED);
    assertThat(after.moved()).isEqualTo(1);
    assertThat(after.open()).isEqualTo(1);
    assertThat(after.people()).isEqualTo(3);
  }

  @Test
  void theDueDayItselfIsInTime() {
    assertThat(on(DUE).overdue()).isZero();
    assertThat(on(DUE.plusDays(1)).overdue()).isEqualTo(1);
    assertThat(on(MOVED.minusDays(1)).overdue()).isZero();
  }

  @Test
  void whatIsExemptIsNeitherOpenNorOverdue() {
    CaseHistory exempt = waiting("L2", LocalDate.of(2016, 1, 1));
    Count before =
        TransitionProgress.on(LocalDate.of(2015, 12, 31), List.of(exempt), SIZES).total();
    Count after = TransitionProgress.on(LocalDate.of(2017, 1, 1), List.of(exempt), SIZES).total();
    assertThat(before.open()).isEqualTo(1);
    assertThat(after.exempt()).isEqualTo(1);
    assertThat(after.open()).isZero();
    assertThat(after.overdue()).isZero();
    assertThat(after.byStage()).isEmpty();
  }

  @Test
  void anExemptionThatCameLateWasPrecededByTheDueDayOfThen() {
    CaseHistory exempt = waiting("L2", DUE.plusDays(10));
    assertThat(TransitionProgress.on(DUE.plusDays(5), List.of(exempt), SIZES).total().overdue())
        .isEqualTo(1);
    assertThat(TransitionProgress.on(DUE.plusDays(10), List.of(exempt), SIZES).total().overdue())
        .isZero();
  }

  @Test
  void zonesAndProvidersAddUpToTheWhole() {
    Random random = new Random(20150601);
    for (int round = 0; round < 200; round++) {
      List<CaseHistory> cases = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        cases.add(anyCase(random, "L" + i));
      }
      LocalDate day = OPENED.plusDays(random.nextInt(900) - 20);
      TransitionProgress progress = TransitionProgress.on(day, cases, Map.of());
      Count total = progress.total();
      assertThat(total.exempt() + total.open() + total.moved() + total.stayed() + total.closed())
          .isEqualTo(total.cases());
      assertThat(total.blocked()).isLessThanOrEqualTo(total.open());
      assertThat(total.byStage().values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(total.cases() - total.exempt());
      for (ToIntFunction<Count> figure :
          List.<ToIntFunction<Count>>of(
              Count::cases, Count::open, Count::moved, Count::overdue, Count::blocked)) {
        assertThat(sum(progress.zones().values(), figure)).isEqualTo(figure.applyAsInt(total));
        assertThat(sum(progress.providers().values(), figure)).isEqualTo(figure.applyAsInt(total));
      }
    }
  }

  private static int sum(Collection<Count> counts, ToIntFunction<Count> figure) {
    return counts.stream().mapToInt(figure).sum();
  }

  private static CaseHistory anyCase(Random random, String location) {
    LocalDate opened = OPENED.plusDays(random.nextInt(200));
    LocalDate step = opened.plusDays(random.nextInt(300));
    boolean ended = random.nextBoolean();
    CaseOutcome outcome = CaseOutcome.values()[random.nextInt(3)];
    return new CaseHistory(
        location,
        "P" + random.nextInt(4),
        "Z" + random.nextInt(3),
        opened,
        opened.plusDays(random.nextInt(600)),
        random.nextInt(5) == 0 ? List.of(new Exempt(new Span(opened, null), null)) : List.of(),
        "WAITING",
        List.of(new StageStep(step, ended ? "END" : "REVIEWED")),
        random.nextInt(3) == 0 ? List.of(new Span(step, null)) : List.of(),
        ended && outcome == CaseOutcome.MOVED ? step : null,
        ended ? step : null,
        ended ? outcome : null);
  }
}
