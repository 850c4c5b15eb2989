package council.framework.domain;

import static council.framework.scheme.AVehicle.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.domain.OptionFacts.Taken;
import council.framework.scheme.AVehicle;
import council.framework.scheme.Term;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TakeOptionTest {
  private static final Term.Option FIRST = new Term.Option("FIRST", 24, "All goes well.");
  private static final Term.Option SECOND = new Term.Option("SECOND", 12, null);
  private static final Taken FIRST_TAKEN =
      new Taken("FIRST", AVehicle.END, LocalDate.of(2020, 5, 31));

  private final AVehicle vehicle = aVehicle().options(FIRST, SECOND);

  private Decided<OptionResult> decide(String option, LocalDate on, Taken... taken) {
    return new TakeOption()
        .decide(vehicle.section(), new OptionFacts("V", option, on, List.of(taken)));
  }

  private static List<String> sentences(Decided<OptionResult> decided) {
    return decided.reasons().getFirst().because().stream().map(ReasonTexts::sentence).toList();
  }

  private List<String> failed(String option, LocalDate on, Taken... taken) {
    Decided<OptionResult> decided = decide(option, on, taken);
    assertThat(decided.result().possible()).isFalse();
    assertThat(decided.result().endAfter()).isNull();
    return decided.reasons().getFirst().because().stream()
        .filter(Reason::failed)
        .map(ReasonTexts::sentence)
        .toList();
  }

  @Test
  void theEndMovesByTheMonthsOfTheOption() {
    var decided = decide("FIRST", AVehicle.END);

    assertThat(decided.result())
        .isEqualTo(new OptionResult("FIRST", true, AVehicle.END, LocalDate.of(2020, 5, 31)));
    assertThat(sentences(decided))
        .containsExactly(
            "It is the next option.",
            "It is taken on 2018-05-31, and the framework lasts until 2018-05-31.",
            "To be shown by evidence: All goes well.",
            "The framework lasts 24 month(s) longer, until 2020-05-31.");
    assertThat(decide("SECOND", AVehicle.END.plusDays(1), FIRST_TAKEN).result().endAfter())
        .isEqualTo("2021-05-31");
  }

  @Test
  void optionsAreTakenInTheirOrderAndOnce() {
    assertThat(failed("SECOND", AVehicle.START))
        .containsExactly("The next option is FIRST; taken so far: none.");
    assertThat(failed("FIRST", AVehicle.START, FIRST_TAKEN))
        .containsExactly("The next option is SECOND; taken so far: FIRST.");
    assertThat(
            failed(
                "SECOND",
                AVehicle.START,
                FIRST_TAKEN,
                new Taken("SECOND", FIRST_TAKEN.endAfter(), LocalDate.of(2021, 5, 31))))
        .containsExactly("There is no further option; taken so far: FIRST, SECOND.");
  }

  @Test
  void nothingIsLeftToLastLongerAfterTheEnd() {
    assertThat(failed("FIRST", AVehicle.END.plusDays(1)))
        .containsExactly("The framework ended on 2018-05-31, before 2018-06-01.");
    vehicle.end(null);
    assertThat(failed("FIRST", AVehicle.END))
        .containsExactly("The framework has no end that an option could move.");
  }

  @Test
  void anEndThatALaterSchemeSetsStands() {
    LocalDate other = LocalDate.of(2019, 5, 31);

    assertThat(FrameworkEnd.of(AVehicle.END, List.of(FIRST_TAKEN))).isEqualTo("2020-05-31");
    assertThat(FrameworkEnd.of(other, List.of(FIRST_TAKEN))).isEqualTo(other);
    assertThat(FrameworkEnd.of(null, List.of(FIRST_TAKEN))).isNull();
  }

  /** Whatever the days: every option moves the end forward, and the whole is the sum of months. */
  @Test
  void whatIsTakenAddsUp() {
    Random random = new Random(4);
    for (int round = 0; round < 500; round++) {
      LocalDate end = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(1_500));
      int[] months = {1 + random.nextInt(30), 1 + random.nextInt(30)};
      vehicle
          .end(end)
          .options(new Term.Option("A", months[0], null), new Term.Option("B", months[1], null));
      List<Taken> taken = new ArrayList<>();
      for (String code : List.of("A", "B")) {
        OptionResult result = decide(code, end, taken.toArray(Taken[]::new)).result();
        LocalDate after = Objects.requireNonNull(result.endAfter());
        assertThat(after).isAfter(result.endBefore());
        taken.add(new Taken(code, Objects.requireNonNull(result.endBefore()), after));
      }
      assertThat(FrameworkEnd.of(end, taken))
          .isBetween(
              end.plusDays(1).plusMonths(months[0] + months[1]).minusDays(4),
              end.plusDays(1).plusMonths(months[0] + months[1]).minusDays(1));
    }
  }
}
