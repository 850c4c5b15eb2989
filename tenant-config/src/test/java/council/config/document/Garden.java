package council.config.document;

import council.platform.problem.Problems;
import council.platform.scheme.Condition;
import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.GeographySection;
import council.platform.scheme.Kind;
import council.platform.scheme.Range;
import council.platform.scheme.SchemeSection;
import council.platform.scheme.SchemeView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A section that uses every kind of component a scheme may have; no module has it. */
@Doc("Allotment gardens")
public record Garden(
    @Doc(value = "Plots by code", rules = "TST-01") Map<String, Plot> plots,
    @Doc("Share of each crop; adds up to 100") List<Crop> crops,
    @Doc("Who may water") @Default("[TENANT]") Set<Helper> helpers,
    @Doc("Days on which it is closed") Set<LocalDate> closedOn,
    @Doc("Rent in GBP for a square metre and year") @Range(min = "0", max = "99.99")
        BigDecimal rent,
    @Doc("Beds by season") Map<Season, Integer> bedsBySeason) {

  static final SchemeSection<Garden> SECTION =
      new SchemeSection<>("garden", Garden.class, Garden::check);

  /** The sections of the documents in these tests. */
  static final List<SchemeSection<?>> SECTIONS = List.of(GeographySection.SECTION, SECTION);

  enum Season {
    SPRING,
    SUMMER,
    AUTUMN
  }

  enum Helper {
    TENANT,
    NEIGHBOUR,
    GARDENER
  }

  record Plot(
      @Doc("Name for people") String title,
      @Doc("Zone of the geography") String zone,
      @Range(min = "1", max = "40") int beds,
      @Range(min = "0") long litres,
      @Default("true") boolean fenced,
      @Default("HAND") Mode mode,
      @Nullable String tenant,
      @Nullable @Range(min = "1") Integer cap,
      @Nullable Condition wateredWhen,
      Optional<LocalDate> letFrom,
      @Nullable Instant surveyedAt,
      @Default("P1Y") Period term,
      @Default("{kind: RAIN_BARREL}") Watering watering,
      List<Plot> parts) {
    Plot {
      if (tenant != null && tenant.isBlank()) {
        throw new IllegalArgumentException("Expected a tenant with a name, but it is blank.");
      }
    }
  }

  enum Mode {
    HAND,
    ROTAVATOR
  }

  record Crop(String code, @Range(min = "1", max = "100") int percent) {}

  sealed interface Watering {
    record RainBarrel(@Default("200") int litres) implements Watering {}

    record Mains(@Range(min = "0") BigDecimal pricePerLitre) implements Watering {}

    @Kind("WELL")
    record DugWell(@Default("5") int depthMetres) implements Watering {}
  }

  private static void check(Garden garden, SchemeView scheme, Problems problems) {
    int sum = garden.crops().stream().mapToInt(Crop::percent).sum();
    if (sum != 100) {
      problems.add(
          "WEIGHTS_NOT_100",
          "garden.crops",
          sum,
          "100",
          "Expected 100 in all, but found " + sum + ".");
    }
    Set<String> zones =
        scheme
            .findSection(GeographySection.class)
            .map(GeographySection::zoneCodes)
            .orElse(Set.of());
    garden
        .plots()
        .forEach((code, plot) -> {
          if (!zones.contains(plot.zone())) {
            problems.add(
                "UNKNOWN_ZONE",
                "garden.plots." + code + ".zone",
                plot.zone(),
                "a zone",
                "Expected a zone, but found " + plot.zone() + ".");
          }
        });
  }

  static final String DOCUMENT =
      """
      council: lancashire
      title: "Gardens 2015"
      effectiveFrom: 2015-06-01
      note: written for a test
      geography:
        areas:
          North:
            title: North
            zones:
              LAN: {title: Lancaster}
              WYR: {title: Wyre}
      garden:
        note: everything about gardens
        plots:
          P1:
            title: By the gate
            note: the documents leave the size open
            zone: LAN
            beds: 4
            litres: 900
            letFrom: 2015-07-01
            watering: {kind: MAINS, pricePerLitre: 0.10}
          P2:
            title: At the wall
            zone: WYR
            beds: 2
            litres: 0
            mode: ROTAVATOR
            watering: WELL
            parts:
              - {title: Corner, zone: WYR, beds: 1, litres: 1}
        crops:
          - {code: BEANS, percent: 60}
          - {code: LEEKS, percent: 40}
        helpers: [NEIGHBOUR, TENANT]
        closedOn: [2015-12-25, 2015-12-24]
        rent: 1.50
        bedsBySeason: {SUMMER: 3, SPRING: 2}
      """;
}
