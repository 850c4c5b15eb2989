package council.graphql.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Whatever day or instant a row holds can be read. */
class PgTimesTest {
  @Test
  void daysOfAllYearsAreRead() {
    assertThat(PgTimes.day("2015-06-01")).isEqualTo("2015-06-01");
    assertThat(PgTimes.day("10000-01-10")).isEqualTo(LocalDate.of(10000, 1, 10));
    assertThat(PgTimes.day("5874897-12-31")).isEqualTo(LocalDate.of(5874897, 12, 31));
    assertThat(PgTimes.day("0044-03-15 BC")).isEqualTo(LocalDate.of(-43, 3, 15));
    assertThat(PgTimes.day("0001-02-29 BC")).isEqualTo(LocalDate.of(0, 2, 29));
    assertThat(PgTimes.day("infinity")).isEqualTo(LocalDate.MAX);
    assertThat(PgTimes.day("-infinity")).isEqualTo(LocalDate.MIN);
  }

  @Test
  void instantsOfAllYearsAreRead() {
    assertThat(PgTimes.instant("2015-06-01T10:00:00.123456Z"))
        .isEqualTo(Instant.parse("2015-06-01T10:00:00.123456Z"));
    assertThat(PgTimes.instant("10000-01-10T00:00:00.000000Z"))
        .isEqualTo(Instant.parse("+10000-01-10T00:00:00Z"));
    assertThat(PgTimes.instant("infinity")).isAfter(Instant.parse("+10000-01-10T00:00:00Z"));
  }
}
