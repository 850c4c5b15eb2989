package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.config.document.SchemeReading;
import council.config.document.Template;
import council.framework.scheme.FrameworkSection;
import council.platform.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates of all modules can be extended as they are. */
class SchemeTemplatesTest {
  private static final SchemeReader READER = SchemeReader.ofInstalledModules();

  /** Values for every parameter that a template may have. */
  private static final Map<String, String> VALUES =
      Map.of("VEHICLE", "SAMPLE", "TITLE", "A sample", "PLACES", "4");

  private static final String GEOGRAPHY =
      """
      geography:
        areas:
          N: {title: North, zones: {N1: {title: One}, N2: {title: Two}}}
          M: {title: Middle, zones: {M1: {title: Three}}}
          S: {title: South, zones: {S1: {title: Four}}}
      """;

  static Stream<Template> templates() {
    return READER.templates().stream();
  }

  @Test
  void thereAreThese() {
    assertThat(READER.templates())
        .extracting(Template::name)
        .contains(
            "blank",
            "two-tier-zones",
            "zones-without-tiers",
            "approved-list",
            "dynamic-purchasing",
            "lead-provider",
            "alliance",
            "best-value",
            "price-led");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateReadsWithoutAProblemButForWhatItLeavesOut(Template template) {
    SchemeReading reading = READER.read(document(template, template.name()));

    assertThat(reading.problems())
        .allMatch(SchemeTemplatesTest::isLeftOut)
        .hasSizeLessThanOrEqualTo(1);
    assertThat(reading.warnings()).extracting(Problem::code).doesNotContain("REPEATS_TEMPLATE");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateWithADateIsAScheme(Template template) {
    String dated =
        template.text().contains("\nframework:")
            ? "framework: {vehicles: {SAMPLE: {frameworkStart: 2027-04-01}}}\n"
            : "";

    SchemeDocument scheme = READER.read(document(template, template.name()) + dated).getScheme();

    assertThat(READER.read(scheme.canonical()).getScheme().contentHash())
        .isEqualTo(scheme.contentHash());
    assertThat(scheme.findSection(FrameworkSection.class).isPresent()).isEqualTo(!dated.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateNamesNoCouncil(Template template) {
    String text = template.text().toLowerCase(Locale.ROOT);
    assertThat(text).doesNotContain("lancashire", "hampshire", "somerset");
    assertThat(text)
        .contains(
            "template: " + template.name(), "title: " + template.title().toLowerCase(Locale.ROOT));
  }

  @Test
  void twoFrameworksOfOneCouncilExtendOneTemplateEach() {
    String document =
        header()
            + """
            extends:
              - {template: zones-without-tiers, with: {VEHICLE: A, TITLE: Home care, PLACES: 4}}
              - {template: two-tier-zones, with: {VEHICLE: B, TITLE: Supported living}}
            framework:
              vehicles:
                A: {frameworkStart: 2027-04-01}
                B: {frameworkStart: 2027-04-01, areaCap: 3}
            """
            + GEOGRAPHY;
    FrameworkSection section =
        READER.read(document).getScheme().findSection(FrameworkSection.class).orElseThrow();

    assertThat(section.listCodes()).containsExactly("A", "B");
    assertThat(section.getVehicle("B").areaCap()).isEqualTo(3);
    assertThat(section.getVehicle("B").tiers()).hasSize(2);
  }

  private static boolean isLeftOut(Problem problem) {
    return problem.path().equals("framework.vehicles.SAMPLE.frameworkStart")
        && problem.code().equals("MISSING");
  }

  private static String document(Template template, String name) {
    String with =
        template.parameters().keySet().stream()
            .map(parameter -> parameter + ": " + VALUES.get(parameter))
            .collect(Collectors.joining(", ", "{", "}"));
    List<String> lines =
        List.of(header(), "extends: [{template: " + name + ", with: " + with + "}]\n", GEOGRAPHY);
    return String.join("", lines);
  }

  private static String header() {
    return "council: northshire\ntitle: A sample\neffectiveFrom: 2027-04-01\n";
  }
}
