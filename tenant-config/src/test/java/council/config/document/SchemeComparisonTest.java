package council.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import council.config.document.SchemeChange.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SchemeComparisonTest {
  private static final SchemeReader READER =
      SchemeReader.of(Garden.SECTIONS, List.of(new LetPlot()));

  /** Each changes another value of the document to one that it does not have, for any seed. */
  private static final Map<String, String> EDITS =
      Map.ofEntries(
          Map.entry("title", "Other"),
          Map.entry("effectiveFrom", "2016-01-01"),
          Map.entry("publication.simulation", "OPTIONAL"),
          Map.entry("geography.areas.North.zones.WYR.title", "Wyre Forest"),
          Map.entry("garden.plots.P1.title", "Gate"),
          Map.entry("garden.plots.P1.beds", "7"),
          Map.entry("garden.plots.P1.tenant", "Ann"),
          Map.entry("garden.plots.P1.cap", "3"),
          Map.entry("garden.plots.P1.fenced", "false"),
          Map.entry("garden.plots.P1.watering.pricePerLitre", "0.2"),
          Map.entry("garden.plots.P2.watering", "MAINS2"),
          Map.entry("garden.plots.P2.parts", "[]"),
          Map.entry("garden.plots.P2.letFrom", "2020-01-01"),
          Map.entry("garden.crops[0].percent", "30"),
          Map.entry("garden.crops[1].percent", "70"),
          Map.entry("garden.helpers", "[TENANT]"),
          Map.entry("garden.closedOn", "[2015-12-24]"),
          Map.entry("garden.rent", "3"),
          Map.entry("garden.bedsBySeason.SUMMER", "9"));

  @Test
  void equalDocumentsHaveNoDifferences() {
    SchemeDocument scheme = READER.read(Garden.DOCUMENT).getScheme();
    assertThat(compare(scheme, scheme)).isEmpty();
    assertThat(compare(scheme, READER.read(scheme.canonical()).getScheme())).isEmpty();
  }

  @Test
  void someEditsGiveExactlyTheseChanges() {
    for (long seed = 0; seed < 300; seed++) {
      List<String> paths = new ArrayList<>(EDITS.keySet());
      Collections.sort(paths);
      Collections.shuffle(paths, new Random(seed));
      Map<String, String> edits = new LinkedHashMap<>();
      paths.subList(0, (int) (seed % paths.size())).forEach(p -> edits.put(p, value(p)));
      keepTheSumOfCrops(edits);
      SchemeDocument before = READER.read(Garden.DOCUMENT).getScheme();
      SchemeDocument after = READER.withOverrides(edits).read(Garden.DOCUMENT).getScheme();
      assertThat(compare(before, after))
          .as("seed %d", seed)
          .extracting(SchemeChange::path)
          .containsExactlyInAnyOrderElementsOf(
              edits.keySet().stream().map(SchemeComparisonTest::byCode).toList());
      assertThat(compare(after, before)).hasSameSizeAs(compare(before, after));
    }
  }

  private static String value(String path) {
    return EDITS.getOrDefault(path, "").replace("MAINS2", "{kind: MAINS, pricePerLitre: 1}");
  }

  private static String byCode(String path) {
    return path.replace("crops[0]", "crops[BEANS]").replace("crops[1]", "crops[LEEKS]");
  }

  private static void keepTheSumOfCrops(Map<String, String> edits) {
    if (edits.containsKey("garden.crops[0].percent")
        != edits.containsKey("garden.crops[1].percent")) {
      edits.remove("garden.crops[0].percent");
      edits.remove("garden.crops[1].percent");
    }
  }

  @Test
  void aChangeTellsWhatItIsAndWhatItAffects() {
    SchemeChange change = only("rent: 1.50", "rent: 2.50");
    assertThat(change)
        .isEqualTo(
            new SchemeChange(
                "garden.rent",
                Change.CHANGED,
                "Rent in GBP for a square metre and year",
                "\"1.5\"",
                "\"2.5\"",
                List.of("garden.letting"),
                List.of()));
    SchemeChange bed = only("beds: 4", "beds: 5");
    assertThat(bed.title()).isEqualTo("Plots by code");
    assertThat(bed.rules()).containsExactly("TST-01");
    assertThat(only("{title: Wyre}", "{title: Weir}").affects()).isEmpty();
    assertThat(only("council: lancashire", "council: kent").affects()).isEmpty();
  }

  @Test
  void anAddedEntryIsOneChange() {
    String more =
        Garden.DOCUMENT.replace(
            "  crops:\n", "    P3: {title: New, zone: LAN, beds: 1, litres: 2}\n  crops:\n");
    List<SchemeChange> changes = compare(Garden.DOCUMENT, more);
    assertThat(changes)
        .extracting(SchemeChange::path, SchemeChange::change, SchemeChange::before)
        .containsExactly(tuple("garden.plots.P3", Change.ADDED, null));
    assertThat(changes.getFirst().after()).contains("\"title\":\"New\"");
    assertThat(compare(more, Garden.DOCUMENT))
        .extracting(SchemeChange::path, SchemeChange::change, SchemeChange::after)
        .containsExactly(tuple("garden.plots.P3", Change.REMOVED, null));
  }

  @Test
  void itemsAreMatchedByCodeAndAnotherOrderIsAChangeOfTheList() {
    String turned =
        Garden.DOCUMENT
            .replace("{code: BEANS, percent: 60}", "{code: X}")
            .replace("{code: LEEKS, percent: 40}", "{code: BEANS, percent: 60}")
            .replace("{code: X}", "{code: LEEKS, percent: 40}");
    assertThat(compare(Garden.DOCUMENT, turned))
        .extracting(SchemeChange::path, SchemeChange::change)
        .containsExactly(tuple("garden.crops", Change.CHANGED));
    String other =
        Garden.DOCUMENT.replace("{code: LEEKS, percent: 40}", "{code: PEAS, percent: 40}");
    assertThat(compare(Garden.DOCUMENT, other))
        .extracting(SchemeChange::path, SchemeChange::change)
        .containsExactly(
            tuple("garden.crops[LEEKS]", Change.REMOVED),
            tuple("garden.crops[PEAS]", Change.ADDED));
  }

  @Test
  void anotherKindIsOneChange() {
    assertThat(only("watering: WELL", "watering: {kind: WELL, depthMetres: 6}").path())
        .isEqualTo("garden.plots.P2.watering.depthMetres");
    SchemeChange change = only("watering: WELL", "watering: RAIN_BARREL");
    assertThat(change.path()).isEqualTo("garden.plots.P2.watering");
    assertThat(change.before()).isEqualTo("{\"depthMetres\":5,\"kind\":\"WELL\"}");
    assertThat(change.after()).isEqualTo("{\"kind\":\"RAIN_BARREL\",\"litres\":200}");
  }

  @Test
  void aSectionThatOnlyOneHasIsOneChange() {
    String without = Garden.DOCUMENT.substring(0, Garden.DOCUMENT.indexOf("garden:"));
    assertThat(compare(Garden.DOCUMENT, without))
        .extracting(SchemeChange::path, SchemeChange::change, SchemeChange::title)
        .containsExactly(tuple("garden", Change.REMOVED, "Allotment gardens"));
  }

  private static SchemeChange only(String text, String other) {
    List<SchemeChange> changes = compare(Garden.DOCUMENT, Garden.DOCUMENT.replace(text, other));
    assertThat(changes).hasSize(1);
    return changes.getFirst();
  }

  private static List<SchemeChange> compare(String before, String after) {
    return compare(READER.read(before).getScheme(), READER.read(after).getScheme());
  }

  private static List<SchemeChange> compare(SchemeDocument before, SchemeDocument after) {
    return SchemeComparison.of(READER.model(), before, after, READER.engines());
  }
}
