package council.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import council.config.document.SchemeReader;
import council.testing.PostgresForTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemes on the command line, without server and database. */
final class SchemeCommandTest {
  private static final Path SHIPPED =
      PostgresForTests.sourceRoot()
          .resolve("app/src/main/resources/councils/lancashire/scheme.yaml");

  private static final String EXAMPLE =
      """
      examples:
        - name: A vacancy goes to who delivers there
          decision: framework.eligibility
          facts:
            vehicle: SUPPORTED_LIVING
            request:
              zone: LAN
              area: North
              kind: NEW_TENANT_AT_EXISTING_LOCATION
              date: 2016-01-01
              location: L1
            providers: [P1, P2]
            places:
              - {provider: P1, tier: TIER2, zone: LAN, area: North, from: 2015-06-01}
              - {provider: P2, tier: TIER1, zone: LAN, area: North, from: 2015-06-01}
            suspensions: []
            locations:
              - {location: L1, provider: P1, zone: LAN}
          expected:
            answers:
              - {provider: P1, eligible: true}
              - {provider: P2, eligible: false}
      """;

  private static final String FROM_TEMPLATE =
      """
      council: northshire
      title: Supported living 2027
      effectiveFrom: 2027-04-01
      extends:
        - {template: two-tier-zones, with: {VEHICLE: SUPPORTED_LIVING, TITLE: Supported living}}
      geography:
        areas:
          N: {title: North, zones: {N1: {title: One}}}
          S: {title: South, zones: {S1: {title: Two}}}
      framework:
        vehicles:
          SUPPORTED_LIVING: {frameworkStart: 2027-04-01}
      """;

  @TempDir Path folder;

