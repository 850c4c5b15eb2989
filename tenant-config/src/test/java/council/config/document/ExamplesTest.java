package council.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import council.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  private static final SchemeReader READER =
      SchemeReader.of(Garden.SECTIONS, List.of(new LetPlot()));

  private static final String EXAMPLES =
      """
      examples:
        - name: Who offers the rent gets the plot
          note: and nobody else
          decision: garden.letting
          facts:
            plot: P1
            date: 2015-07-01
            applicants:
              - {name: Ann, offer: 1.50, household: 2}
              - {name: Bob, offer: "1.49", household: 1, helper: TENANT}
              - {name: Cy, offer: 2, household: 3, known: true}
          expected:
            title: By the gate
            tenancies:
              - {name: Ann, rent: 1.5}
              - {name: Cy, people: 3, helps: false}
      """;

  private static final String DOCUMENT = Garden.DOCUMENT + EXAMPLES;

  @Test
  void anExampleThatComesOutAsExpectedPasses() {
    SchemeReading reading = READER.read(DOCUMENT);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.examples())
        .containsExactly(
            new ExampleOutcome(
                "Who offers the rent gets the plot", "garden.letting", true, List.of()));
    assertThat(reading.listBlocking()).isEmpty();
    assertThat(reading.warnings()).isEmpty();
  }

  @Test
  void everyDifferenceIsToldWithPathFoundAndExpected() {
    SchemeReading reading =
        READER.read(
            with("rent: 1.5}", "rent: 1.6}")
                .replace("helps: false", "help: false")
                .replace("title: By the gate\n      ten", "title: At the wall\n      ten"));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.findScheme()).isPresent();
    assertThat(reading.listBlocking())
        .extracting(Problem::code, Problem::path, Problem::value, Problem::expected)
        .containsExactly(
            tuple("EXAMPLE_DIFFERS", "examples[0].expected.tenancies[0].rent", "1.5000", "1.6"),
            tuple("EXAMPLE_DIFFERS", "examples[0].expected.tenancies[1].help", null, "false"),
            tuple("EXAMPLE_DIFFERS", "examples[0].expected.title", "By the gate", "At the wall"));
    assertThat(reading.listBlocking().get(1).message()).contains("did you mean \"helps\"?");
    assertThat(reading.examples()).extracting(ExampleOutcome::passed).containsExactly(false);
  }

  @Test
  void listsHaveTheLengthThatIsExpected() {
    String fewer = with("        - {name: Cy, people: 3, helps: false}\n", "");
    Problem problem = READER.read(fewer).listBlocking().getFirst();
    assertThat(problem.path()).isEqualTo("examples[0].expected.tenancies");
    assertThat(problem.message()).contains("2 items and not 1");
  }

  @Test
  void aSchemeOnWhichTheExampleCannotBeDecidedFailsItInPlainWords() {
    SchemeReading reading = READER.read(with("plot: P1", "plot: P9"));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.examples().getFirst().passed()).isFalse();
    Problem problem = reading.listBlocking().getFirst();
    assertThat(problem.path()).isEqualTo("examples[0]");
    assertThat(problem.message()).contains("garden.letting").doesNotContain("Exception", "null");
  }

  @Test
  void anUnknownDecisionIsToldWithTheNearest() {
    Problem problem = only(with("garden.letting", "garden.leting"));
    assertThat(problem.path()).isEqualTo("examples[0].decision");
    assertThat(problem.message()).contains("did you mean \"garden.letting\"?", "line ");
    assertThat(SchemeReader.of(Garden.SECTIONS).read(DOCUMENT).problems())
        .extracting(Problem::path)
        .containsExactly("examples[0].decision");
  }

  @Test
  void factsThatDoNotBindAreToldWhereTheyDoNot() {
    String applicant = "examples[0].facts.applicants[1]";
    facts("household: 1,", "household: 1.5,", "WRONG_TYPE", applicant + ".household", "1.5");
    facts("helper: TENANT", "helpr: TENANT", "UNKNOWN_KEY", applicant + ".helpr", "helpr");
    facts("household: 1, ", "", "MISSING", applicant + ".household", null);
    facts("household: 1,", "household: 0,", "INVALID", applicant, null);
    facts("helper: TENANT", "helper: TENNANT", "UNKNOWN_VALUE", applicant + ".helper", "TENNANT");
    facts("\"1.49\"", "much", "WRONG_TYPE", applicant + ".offer", "much");
    facts("date: 2015-07-01", "date: July", "WRONG_TYPE", "examples[0].facts.date", "July");
    facts(
        "known: true", "known: yes", "WRONG_TYPE", "examples[0].facts.applicants[2].known", "yes");
    facts("name: Bob", "name: 7", "WRONG_TYPE", applicant + ".name", "7");
    facts("name: Bob, ", "", "MISSING", applicant + ".name", null);
    facts("name: Bob", "name: ", "MISSING", applicant + ".name", null);
  }

  private static void facts(
      String text, String other, String code, String path, @Nullable String value) {
    Problem problem = only(with(text, other));
    assertThat(problem)
        .as("%s", problem)
        .extracting(Problem::code, Problem::path, Problem::value)
        .containsExactly(code, path, value);
    assertThat(problem.message()).contains("line ").doesNotContain("council.", "java");
  }

  @Test
  void namesStandOnce() {
    String twice = DOCUMENT + EXAMPLES.substring(EXAMPLES.indexOf('\n') + 1);
    Problem problem = only(twice);
    assertThat(problem.code()).isEqualTo("DUPLICATE_EXAMPLE");
    assertThat(problem.path()).isEqualTo("examples[1].name");
  }

  @Test
  void aDecisionNeedsItsSection() {
    String without = Garden.DOCUMENT.substring(0, Garden.DOCUMENT.indexOf("garden:")) + EXAMPLES;
    assertThat(only(without).code()).isEqualTo("MISSING_SECTION");
  }

  @Test
  void oneBrokenExampleDoesNotHideTheNext() {
    String broken =
        DOCUMENT
            .replace("examples:\n", "examples:\n  - {name: x, decision: garden.letting}\n")
            .replace("name: Bob", "nam: Bob");
    assertThat(READER.read(broken).problems())
        .extracting(Problem::path)
        .containsExactly(
            "examples[0].expected",
            "examples[0].facts",
            "examples[1].facts.applicants[1].nam",
            "examples[1].facts.applicants[1].name");
  }

  @Test
  void theCanonicalFormHoldsTheFactsAndReadsBackToTheSameHash() {
    SchemeDocument scheme = READER.read(DOCUMENT).getScheme();
    assertThat(scheme.canonical()).contains("\"offer\":\"1.50\"", "\"offer\":\"2\"");
    SchemeReading again = READER.read(scheme.canonical());
    assertThat(again.getScheme().contentHash()).isEqualTo(scheme.contentHash());
    assertThat(again.examples()).extracting(ExampleOutcome::passed).containsExactly(true);
    assertThat(READER.readPublished(scheme.canonical()).contentHash())
        .isEqualTo(scheme.contentHash());
    assertThat(scheme.examples()).hasSize(1);
  }

  @Test
  void aSchemeWithoutExamplesIsWarnedOf() {
    assertThat(READER.read(Garden.DOCUMENT).warnings())
        .extracting(Problem::code)
        .containsExactly("NO_EXAMPLES");
  }

  @Test
  void aSchemeSaysHowLaterVersionsArePutInForce() {
    Publication usual = READER.read(DOCUMENT).getScheme().publication();
    assertThat(usual)
        .isEqualTo(
            new Publication(
                Publication.Simulation.REQUIRED,
                365,
                Publication.ByFile.FIRST_VERSION,
                Publication.Backdating.REFUSED));
    SchemeReader other =
        READER.withOverrides(
            Map.of("publication.simulation", "OPTIONAL", "publication.byFile", "ALWAYS"));
    assertThat(other.read(DOCUMENT).getScheme().publication())
        .isEqualTo(
            new Publication(
                Publication.Simulation.OPTIONAL,
                365,
                Publication.ByFile.ALWAYS,
                Publication.Backdating.REFUSED));
  }

  private static String with(String text, String other) {
    String changed = DOCUMENT.replace(text, other);
    assertThat(changed).isNotEqualTo(DOCUMENT);
    return changed;
  }

  private static Problem only(String document) {
    List<Problem> problems = READER.read(document).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }
}
