package council.framework.opendata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.opendata.domain.CallOffFacts.CallOff;
import council.framework.opendata.domain.CallOffFacts.Framework;
import council.framework.opendata.domain.Ocds.Period;
import council.framework.opendata.domain.Ocds.Release;
import council.framework.opendata.domain.Ocds.Value;
import council.framework.opendata.domain.OpenFacts.Lot;
import council.framework.opendata.domain.OpenFacts.Supplier;
import council.framework.scheme.OpenData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CallOffReleasesTest {
  private static final LocalDate AWARDED = LocalDate.of(2016, 2, 1);
  private static final LocalDate FROM = LocalDate.of(2016, 2, 15);
  private static final LocalDate UNTIL = LocalDate.of(2017, 2, 15);
  private static final LocalDate TODAY = LocalDate.of(2020, 1, 1);

  private String method = "RANKED_OFFER";
  private @Nullable LocalDate ended;
  private String givenBack = "0.00";
  private @Nullable Framework framework = new Framework("0190", "R-2015", "A round");

  private List<Release> releases(LocalDate today) {
    return CallOffReleases.of(
        new CallOffFacts(
            new OpenData("ocds-abc123", "A council", null, null),
            new CallOff(
                "0191",
                "B-1",
                "NEW",
                method,
                AWARDED,
                FROM,
                UNTIL,
                ended,
                new BigDecimal("5200.00"),
                new BigDecimal(givenBack)),
            framework,
            new Lot("Z1", "North", "Z1"),
            new Supplier("P1", "One", null)),
        today);
  }

  private static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  @Test
  void aCallOffIsAProcessOfItsOwnWithinItsFramework() {
    Release release = releases(TODAY).getFirst();

    assertThat(releases(TODAY)).hasSize(1);
    assertThat(release.ocid()).isEqualTo("ocds-abc123-call-off-B-1");
    assertThat(release.tag()).containsExactly("award", "contract");
    assertThat(there(release.relatedProcesses()).getFirst().relationship())
        .containsExactly("framework");
    assertThat(there(release.relatedProcesses()).getFirst().identifier())
        .isEqualTo("ocds-abc123-framework-R-2015");
    assertThat(there(release.awards()).getFirst().value())
        .isEqualTo(new Value(new BigDecimal("5200.00"), "GBP"));
    assertThat(there(release.awards()).getFirst().relatedLots())
        .containsExactly(there(release.tender().lots()).getFirst().id());
    assertThat(there(release.contracts()).getFirst().awardID())
        .isEqualTo(there(release.awards()).getFirst().id());
  }

  @Test
  void aCompetitionIsSelectiveAndEverythingElseDirect() {
    assertThat(releases(TODAY).getFirst().tender().procurementMethod()).isEqualTo("direct");
    method = "MINI_COMPETITION";
    assertThat(releases(TODAY).getFirst().tender().procurementMethod()).isEqualTo("selective");
  }

  @Test
  void anEarlyEndIsToldOnceItHasComeAndDoesNotChangeTheAward() {
    List<Release> before = releases(TODAY);
    ended = LocalDate.of(2016, 8, 15);
    givenBack = "2600.00";

    assertThat(releases(LocalDate.of(2016, 8, 14))).isEqualTo(before);
    assertThat(releases(TODAY).getFirst()).isEqualTo(before.getFirst());
    Release end = releases(TODAY).getLast();
    assertThat(end.tag()).containsExactly("contractTermination");
    assertThat(there(end.contracts()).getFirst().status()).isEqualTo("terminated");
    assertThat(there(there(end.contracts()).getFirst().value()).amount()).isEqualTo("2600.00");
    assertThat(there(end.contracts()).getFirst().period())
        .isEqualTo(new Period("2016-02-15T00:00:00Z", "2016-08-14T23:59:59Z"));
  }

  @Test
  void nothingIsToldBeforeItsDay() {
    assertThat(releases(AWARDED.minusDays(1))).isEmpty();
    assertThat(releases(AWARDED)).hasSize(1);
  }

  @Test
  void aFrameworkThatIsNotKnownIsNotNamed() {
    framework = null;

    assertThat(releases(TODAY).getFirst().relatedProcesses()).isNull();
  }
}
