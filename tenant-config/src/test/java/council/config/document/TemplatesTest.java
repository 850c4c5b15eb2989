package council.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import council.platform.problem.Problem;
import council.platform.scheme.SchemeTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final String ALLOTMENT =
      """
      # An allotment.
      template: allotment
      title: One plot
      note: for these tests
      parameters:
        PLOT: code of the plot
        BEDS: how many beds it has
      garden:
        plots:
          ${PLOT}:
            title: A plot
            zone: LAN
            beds: ${BEDS}
            litres: 10
            watering: {kind: MAINS, pricePerLitre: 0.5}
            tenant: ${PLOT}
        crops:
          - {code: BEANS, percent: 100}
        rent: 2
      """;

  private static final String COUNTY =
      """
      template: county
      title: A geography
      geography:
        areas:
          N: {title: North, zones: {LAN: {title: Lancaster}}}
      """;

  private static final SchemeReader READER =
      SchemeReader.of(
          Garden.SECTIONS,
          List.of(new LetPlot()),
          List.of(template("allotment", ALLOTMENT), template("county", COUNTY)));

  private static final String DOCUMENT =
      """
      council: lancashire
      title: Two plots
      effectiveFrom: 2015-06-01
      extends:
        - county
        - {template: allotment, with: {PLOT: P1, BEDS: 3}}
        - template: allotment
          note: the second
          with: {PLOT: P2, BEDS: 4}
      garden:
        plots:
          P1: {title: By the gate, tenant: null}
          P2:
            watering: {kind: WELL}
      """;

  @Test
  void aDocumentIsLaidOverItsTemplates() {
    SchemeReading reading = READER.read(DOCUMENT);
    assertThat(reading.problems()).isEmpty();
    Garden garden = reading.getScheme().findSection(Garden.class).orElseThrow();
    Garden.Plot first = Objects.requireNonNull(garden.plots().get("P1"));
    Garden.Plot second = Objects.requireNonNull(garden.plots().get("P2"));
    assertThat(first.title()).isEqualTo("By the gate");
    assertThat(first.beds()).isEqualTo(3);
    assertThat(first.tenant()).isNull();
    assertThat(second.tenant()).isEqualTo("P2");
    assertThat(second.watering()).isEqualTo(new Garden.Watering.DugWell(5));
    assertThat(garden.crops()).hasSize(1);
    assertThat(reading.getScheme().title()).isEqualTo("Two plots");
  }

  @Test
  void theCanonicalFormIsOfTheEffectiveDocument() {
    SchemeDocument scheme = READER.read(DOCUMENT).getScheme();
    assertThat(scheme.canonical()).doesNotContain("extends", "allotment");
    SchemeDocument again = READER.read(scheme.canonical()).getScheme();
    assertThat(again.contentHash()).isEqualTo(scheme.contentHash());
    assertThat(SchemeReader.of(Garden.SECTIONS).read(scheme.canonical()).getScheme().contentHash())
        .isEqualTo(scheme.contentHash());
  }

  @Test
  void everyValueHasAnOrigin() {
    List<Origin> origins = READER.read(DOCUMENT).origins();
    assertThat(origins)
        .extracting(Origin::path, Origin::value, Origin::source, Origin::template, Origin::line)
        .contains(
            tuple("title", "\"Two plots\"", Origin.Source.DOCUMENT, null, 2),
            tuple("garden.rent", "\"2\"", Origin.Source.TEMPLATE, "allotment", 19),
            tuple("garden.crops[0].percent", "100", Origin.Source.TEMPLATE, "allotment", 18),
            tuple("garden.plots.P1.title", "\"By the gate\"", Origin.Source.DOCUMENT, null, 12),
            tuple("garden.plots.P1.litres", "10", Origin.Source.TEMPLATE, "allotment", 14),
            tuple("garden.plots.P1.fenced", "true", Origin.Source.DEFAULT, null, null),
            tuple("garden.plots.P1.parts", "[]", Origin.Source.DEFAULT, null, null),
            tuple("garden.plots.P2.watering.kind", "\"WELL\"", Origin.Source.DOCUMENT, null, 14),
            tuple("garden.plots.P2.watering.depthMetres", "5", Origin.Source.DEFAULT, null, null),
            tuple("publication.byFile", "\"FIRST_VERSION\"", Origin.Source.DEFAULT, null, null),
            tuple("geography.areas.N.title", "\"North\"", Origin.Source.TEMPLATE, "county", 5));
  }

  @Test
  void aProblemInATemplateSaysSo() {
    SchemeReader broken =
        SchemeReader.of(
            Garden.SECTIONS,
            List.of(),
            List.of(
                template("county", COUNTY),
                template("allotment", ALLOTMENT.replace("rent: 2", "rent: 200"))));
    Problem problem = only(broken.read(DOCUMENT));
    assertThat(problem.path()).isEqualTo("garden.rent");
    assertThat(problem.message()).endsWith("(template allotment, line 19, column 3).");
    assertThat(only(READER.read(DOCUMENT.replace("P1: {title", "P1: {beds: 0, title"))).message())
        .endsWith("(line 12, column 10).");
    Problem given = only(READER.read(DOCUMENT.replace("BEDS: 3", "BEDS: 0")));
    assertThat(given.path()).isEqualTo("garden.plots.P1.beds");
    assertThat(given.message()).endsWith("(line 6, column 50).");
  }

  @Test
  void usesThatCannotBeAreTold() {
    told("- county", "- countys", "UNKNOWN_TEMPLATE", "extends[0].template");
    told("PLOT: P1, BEDS: 3", "PLOT: P1", "MISSING", "extends[1].with.BEDS");
    told("BEDS: 3", "BEDS: 3, BED: 4", "UNKNOWN_KEY", "extends[1].with.BED");
    told("- county", "- {with: {}}", "MISSING", "extends[0].template");
    told("- county", "- 7", "WRONG_TYPE", "extends[0]");
    assertThat(READER.read(DOCUMENT.replace("- county", "- conty")).problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("did you mean \"county\"?"));
    assertThat(READER.read(DOCUMENT.replace("extends:", "extend:")).problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("did you mean \"extends\"?"));
  }

  private static void told(String text, String other, String code, String path) {
    assertThat(DOCUMENT).contains(text);
    assertThat(READER.read(DOCUMENT.replace(text, other)).problems())
        .extracting(Problem::code, Problem::path)
        .contains(tuple(code, path));
    assertThat(READER.read(DOCUMENT.replace(text, other)).problems())
        .filteredOn(problem -> problem.path().equals(path))
        .allMatch(problem -> problem.message().contains("(line "));
  }

  @Test
  void aMissingParameterIsToldOnceAndNothingElse() {
    Problem problem = only(READER.read(DOCUMENT.replace("PLOT: P1, BEDS: 3", "PLOT: P1")));
    assertThat(problem.message()).contains("BEDS", "how many beds it has");
  }

  @Test
  void aFaultOfATemplateIsTold() {
    SchemeReader broken =
        SchemeReader.of(
            Garden.SECTIONS,
            List.of(),
            List.of(
                template("county", COUNTY.replace("title: North", "title: \"${A} and ${B}\"")),
                template("allotment", ALLOTMENT.replace("${BEDS}", "${BETS}"))));
    assertThat(broken.read(DOCUMENT).problems())
        .filteredOn(problem -> problem.code().equals("TEMPLATE_FAULT"))
        .extracting(Problem::path, Problem::message)
        .contains(
            tuple(
                "extends[0]",
                "Expected a parameter as a whole text, but found \"${A} and ${B}\" (template"
                    + " county, line 5, column 16)."),
            tuple(
                "extends[1]",
                "There is no parameter \"BETS\" (template allotment, line 13, column 13); did you"
                    + " mean \"BEDS\"?"));
  }

  @Test
  void whatRepeatsATemplateIsWarnedOf() {
    String repeated = DOCUMENT.replace("P1: {title", "P1: {beds: 3, litres: 11, title");
    assertThat(READER.read(repeated).warnings())
        .filteredOn(problem -> problem.code().equals("REPEATS_TEMPLATE"))
        .extracting(Problem::path, Problem::value)
        .containsExactly(tuple("garden.plots.P1.beds", "3"));
  }

  @Test
  void anOverrideStandsAboveTemplates() {
    SchemeReader reader = READER.withOverrides(Map.of("garden.rent", "5"));
    assertThat(reader.read(DOCUMENT).origins())
        .filteredOn(origin -> origin.path().equals("garden.rent"))
        .containsExactly(
            new Origin("garden.rent", "\"5\"", Origin.Source.DOCUMENT, null, null, null));
  }

  @Test
  void aTemplateTellsItsParameters() {
    assertThat(READER.templates())
        .extracting(Template::name)
        .containsExactly("allotment", "county");
    assertThat(READER.templates().iterator().next().parameters())
        .containsExactly(
            Map.entry("PLOT", "code of the plot"), Map.entry("BEDS", "how many beds it has"));
  }

  private static Template template(String name, String text) {
    return Template.of(new SchemeTemplate(name, name, "none"), text);
  }

  private static Problem only(SchemeReading reading) {
    assertThat(reading.problems()).hasSize(1);
    return reading.problems().getFirst();
  }

  @Test
  void anItemOfAnInheritedListIsEditedByWritingTheListOut() {
    List<SchemeEdit> edits =
        List.of(
            new SchemeEdit("garden.crops[BEANS].percent", "60"),
            new SchemeEdit("garden.crops[+]", "{code: PEAS, percent: 40}"));
    String text = READER.edit(DOCUMENT, edits).getSource();
    assertThat(text).contains("extends:", "BEANS", "PEAS");
    SchemeReading reading = READER.read(text);
    assertThat(reading.problems()).isEmpty();
    assertThat(READER.compare(READER.read(DOCUMENT).getScheme(), reading.getScheme()))
        .extracting(SchemeChange::path)
        .containsExactly("garden.crops[BEANS].percent", "garden.crops[PEAS]");
  }

  @Test
  void whatATemplateGivesIsRemovedByAnExplicitNull() {
    SchemeEdit removal = new SchemeEdit("garden.plots.P2.tenant", null);
    String text = READER.edit(DOCUMENT, List.of(removal)).getSource();
    Garden garden = READER.read(text).getScheme().findSection(Garden.class).orElseThrow();
    assertThat(Objects.requireNonNull(garden.plots().get("P2")).tenant()).isNull();
  }
}
