package council.platform.scheme.check;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.scheme.check.DateSpans.Dated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DateSpansTest {
  @Test
  void entriesThatMeetAreFine() {
    List<Dated> rates = List.of(dated("2021-04-01", null), dated("2020-04-01", "2021-04-01"));
    assertThat(overlaps(rates)).isEmpty();
    assertThat(gaps(rates)).isEmpty();
  }

  @Test
  void anOverlapIsToldAtTheLaterEntry() {
    Problem problem =
        overlaps(List.of(dated("2020-04-01", "2021-04-02"), dated("2021-04-01", null))).getFirst();
    assertThat(problem.code()).isEqualTo("DATES_OVERLAP");
    assertThat(problem.path()).isEqualTo("rates.2021-04-01");
    assertThat(problem.value()).isEqualTo("2021-04-01 on");
    assertThat(problem.expected()).isEqualTo("a first day of 2021-04-02 or later");
    assertThat(overlaps(List.of(dated("2020-04-01", null), dated("2021-04-01", null)))).hasSize(1);
    assertThat(overlaps(List.of(dated("2020-04-01", null), dated("2020-04-01", null)))).hasSize(1);
  }

  @Test
  void aGapIsToldUnlessALongerEntryFillsIt() {
    Dated first = dated("2020-04-01", "2021-04-01");
    Problem gap = gaps(List.of(first, dated("2021-04-02", null))).getFirst();
    assertThat(gap.code()).isEqualTo("DATES_LEAVE_A_GAP");
    assertThat(gap.expected()).isEqualTo("a first day of 2021-04-01");
    assertThat(gaps(List.of(first, dated("2020-05-01", "2020-06-01"), dated("2021-04-01", null))))
        .isEmpty();
  }

  @Test
  void anEntryThatEndsBeforeItBeginsIsToldAndComparedWithNothing() {
    assertThat(overlaps(List.of(dated("2020-04-01", "2020-04-01"), dated("2019-01-01", null))))
        .extracting(Problem::code)
        .containsExactly("DATES_BACKWARD");
  }

  private static List<Problem> overlaps(List<Dated> entries) {
    Problems problems = new Problems();
    DateSpans.checkNoOverlaps(entries, problems);
    return problems.list();
  }

  private static List<Problem> gaps(List<Dated> entries) {
    Problems problems = new Problems();
    DateSpans.checkNoGaps(entries, problems);
    return problems.list();
  }

  private static Dated dated(String from, @Nullable String until) {
    return new Dated(
        "rates." + from, LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
  }
}