  private record Ran(int status, String out, String err) {}

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = CouncilCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(status, out.toString(), err.toString());
  }

  /** The shipped scheme with these examples only. */
  private static String shipped() throws IOException {
    String text = Files.readString(SHIPPED);
    return text.substring(0, text.indexOf("\nexamples:\n") + 1);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void validatesWithWarningsAndExamples() throws IOException {
    String shipped = shipped();
    Ran good = run("scheme", "validate", file("good.yaml", shipped + EXAMPLE));
    assertThat(good.status()).as(good.out()).isZero();
    assertThat(good.out())
        .contains(
            "example \"A vacancy goes to who delivers there\" (framework.eligibility): passed",
            "good.yaml: valid; council lancashire")
        .doesNotContain("warning:");
    Ran without = run("scheme", "validate", file("without.yaml", FROM_TEMPLATE));
    assertThat(without.status()).isZero();
    assertThat(without.out()).contains("warning: examples: No worked example");
  }

  @Test
  void anExampleThatFailsEndsWithOneAndTellsTheDifference() throws IOException {
    String shipped = shipped();
    String wrong = EXAMPLE.replace("P2, eligible: false", "P2, eligible: true");
    Ran ran = run("scheme", "validate", file("wrong.yaml", shipped + wrong));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains(
            "(framework.eligibility): failed",
            "  examples[0].expected.answers[1].eligible: Expected true, but found false."
                + " [EXAMPLE_DIFFERS]")
        .doesNotContain("valid;");
    Ran elsewhere =
        run(
            "scheme",
            "validate",
            file("else.yaml", shipped + EXAMPLE.replace("SUPPORTED_LIVING", "SUPORTED_LIVING")));
    assertThat(elsewhere.status()).isEqualTo(1);
    assertThat(elsewhere.out())
        .contains("cannot decide on these facts")
        .doesNotContain("Exception");
  }

  @Test
  void factsThatDoNotBindAreProblems() throws IOException {
    String broken = EXAMPLE.replace("tier: TIER2, zone:", "tier: TIER2, zon:");
    Ran ran = run("scheme", "validate", file("facts.yaml", shipped() + broken));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("examples[0].facts.places[0].zon: ", "did you mean \"zone\"?");
  }

  @Test
  void comparesAsTextAndJson() throws IOException {
    String shipped = Files.readString(SHIPPED);
    String one = file("one.yaml", shipped);
    String other =
        file(
            "other.yaml",
            shipped
                .replace("      award:", "      areaCap: 1\n      award:")
                .replace("maximumScore: 9", "maximumScore: 8")
                .replace(
                    "      award:",
                    "      newBusiness: {NEW_TENANT_AT_EXISTING_LOCATION: [WITHIN_AREA_CAP]}\n"
                        + "      award:"));
    Ran text = run("scheme", "compare", one, other);
    assertThat(text.status()).isZero();
    assertThat(text.out())
        .contains(
            "framework.vehicles.SUPPORTED_LIVING.areaCap: 2 -> 1  # Most areas in which",
            "affects framework.allocation, framework.eligibility (LAN-FW-11, LAN-FW-12)",
            "framework.vehicles.SUPPORTED_LIVING.criteria[WORKFORCE].maximumScore: \"9\" -> \"8\"",
            "framework.vehicles.SUPPORTED_LIVING.newBusiness.NEW_TENANT_AT_EXISTING_LOCATION: [",
            "affects framework.eligibility (LAN-FW-10, LAN-FW-19, LAN-FW-20)",
            "3 difference(s)");
    assertThat(run("scheme", "compare", one, other, "--format", "json").out())
        .startsWith("[{")
        .contains("\"affects\":[\"framework.allocation\"]", "\"before\":\"\\\"9\\\"\"");
    assertThat(run("scheme", "compare", one, one).out())
        .isEqualTo("0 difference(s)" + System.lineSeparator());
    assertThat(run("scheme", "compare", one, file("bad.yaml", "council: 7")).status()).isEqualTo(1);
  }

  @Test
  void tellsWhereValuesComeFrom() throws IOException {
    Ran ran = run("scheme", "origins", file("own.yaml", FROM_TEMPLATE));
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains(
            "framework.vehicles.SUPPORTED_LIVING.frameworkStart: \"2027-04-01\"  # document, line"
                + " 12",
            "framework.vehicles.SUPPORTED_LIVING.areaCap: 2  # template two-tier-zones, line ",
            "framework.vehicles.SUPPORTED_LIVING.admitsConsortia: false  # default",
            "framework.vehicles.SUPPORTED_LIVING.title: \"Supported living\"  # document, line 5");
  }

  @Test
  void printsTemplates() {
    Ran list = run("scheme", "template", "list");
    assertThat(list.out())
        .contains("two-tier-zones: ", "  VEHICLE: code of the framework", "blank: ");
    assertThat(run("scheme", "template", "print", "two-tier-zones").out())
        .startsWith("# Providers compete")
        .contains("${VEHICLE}:");
    Ran unknown = run("scheme", "template", "print", "two-tier-zone");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("did you mean \"two-tier-zones\"?");
    assertThat(run("scheme", "template").status()).isEqualTo(2);
  }

  @Test
  void theCanonicalFormReadsBackToTheSameHash() throws IOException {
    Ran ran = run("scheme", "canonical", file("own.yaml", FROM_TEMPLATE));
    assertThat(ran.status()).isZero();
    String again = file("again.json", ran.out());
    SchemeReader reader = SchemeReader.ofInstalledModules();
    assertThat(reader.readFile(Path.of(again)).getScheme().contentHash())
        .isEqualTo(reader.read(FROM_TEMPLATE).getScheme().contentHash());
    assertThat(run("scheme", "canonical", again).out()).isEqualTo(ran.out());
  }

  @Test
  void everyDecisionThatAComponentNamesIsOneOfAModule() {
    SchemeReader reader = SchemeReader.ofInstalledModules();
    assertThat(reader.engines()).isNotEmpty();
    assertThat(reader.model().listAffected())
        .isNotEmpty()
        .isSubsetOf(reader.engines().stream().map(engine -> engine.kind()).toList());
  }
}
