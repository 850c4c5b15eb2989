package council.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import council.platform.problem.Problem;
import council.platform.scheme.Condition;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenSchemeTest {
  private static final SchemeReader READER = SchemeReader.of(Garden.SECTIONS);

  @TempDir Path folder;

  @Test
  void aTypoInAKeyIsToldWithItsPlaceAndTheNearestName() {
    Problem problem =
        only(with("            beds: 4", "            bedds: 4"), "UNKNOWN_KEY", "MISSING");
    assertThat(problem.path()).isEqualTo("garden.plots.P1.bedds");
    assertThat(problem.value()).isEqualTo("bedds");
    assertThat(problem.expected()).contains("title, zone, beds");
    assertThat(problem.message()).contains("did you mean \"beds\"?", "(line 19, column 7)");
  }

  @Test
  void aMissingKeyIsToldAtTheObjectThatLacksIt() {
    Problem problem = only(with("      zone: LAN\n", ""), "MISSING");
    assertThat(problem.path()).isEqualTo("garden.plots.P1.zone");
    assertThat(problem.message())
        .startsWith("Expected text, but it is missing")
        .contains("(line 15, column 5)");
  }

  @Test
  void aKeyWithoutAValueIsMissing() {
    assertThat(only(with("zone: LAN", "zone:"), "MISSING").path())
        .isEqualTo("garden.plots.P1.zone");
  }

  @Test
  void aCapOfZeroIsOutOfRange() {
    Problem problem = only(with("beds: 4", "beds: 4\n      cap: 0"), "OUT_OF_RANGE");
    assertThat(problem.path()).isEqualTo("garden.plots.P1.cap");
    assertThat(problem.value()).isEqualTo("0");
    assertThat(problem.message()).contains("of at least 1, but found the number 0");
  }

  @Test
  void aConditionIsAPlainText() {
    String given = with("beds: 4", "beds: 4\n      wateredWhen: plot.DRY && plot.DAYS > 3");
    SchemeReading reading = READER.read(given);
    assertThat(reading.problems()).isEmpty();
    SchemeDocument scheme = reading.getScheme();
    assertThat(
            Objects.requireNonNull(scheme.findSection(Garden.class).orElseThrow().plots().get("P1"))
                .wateredWhen())
        .isEqualTo(new Condition("plot.DRY && plot.DAYS > 3"));
    assertThat(READER.read(scheme.canonical()).getScheme().contentHash())
        .isEqualTo(scheme.contentHash());
    assertThat(codes(with("beds: 4", "beds: 4\n      wateredWhen: '  '")))
        .containsExactly("WRONG_TYPE");
  }

  @Test
  void boundsAreInclusiveAndExact() {
    assertThat(READER.read(with("rent: 1.50", "rent: 99.99")).problems()).isEmpty();
    assertThat(READER.read(with("rent: 1.50", "rent: 0")).problems()).isEmpty();
    assertThat(codes(with("rent: 1.50", "rent: 99.990000000000000001")))
        .containsExactly("OUT_OF_RANGE");
    assertThat(codes(with("rent: 1.50", "rent: -0.01"))).containsExactly("OUT_OF_RANGE");
    assertThat(codes(with("litres: 900", "litres: 9007199254740992")))
        .containsExactly("OUT_OF_RANGE");
    assertThat(codes(with("beds: 4", "beds: 1e99"))).containsExactly("OUT_OF_RANGE");
  }

  @Test
  void datesOfAnotherCenturyAreOutOfRange() {
    assertThat(READER.read(with("2015-07-01", "1900-01-01")).problems()).isEmpty();
    assertThat(READER.read(with("2015-07-01", "2200-12-31")).problems()).isEmpty();
    for (String date : List.of("1899-12-31", "2201-01-01", "'+999999999-12-31'", "-0001-01-01")) {
      Problem problem = only(with("2015-07-01", date), "OUT_OF_RANGE");
      assertThat(problem.expected()).contains("in the years 1900 to 2200");
    }
  }

  @Test
  void textsKeepToTheRule() {
    assertThat(
            READER
                .read(with("note: the documents leave the size open", "note: \"a\\n\\tb\""))
                .problems())
        .isEmpty();
    List<String> broken =
        List.of("\"L\\0AN\"", "\"L\\u202eAN\"", "\"L\\u0007AN\"", "x".repeat(4001));
    for (String text : broken) {
      Problem problem = only(with("      zone: LAN", "      zone: " + text), "BAD_TEXT");
      assertThat(problem.path()).isEqualTo("garden.plots.P1.zone");
      assertThat(problem.value()).hasSizeLessThanOrEqualTo(60).doesNotContain("\u0000");
    }
  }

  @Test
  void keysKeepToTheRule() {
    for (String key : List.of("\"P\\01\"", "\" P1\"", "\"P\\n1\"", "P".repeat(201))) {
      Problem problem = only(with("    P1:\n", "    " + key + ":\n"), "BAD_TEXT");
      assertThat(problem.path()).startsWith("garden.plots.").doesNotContain("\u0000");
    }
  }

  @Test
  void wrongTypesAreTold() {
    assertThat(codes(with("beds: 4", "beds: four"))).containsExactly("WRONG_TYPE");
    assertThat(codes(with("beds: 4", "beds: 4.5"))).containsExactly("WRONG_TYPE");
    assertThat(codes(with("beds: 4", "beds: \"4\""))).containsExactly("WRONG_TYPE");
    assertThat(codes(with("beds: 4", "beds: 4\n      fenced: yes"))).containsExactly("WRONG_TYPE");
    assertThat(codes(with("2015-07-01", "2015-02-30"))).containsExactly("WRONG_TYPE");
    assertThat(codes(with("[NEIGHBOUR, TENANT]", "NEIGHBOUR"))).containsExactly("WRONG_TYPE");
    assertThat(codes(with("watering: WELL", "watering: 7"))).containsExactly("WRONG_TYPE");
    assertThat(codes("[]")).containsExactly("WRONG_TYPE");
    assertThat(codes("")).containsExactly("WRONG_TYPE");
    assertThat(
            codes(Garden.DOCUMENT.substring(0, Garden.DOCUMENT.indexOf("garden:")) + "garden: 7"))
        .containsExactly("WRONG_TYPE");
  }

  @Test
  void aNumberWhereTextBelongsIsToldHowToWriteIt() {
    Problem problem = only(with("title: By the gate", "title: 2015"), "WRONG_TYPE");
    assertThat(problem.message()).contains("put it in quotes");
  }

  @Test
  void aWrongWordIsToldWithTheNearest() {
    Problem problem = only(with("ROTAVATOR", "ROTOVATOR"), "UNKNOWN_VALUE");
    assertThat(problem.path()).isEqualTo("garden.plots.P2.mode");
    assertThat(problem.message()).contains("one of HAND, ROTAVATOR", "did you mean \"ROTAVATOR\"?");
    assertThat(only(with("SPRING: 2", "SPRONG: 2"), "UNKNOWN_VALUE").path())
        .isEqualTo("garden.bedsBySeason.SPRONG");
  }

  @Test
  void aWrongKindIsToldWithTheNearest() {
    Problem problem = only(with("kind: MAINS", "kind: MAIN"), "UNKNOWN_VALUE");
    assertThat(problem.path()).isEqualTo("garden.plots.P1.watering.kind");
    assertThat(problem.message()).contains("RAIN_BARREL, MAINS, WELL", "did you mean \"MAINS\"?");
    assertThat(codes(with("kind: MAINS, ", ""))).containsExactly("MISSING");
    assertThat(codes(with("kind: MAINS", "kind: WELL"))).containsExactly("UNKNOWN_KEY");
  }

  @Test
  void aBareKindMustNotNeedMore() {
    assertThat(only(with("watering: WELL", "watering: MAINS"), "MISSING").path())
        .isEqualTo("garden.plots.P2.watering.pricePerLitre");
  }

  @Test
  void aDuplicateKeyIsToldWithBothPlaces() {
    Problem problem = only(with("beds: 4", "beds: 4\n      beds: 5"), "DUPLICATE_KEY");
    assertThat(problem.path()).isEqualTo("garden.plots.P1.beds");
    assertThat(problem.message()).contains("line 19", "line 20");
    assertThat(codes(Garden.DOCUMENT + "garden: {}\n")).containsExactly("DUPLICATE_KEY");
  }

  @Test
  void aValueStandsOnceInASet() {
    assertThat(only(with("[NEIGHBOUR, TENANT]", "[TENANT, TENANT]"), "DUPLICATE_VALUE").path())
        .isEqualTo("garden.helpers[1]");
  }

  @Test
  void aSectionWithoutItsModuleIsRefusedWithTheReason() {
    Problem problem = only(Garden.DOCUMENT + "payments: {}\n", "UNKNOWN_SECTION");
    assertThat(problem.path()).isEqualTo("payments");
    assertThat(problem.message()).contains("no module of that name is on this instance");
    assertThat(only(with("garden:", "gardn:"), "UNKNOWN_SECTION").message())
        .contains("did you mean \"garden\"?");
  }

  @Test
  void weightsThatDoNotAddUpAreToldByTheSectionsOwnCheck() {
    Problem problem = only(with("percent: 60", "percent: 50"), "WEIGHTS_NOT_100");
    assertThat(problem.message())
        .isEqualTo("Expected 100 in all, but found 90 (line 32, column 3).");
  }

  @Test
  void aSectionIsCheckedAgainstTheOthers() {
    assertThat(only(with("zone: WYR\n      beds", "zone: BLA\n      beds"), "UNKNOWN_ZONE").path())
        .isEqualTo("garden.plots.P2.zone");
  }

  @Test
  void whatARecordItselfRefusesIsToldAtItsPath() {
    Problem problem = only(with("beds: 4", "beds: 4\n      tenant: \" \""), "INVALID");
    assertThat(problem.path()).isEqualTo("garden.plots.P1");
    assertThat(problem.message())
        .startsWith("Expected a tenant with a name, but it is blank (line 15");
  }

  @Test
  void severalProblemsAreToldAtOnceInStableOrder() {
    String broken =
        Garden.DOCUMENT
            .replace("title: \"Gardens 2015\"", "titel: \"Gardens 2015\"")
            .replace("beds: 4", "beds: 0")
            .replace("ROTAVATOR", "ROTOVATOR")
            .replace("rent: 1.50", "rent: much")
            .replace("North:", "7th:");
    List<Problem> problems = READER.read(broken).problems();
    assertThat(problems)
        .extracting(Problem::code, Problem::path)
        .containsExactly(
            tuple("OUT_OF_RANGE", "garden.plots.P1.beds"),
            tuple("UNKNOWN_VALUE", "garden.plots.P2.mode"),
            tuple("WRONG_TYPE", "garden.rent"),
            tuple("BAD_CODE", "geography.areas.7th"),
            tuple("UNKNOWN_KEY", "titel"),
            tuple("MISSING", "title"));
    assertThat(READER.read(broken).problems()).isEqualTo(problems);
  }

  /** One of each kind of problem, in every part of a document. */
  @Test
  void aTerriblyBrokenDocumentIsToldAtOnceWithPlacesValuesAndNearestNames() {
    String broken =
        Garden.DOCUMENT
                .replace(
                    "effectiveFrom: 2015-06-01",
                    "effectivFrom: 2015-06-01\npublication: {byFile: ALLWAYS}")
                .replace("LAN: {title: Lancaster}", "LAN: {titel: Lancaster}")
                .replace("beds: 4", "beds: 41")
                .replace("letFrom: 2015-07-01", "letFrom: 2015-02-30")
                .replace("kind: MAINS, pricePerLitre", "kind: MAINS, pricePerLiter")
                .replace("litres: 0\n", "litres: none\n")
                .replace("mode: ROTAVATOR", "mode: ROTAVATR")
                .replace("helpers: [NEIGHBOUR, TENANT]", "helpers: [TENANT, TENANT]")
                .replace("rent: 1.50", "rent: 100")
            + """
            gardens: {}
            extends: [allotment]
            examples:
              - {name: One, decision: garden.letings, facts: {a: 1}, expected: {}}
              - {name: One, decision: garden.letting, facts: {plot: P1}, expected: {}}
            """;
    List<Problem> problems =
        SchemeReader.of(Garden.SECTIONS, List.of(new LetPlot())).read(broken).problems();
    assertThat(problems)
        .extracting(Problem::code, Problem::path)
        .containsExactlyInAnyOrder(
            tuple("EXPECTS_NOTHING", "examples[0].expected"),
            tuple("EXPECTS_NOTHING", "examples[1].expected"),
            tuple("UNKNOWN_KEY", "effectivFrom"),
            tuple("MISSING", "effectiveFrom"),
            tuple("UNKNOWN_VALUE", "publication.byFile"),
            tuple("UNKNOWN_KEY", "geography.areas.North.zones.LAN.titel"),
            tuple("MISSING", "geography.areas.North.zones.LAN.title"),
            tuple("OUT_OF_RANGE", "garden.plots.P1.beds"),
            tuple("WRONG_TYPE", "garden.plots.P1.letFrom"),
            tuple("UNKNOWN_KEY", "garden.plots.P1.watering.pricePerLiter"),
            tuple("MISSING", "garden.plots.P1.watering.pricePerLitre"),
            tuple("WRONG_TYPE", "garden.plots.P2.litres"),
            tuple("UNKNOWN_VALUE", "garden.plots.P2.mode"),
            tuple("DUPLICATE_VALUE", "garden.helpers[1]"),
            tuple("OUT_OF_RANGE", "garden.rent"),
            tuple("UNKNOWN_SECTION", "gardens"),
            tuple("UNKNOWN_TEMPLATE", "extends[0].template"),
            tuple("UNKNOWN_VALUE", "examples[0].decision"),
            tuple("DUPLICATE_EXAMPLE", "examples[1].name"),
            tuple("MISSING", "examples[1].facts.date"),
            tuple("MISSING", "examples[1].facts.applicants"));
    assertThat(problems)
        .allMatch(problem -> problem.expected() != null)
        .allMatch(problem -> problem.value() != null || problem.code().equals("MISSING"))
        .allMatch(problem -> problem.message().contains("(line "));
    assertThat(problems)
        .filteredOn(problem -> problem.message().contains("did you mean"))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "effectivFrom",
            "publication.byFile",
            "geography.areas.North.zones.LAN.titel",
            "garden.plots.P1.watering.pricePerLiter",
            "garden.plots.P2.mode",
            "gardens",
            "examples[0].decision");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin =
        Garden.DOCUMENT.replace("By the gate", "Caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(READER.read(latin).problems()).extracting(Problem::code).containsExactly("NOT_UTF8");
    byte[] utf16 = Garden.DOCUMENT.getBytes(StandardCharsets.UTF_16);
    assertThat(READER.read(utf16).problems()).extracting(Problem::code).containsExactly("NOT_UTF8");
  }

  @Test
  void aFileOfFiftyMegabytesIsRefusedWithoutBeingRead() throws IOException {
    Path file = folder.resolve("scheme.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(50L * 1024 * 1024);
    }
    assertThat(READER.readFile(file).problems())
        .extracting(Problem::code)
        .containsExactly("TOO_LARGE");
    assertThat(codes("# " + "x".repeat(SchemeReader.MAX_BYTES))).containsExactly("TOO_LARGE");
  }

  @Test
  void anAliasBombDoesNotGoOff() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String before = "*a" + (i - 1) + ", ";
      bomb.append("a%d: &a%d [%s*a%d]%n".formatted(i, i, before.repeat(9), i - 1));
    }
    assertThat(codes(bomb.toString())).contains("ALIAS_NOT_ALLOWED");
    assertThat(codes("a: &a [*a]")).contains("ALIAS_NOT_ALLOWED");
  }

  @Test
  void anAliasIsToldOnceAndNotAsAMissingValue() {
    assertThat(
            codes(
                with("zone: LAN", "zone: &z LAN")
                    .replace("zone: WYR\n      beds", "zone: *z\n      beds")))
        .containsExactly("ALIAS_NOT_ALLOWED");
  }

  @Test
  void tagsAreRefused() {
    Problem problem =
        only(
            with("title: By the gate", "title: !!java.net.URL [http://example.org]"),
            "TAG_NOT_ALLOWED",
            "WRONG_TYPE");
    assertThat(problem.value()).contains("java.net.URL");
    assertThat(codes(with("beds: 4", "beds: !!int \"4\""))).contains("TAG_NOT_ALLOWED");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(codes("[".repeat(100_000))).containsAnyOf("TOO_LARGE", "NOT_YAML");
    assertThat(codes("[".repeat(60) + "]".repeat(60))).containsExactly("TOO_LARGE");
  }

  @Test
  void whatIsNoYamlIsToldWithItsPlace() {
    Problem problem = only("council: [lancashire\ntitle: x\n", "NOT_YAML");
    assertThat(problem.message()).contains("line 2");
    assertThat(codes("council: \u0007")).containsExactly("NOT_YAML");
    assertThat(codes("a: 1\n---\nb: 2\n")).contains("NOT_YAML");
    assertThat(codes("council: %x")).contains("NOT_YAML");
  }

  @Test
  void aVeryBrokenDocumentIsToldInPart() {
    StringBuilder keys = new StringBuilder(Garden.DOCUMENT);
    for (int i = 0; i < 2000; i++) {
      keys.append("x").append(i).append(": 1\n");
    }
    List<Problem> problems = READER.read(keys.toString()).problems();
    assertThat(problems).hasSize(501);
    assertThat(problems.getLast().code()).isEqualTo("TOO_MANY_PROBLEMS");
  }

  @Test
  void aRemarkMustBeText() {
    assertThat(only(with("note: everything about gardens", "note: 7"), "WRONG_TYPE").path())
        .isEqualTo("garden.note");
  }

  @Test
  void anOverrideOfNothingIsToldWithTheNearestName() {
    assertThat(override("garden.plots.P1.bedds", "7").message()).contains("did you mean \"beds\"?");
    assertThat(override("garden.plots.P9.beds", "7").expected()).isEqualTo("one of P1, P2");
    assertThat(override("gardens.rent", "7").message()).contains("did you mean \"garden\"?");
    assertThat(override("garden.crops[2].percent", "7").path())
        .isEqualTo("garden.crops[2].percent");
    assertThat(override("garden.rent.pence", "7").code()).isEqualTo("UNKNOWN_PATH");
  }

  @Test
  void anOverrideIsCheckedLikeTheDocument() {
    SchemeReader reader =
        READER.withOverrides(Map.of("garden.plots.P1.beds", "0", "garden.rent", "[1"));
    assertThat(reader.read(Garden.DOCUMENT).problems())
        .extracting(Problem::code, Problem::path)
        .containsExactly(
            tuple("OUT_OF_RANGE", "garden.plots.P1.beds"), tuple("NOT_YAML", "garden.rent"));
  }

  private static Problem override(String path, String value) {
    List<Problem> problems =
        READER.withOverrides(Map.of(path, value)).read(Garden.DOCUMENT).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  private static String with(String text, String replacement) {
    String changed = Garden.DOCUMENT.replace(text.strip(), replacement.strip());
    assertThat(changed).isNotEqualTo(Garden.DOCUMENT);
    return changed;
  }

  private static List<String> codes(String document) {
    return READER.read(document).problems().stream().map(Problem::code).toList();
  }

  private static Problem only(String document, String... codes) {
    List<Problem> problems = READER.read(document).problems();
    assertThat(problems).extracting(Problem::code).containsExactlyInAnyOrder(codes);
    return problems.stream()
        .filter(problem -> problem.code().equals(codes[0]))
        .findFirst()
        .orElseThrow();
  }
}
