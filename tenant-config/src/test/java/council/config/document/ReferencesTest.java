package council.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import council.platform.problem.Problem;
import council.platform.scheme.Declares;
import council.platform.scheme.RefersTo;
import council.platform.scheme.SchemeSection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two sections that know nothing of each other meet in the names that a document uses. */
class ReferencesTest {
  record Orchard(
      @Declares("orchard.tree") Map<String, Tree> trees,
      @Declares("orchard.row") List<Row> rows,
      @Declares("orchard.tree") Optional<String> oldest) {}

  record Tree(String title) {}

  record Row(String code, int length) {}

  record Market(List<Stall> stalls, @RefersTo("orchard.row") Map<String, String> pitches) {}

  record Stall(
      String title,
      @RefersTo("orchard.tree") List<String> sells,
      @RefersTo("orchard.tree") Optional<String> best) {}

  private static final SchemeSection<Orchard> ORCHARD =
      new SchemeSection<>(
          "orchard",
          Orchard.class,
          (section, scheme, problems) ->
              assertThat(scheme.names("orchard.tree")).contains("APPLE", "PEAR", "OAK"));

  private static final SchemeSection<Market> MARKET =
      new SchemeSection<>("market", Market.class, (section, scheme, problems) -> {});

  private static final String HEADER =
      """
      council: northshire
      title: Fruit
      effectiveFrom: 2027-01-01
      """;

  private static final String TREES =
      """
      orchard:
        trees:
          APPLE: {title: Apple}
          PEAR: {title: Pear}
        rows: [{code: R1, length: 3}]
        oldest: OAK
      """;

  private static final String STALLS =
      """
      market:
        stalls:
          - {title: First, sells: [APPLE, PEAR], best: OAK}
          - {title: Second, sells: [PEER]}
        pitches: {R1: left, R2: right}
      """;

  @Test
  void aNameThatNobodyDeclaresIsToldWithTheNearest() {
    List<Problem> problems =
        SchemeReader.of(List.of(ORCHARD, MARKET)).read(HEADER + TREES + STALLS).problems();

    assertThat(problems)
        .extracting(Problem::code, Problem::path, Problem::value)
        .containsExactly(
            tuple("UNKNOWN_REFERENCE", "market.pitches.R2", "R2"),
            tuple("UNKNOWN_REFERENCE", "market.stalls[1].sells[0]", "PEER"));
    assertThat(problems.getLast().message())
        .contains("There is no tree \"PEER\"", "did you mean \"PEAR\"?", "(line ");
    assertThat(problems.getLast().expected()).isEqualTo("one of APPLE, OAK, PEAR");
  }

  @Test
  void withoutTheOtherSectionEveryNameIsUnknown() {
    assertThat(SchemeReader.of(List.of(ORCHARD, MARKET)).read(HEADER + STALLS).problems())
        .hasSize(6)
        .allMatch(problem -> problem.message().contains("There is no"));
  }

  @Test
  void aModuleThatIsLeftOutIsTold() {
    List<Problem> problems =
        SchemeReader.of(List.of(MARKET)).read(HEADER + TREES + STALLS).problems();

    assertThat(problems).extracting(Problem::code).contains("UNKNOWN_SECTION");
    assertThat(problems)
        .filteredOn(problem -> problem.code().equals("UNKNOWN_REFERENCE"))
        .hasSize(6)
        .allMatch(problem -> problem.message().contains("no module of this instance has any"));
  }

  @Test
  void whatIsNamedCanBeAskedOfTheScheme() {
    String good = HEADER + TREES + STALLS.replace("PEER", "PEAR").replace(", R2: right", "");
    SchemeDocument scheme = SchemeReader.of(List.of(ORCHARD, MARKET)).read(good).getScheme();

    assertThat(scheme.names("orchard.tree")).containsExactly("APPLE", "OAK", "PEAR");
    assertThat(scheme.names("orchard.row")).containsExactly("R1");
    assertThat(scheme.names("orchard.bush")).isEmpty();
  }
}
