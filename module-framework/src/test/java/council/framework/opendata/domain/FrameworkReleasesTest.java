package council.framework.opendata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.opendata.domain.Ocds.Award;
import council.framework.opendata.domain.Ocds.Period;
import council.framework.opendata.domain.Ocds.Release;
import council.framework.opendata.domain.Ocds.Suspended;
import council.framework.opendata.domain.OpenFacts.Exemption;
import council.framework.opendata.domain.OpenFacts.Extension;
import council.framework.opendata.domain.OpenFacts.Lot;
import council.framework.opendata.domain.OpenFacts.Place;
import council.framework.opendata.domain.OpenFacts.Round;
import council.framework.opendata.domain.OpenFacts.Supplier;
import council.framework.opendata.domain.OpenFacts.Suspension;
import council.framework.scheme.OpenData;
import council.framework.spend.domain.SpendFrameworks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FrameworkReleasesTest {
  private static final LocalDate TOLD = LocalDate.of(2015, 2, 16);
  private static final LocalDate AWARDED = LocalDate.of(2015, 3, 3);
  private static final LocalDate START = LocalDate.of(2015, 4, 1);
  private static final LocalDate END = LocalDate.of(2019, 3, 31);
  private static final LocalDate LATER = LocalDate.of(2016, 5, 1);

  private @Nullable LocalDate standstill = TOLD;
  private @Nullable LocalDate awarded = AWARDED;
  private @Nullable LocalDate cancelled;
  private LocalDate today = LocalDate.of(2020, 1, 1);
  private List<Lot> lots = List.of(new Lot("Z1", "North", "Z1"), new Lot("Z2", "South", "Z2"));
  private List<Place> places = List.of(place("a", "P1", "Z1", "TIER1", START, END.plusDays(1)));
  private List<Suspension> suspensions = List.of();
  private List<Exemption> exemptions = List.of();
  private List<Extension> extensions = List.of();
  private LocalDate end = END;
  private String reference = "R-2015";

  private static Place place(
      String id, String supplier, String lot, String tier, LocalDate from, LocalDate until) {
    return new Place(id, supplier, lot, tier, 1, from, until);
  }

  private OpenFacts facts() {
    return new OpenFacts(
        new OpenData("ocds-abc123", "A council", "GB-LAE-ABC", null),
        new Round(
            "0190",
            reference,
            "X",
            "A round",
            standstill,
            TOLD.plusDays(10),
            awarded,
            cancelled,
            START,
            end,
            7),
        SpendFrameworks.vehicle(null),
        lots,
        Map.of(
            "P1", new Supplier("P1", "One Ltd", "01234567"), "P2", new Supplier("P2", "Two", null)),
        places,
        suspensions,
        exemptions,
        extensions);
  }

  private List<Release> releases() {
    return FrameworkReleases.of(facts(), today);
  }

  private List<String> ids() {
    return releases().stream().map(Release::id).toList();
  }

  private List<Award> awardsOn(LocalDate day) {
    return releases().stream()
        .filter(release -> release.date().startsWith(day.toString()))
        .map(Release::awards)
        .findFirst()
        .orElseThrow();
  }

  private static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  @Test
  void nothingIsToldBeforeTheStandstill() {
    standstill = null;
    awarded = null;

    assertThat(releases()).isEmpty();
  }

  @Test
  void inTheStandstillTheTenderIsToldAndNobodysNameButTheBuyers() {
    awarded = null;

    assertThat(ids()).containsExactly("ocds-abc123-framework-R-2015-2015-02-16-tender");
    Release release = releases().getFirst();
    assertThat(release.awards()).isNull();
    assertThat(release.parties()).extracting(Ocds.Party::name).containsExactly("A council");
    assertThat(release.tender().numberOfTenderers()).isNull();
    assertThat(release.tender().status()).isEqualTo("active");
  }

  @Test
  void aRoundThatEndsWithoutAnAwardIsToldAsCancelled() {
    awarded = null;
    cancelled = LocalDate.of(2015, 2, 20);

    assertThat(releases())
        .extracting(Release::tag)
        .containsExactly(List.of("tender"), List.of("tenderCancellation"));
    assertThat(releases().getLast().tender().status()).isEqualTo("cancelled");
  }

  @Test
  void anAwardTellsPlacesThatHoldFromALaterDayToo() {
    assertThat(ids())
        .containsExactly(
            "ocds-abc123-framework-R-2015-2015-02-16-tender",
            "ocds-abc123-framework-R-2015-2015-03-03-award");
    Award award = awardsOn(AWARDED).getFirst();
    assertThat(award.id()).isEqualTo("Z1-P1");
    assertThat(award.status()).isEqualTo("active");
    assertThat(award.suppliers().getFirst().id()).isEqualTo("GB-COH-01234567");
    assertThat(award.relatedLots()).containsExactly("Z1");
    assertThat(award.contractPeriod())
        .isEqualTo(new Period("2015-04-01T00:00:00Z", "2019-03-31T23:59:59Z"));
  }

  @Test
  void aMoveToAnotherTierIsAnUpdateWhichTheAwardBeforeDoesNotKnow() {
    places =
        List.of(
            place("a", "P1", "Z1", "TIER1", START, LATER),
            place("b", "P1", "Z1", "TIER2", LATER, END.plusDays(1)));

    assertThat(ids()).last().isEqualTo("ocds-abc123-framework-R-2015-2016-05-01-awardUpdate");
    assertThat(awardsOn(AWARDED).getFirst().places())
        .containsExactly(
            new Ocds.Place(
                "a", "TIER1", 1, new Period("2015-04-01T00:00:00Z", "2019-03-31T23:59:59Z")));
    assertThat(awardsOn(LATER).getFirst().places())
        .containsExactly(
            new Ocds.Place(
                "a", "TIER1", 1, new Period("2015-04-01T00:00:00Z", "2016-04-30T23:59:59Z")),
            new Ocds.Place(
                "b", "TIER2", 1, new Period("2016-05-01T00:00:00Z", "2019-03-31T23:59:59Z")));
    assertThat(awardsOn(LATER).getFirst().status()).isEqualTo("active");
  }

  @Test
  void aPlaceThatEndsEarlyIsCancelledAndOneThatEndsWithTheFrameworkIsNot() {
    places =
        List.of(
            place("a", "P1", "Z1", "TIER1", START, LATER),
            place("b", "P2", "Z1", "TIER1", START, END.plusDays(1)));

    assertThat(awardsOn(LATER)).extracting(Award::status).containsExactly("cancelled", "active");
    assertThat(awardsOn(AWARDED)).extracting(Award::status).containsOnly("active");
    assertThat(releases()).hasSize(3);
  }

  @Test
  void whatHasNotComeIsNotTold() {
    places = List.of(place("a", "P1", "Z1", "TIER1", START, LATER));
    today = LATER.minusDays(1);
    assertThat(releases()).hasSize(2);
    today = LATER;
    assertThat(releases()).hasSize(3);
  }

  @Test
  void aSuspensionIsToldFromItsFirstDayAndItsEndOnceItHasCome() {
    suspensions =
        List.of(
            new Suspension("s", "P1", "NEW_BUSINESS", LATER, LATER.plusDays(30)),
            new Suspension("taken back", "P1", "BOTH", LATER, LATER));

    assertThat(awardsOn(AWARDED).getFirst().suspensions()).isNull();
    assertThat(awardsOn(LATER).getFirst().suspensions())
        .containsExactly(
            new Suspended("s", "NEW_BUSINESS", new Period("2016-05-01T00:00:00Z", null)));
    assertThat(awardsOn(LATER.plusDays(30)).getFirst().suspensions())
        .containsExactly(
            new Suspended(
                "s", "NEW_BUSINESS", new Period("2016-05-01T00:00:00Z", "2016-05-30T23:59:59Z")));
  }

  @Test
  void exemptionsAreCountedByLotAndKind() {
    exemptions =
        List.of(
            new Exemption("Z1", "FAMILY", AWARDED, null),
            new Exemption("Z1", "FAMILY", AWARDED, LATER),
            new Exemption("Z2", null, AWARDED, null));

    assertThat(there(releases().get(1).tender().framework()).exemptions())
        .containsExactly(
            new Ocds.Exempt("Z1-FAMILY", "Z1", "FAMILY", 2), new Ocds.Exempt("Z2", "Z2", null, 1));
    assertThat(there(releases().get(2).tender().framework()).exemptions())
        .extracting(Ocds.Exempt::locations)
        .containsExactly(1, 1);
  }

  @Test
  void aPlaceOfAZoneIsInAllLotsOfTheZone() {
    lots =
        List.of(
            new Lot("Z1:OP", "North: older people", "Z1"),
            new Lot("Z1:MH", "North: mental health", "Z1"),
            new Lot("Z2:OP", "South: older people", "Z2"));

    assertThat(awardsOn(AWARDED).getFirst().relatedLots()).containsExactly("Z1:OP", "Z1:MH");
  }

  @Test
  void aReferenceThatCannotStandInAnIdIsReplaced() {
    reference = "Round #1";

    assertThat(releases().getFirst().ocid()).isEqualTo("ocds-abc123-framework-0190");
  }

  /** Seeded: the order in which facts are read does not matter, and no release ever changes. */
  @Test
  void theSameFactsInAnyOrderGiveTheSameReleasesAndOldOnesStay() {
    Random random = new Random(7);
    List<Release> before = List.of();
    List<Place> kept = new ArrayList<>(places);
    for (int i = 0; i < 40; i++) {
      LocalDate day = START.plusDays(20L * i + 1);
      String lot = random.nextBoolean() ? "Z1" : "Z2";
      kept.add(place("p" + i, "P2", lot, "TIER1", day, END.plusDays(1)));
      places = List.copyOf(kept);
      today = day;
      List<Release> now = releases();
      assertThat(now.subList(0, before.size())).isEqualTo(before);
      Collections.shuffle(kept, random);
      places = List.copyOf(kept);
      assertThat(releases()).isEqualTo(now);
      before = now;
    }
    assertThat(before).hasSize(42);
  }

  @Test
  void anOptionIsToldFromTheDayOnWhichItWasTaken() {
    LocalDate longer = END.plusYears(1);
    extensions = List.of(new Extension(LATER, END, longer));
    end = longer;
    places = List.of(place("a", "P1", "Z1", "TIER1", START, longer.plusDays(1)));

    assertThat(releases()).hasSize(3);
    assertThat(there(awardsOn(AWARDED).getFirst().contractPeriod()).endDate())
        .isEqualTo("2019-03-31T23:59:59Z");
    assertThat(there(releases().get(1).tender().contractPeriod()).endDate())
        .isEqualTo("2019-03-31T23:59:59Z");
    assertThat(there(awardsOn(LATER).getFirst().contractPeriod()).endDate())
        .isEqualTo("2020-03-31T23:59:59Z");
    assertThat(there(releases().get(2).tender().contractPeriod()).endDate())
        .isEqualTo("2020-03-31T23:59:59Z");
  }

  @Test
  void aRecordHoldsTheStateOfTheLastRelease() {
    var whole = FrameworkReleases.recordOf(releases());

    assertThat(whole.releases()).isEqualTo(releases());
    assertThat(whole.compiledRelease().tag()).containsExactly("compiled");
    assertThat(whole.compiledRelease().awards()).isEqualTo(awardsOn(AWARDED));
  }
}
