package council.framework.transition.domain;

import static council.framework.transition.domain.WorkedCases.START;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.Transition;
import council.framework.scheme.Vehicle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewDaysTest {
  private static Vehicle endingOn(@Nullable LocalDate end) {
    return WorkedCases.vehicle(new Transition(18, List.of()), List.of(), end);
  }

  /** LAN-FW-21. */
  @Test
  void isDueTwentyFourMonthsAfterTheFrameworksStart() {
    Vehicle vehicle = endingOn(null);
    LocalDate due = LocalDate.of(2017, 6, 1);
    assertThat(ReviewDays.due(vehicle, WorkedCases.review(24), START)).isEqualTo(due);
    assertThat(ReviewDays.due(vehicle, WorkedCases.review(24), LocalDate.of(2017, 5, 31)))
        .isEqualTo(due);
  }

  @Test
  void ofALaterPlaceCountsFromItsOwnFirstDay() {
    assertThat(ReviewDays.due(endingOn(null), WorkedCases.review(24), LocalDate.of(2017, 6, 1)))
        .isEqualTo(LocalDate.of(2019, 6, 1));
  }

  @Test
  void locationsMoveWithinTheTransitionsMonthsButNotAfterTheFrameworksEnd() {
    LocalDate on = LocalDate.of(2016, 10, 3);
    assertThat(ReviewDays.moveBy(endingOn(null), on)).isEqualTo(LocalDate.of(2018, 4, 3));
    assertThat(ReviewDays.moveBy(endingOn(LocalDate.of(2018, 4, 3)), on))
        .isEqualTo(LocalDate.of(2018, 4, 3));
    assertThat(ReviewDays.moveBy(endingOn(LocalDate.of(2018, 4, 2)), on))
        .isEqualTo(LocalDate.of(2018, 4, 2));
    assertThat(ReviewDays.moveBy(endingOn(on), on)).isEqualTo(on);
    assertThat(ReviewDays.moveBy(endingOn(LocalDate.of(2016, 10, 2)), on))
        .isEqualTo(LocalDate.of(2018, 4, 3));
  }
}
