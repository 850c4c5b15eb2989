package council.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemeEditsTest {
  private static final String TEXT =
      """
      # A garden.
      council: lancashire # the council
      title: "Gardens 2015"
      effectiveFrom: 2015-06-01
      extends:
        - {template: allotments, with: {PLOT: P1}} # comes first
      garden: # all of it
        note: >-
          A remark that runs
          over two lines.
        plots: # by code
          # the first
          P1:
            title: By the gate # caf\u00e9 \uD83C\uDF3C
            zone: LAN
            bedsBySeason: {SUMMER: 3, SPRING: 2} # two
            cap:
          P2:
            watering: {kind: WELL}
            parts: []
        crops: # add up to 100
          - code: BEANS # broad
            percent: 60
          # the other
          - code: LEEKS
            percent: 40
        helpers: [NEIGHBOUR, TENANT]
        closedOn:
          - 2015-12-25
          - 2015-12-24 # eve
      # the end
      """;

  @Test
  void aValueIsReplacedAndNothingElseChanges() {
    assertThat(edit("garden.crops[BEANS].percent", "55"))
        .isEqualTo(TEXT.replace("percent: 60", "percent: 55"));
    assertThat(edit("garden.crops[0].percent", "55"))
        .isEqualTo(TEXT.replace("percent: 60", "percent: 55"));
    assertThat(edit("council", "somerset"))
        .isEqualTo(TEXT.replace("council: lancashire #", "council: somerset #"));
    assertThat(edit("title", "'2016'")).isEqualTo(TEXT.replace("Gardens 2015", "2016"));
    assertThat(edit("garden.plots.P1.bedsBySeason.SPRING", "4"))
        .isEqualTo(TEXT.replace("SPRING: 2", "SPRING: 4"));
    assertThat(edit("garden.plots.P1.cap", "7")).isEqualTo(TEXT.replace("cap:", "cap: 7"));
    assertThat(edit("garden.note", "short"))
        .isEqualTo(TEXT.replace(">-\n    A remark that runs\n    over two lines.\n", "short\n"));
    assertThat(edit("garden.closedOn", "[]"))
        .isEqualTo(TEXT.replace("- 2015-12-25\n    - 2015-12-24 # eve", "[] # eve"));
  }

  @Test
  void aKeyIsAddedAtTheEndOfItsObject() {
    assertThat(edit("garden.plots.P1.tenant", "Ann Other"))
        .isEqualTo(TEXT.replace("      cap:\n", "      cap:\n      tenant: Ann Other\n"));
    assertThat(edit("garden.plots.P2.watering.depthMetres", "4"))
        .isEqualTo(TEXT.replace("{kind: WELL}", "{kind: WELL, depthMetres: 4}"));
    assertThat(edit("garden.crops[LEEKS].note", "late"))
        .isEqualTo(TEXT.replace("percent: 40\n", "percent: 40\n      note: late\n"));
    assertThat(edit("publication", "{simulation: OPTIONAL}"))
        .isEqualTo(TEXT.replace("# eve\n", "# eve\npublication: {simulation: OPTIONAL}\n"));
  }

  @Test
  void objectsOnTheWayAreMade() {
    assertThat(edit("garden.plots.P3.watering.kind", "WELL"))
        .isEqualTo(TEXT.replace("parts: []\n", "parts: []\n    P3: {watering: {kind: WELL}}\n"));
    assertThat(edit("garden.plots.P1.cap.most", "WELL"))
        .isEqualTo(TEXT.replace("cap:\n", "cap: {most: WELL}\n"));
  }

  @Test
  void aLongValueHasLinesOfItsOwn() {
    String crops =
        "[{code: BEANS, percent: 30}, {code: KALE AND OTHER CABBAGES, percent: 70, note: 'a: b'}]";
    assertThat(edit("garden.crops", crops))
        .contains(
            """
              crops: # add up to 100
                - {code: BEANS, percent: 30}
                - {code: KALE AND OTHER CABBAGES, percent: 70, note: "a: b"}
              helpers: [NEIGHBOUR, TENANT]
            """
                .indent(-2)
                .indent(2)
                .stripTrailing());
    assertThat(edit("garden.plots.P2.parts", crops))
        .contains("      parts:\n        - {code: BEANS, percent: 30}\n        - {code: KALE");
    assertThat(edit("garden.plots.P1.bedsBySeason", crops))
        .contains("      bedsBySeason: # two\n        - {code: BEANS");
  }

  @Test
  void whatIsRemovedIsGone() {
    assertThat(edit("garden.plots.P1.zone", null)).isEqualTo(TEXT.replace("      zone: LAN\n", ""));
    assertThat(edit("garden.plots.P1.bedsBySeason.SUMMER", null))
        .isEqualTo(TEXT.replace("SUMMER: 3, ", ""));
    assertThat(edit("garden.plots.P1.bedsBySeason.SPRING", null))
        .isEqualTo(TEXT.replace(", SPRING: 2", ""));
    assertThat(edit("garden.crops[LEEKS]", null))
        .isEqualTo(TEXT.replace("    - code: LEEKS\n      percent: 40\n", ""));
    assertThat(edit("garden.crops[BEANS].code", null))
        .isEqualTo(TEXT.replace("code: BEANS # broad\n      ", ""));
    assertThat(edit("garden.helpers[1]", null)).isEqualTo(TEXT.replace(", TENANT", ""));
    assertThat(edit("garden.plots.P2.watering.kind", null))
        .isEqualTo(TEXT.replace("{kind: WELL}", "{}"));
  }

  @Test
  void anItemIsAppended() {
    assertThat(edit("garden.crops[2]", "{code: PEAS, percent: 1}"))
        .isEqualTo(TEXT.replace("percent: 40\n", "percent: 40\n    - {code: PEAS, percent: 1}\n"));
    assertThat(edit("garden.helpers[2]", "GARDENER"))
        .isEqualTo(TEXT.replace(", TENANT]", ", TENANT, GARDENER]"));
  }

  @Test
  void jsonStaysJson() {
    String json = "{\n  \"council\": \"x\",\n  \"garden\": {\"rent\": \"1.5\"}\n}\n";
    EditedScheme edited =
        SchemeEdits.apply(
            json,
            List.of(
                new SchemeEdit("garden.rent", "'2'"),
                new SchemeEdit("garden.plots.P1.title", "By the gate"),
                new SchemeEdit("council", null)));
    assertThat(edited.getSource())
        .isEqualTo(
            """
            {
              "garden": {"rent": "2", "plots": {"P1": {"title": "By the gate"}}}
            }
            """);
  }

  @Test
  void everyEditThatCannotBeDoneIsTold() {
    EditedScheme edited =
        SchemeEdits.apply(
            TEXT,
            List.of(
                new SchemeEdit("garden.rent.pence", "1"),
                new SchemeEdit("garden.plots.P1.zone.title", "x"),
                new SchemeEdit("garden.plots.P1.zones", null),
                new SchemeEdit("garden.crops[BEENS].percent", "1"),
                new SchemeEdit("garden.trees[OAK].age", "1"),
                new SchemeEdit("garden.rent", "[1"),
                new SchemeEdit("garden.helpers[7]", "TENANT")));
    assertThat(edited.source()).isNull();
    assertThat(edited.problems())
        .extracting(Problem::path)
        .containsExactly(
            "garden.plots.P1.zone.title",
            "garden.plots.P1.zones",
            "garden.crops[BEENS].percent",
            "garden.trees[OAK].age",
            "garden.rent",
            "garden.helpers[7]");
    assertThat(edited.problems().get(0).message())
        .isEqualTo("Expected an object or a list around title, but found \"LAN\".");
    assertThat(edited.problems().get(1).message()).contains("did you mean \"zone\"?");
    assertThat(edited.problems().get(2).message()).contains("did you mean \"BEANS\"?");
    assertThat(edited.problems()).allMatch(problem -> problem.expected() != null);
  }

  @Test
  void randomEditsChangeWhatTheyShouldAndKeepTheCommentsOfTheDocument() {
    for (String source : List.of(TEXT, SchemeTexts.canonical(), Garden.DOCUMENT)) {
      for (long seed = 0; seed < 400; seed++) {
        String text = source;
        Random random = new Random(seed);
        long comments = comments(source);
        for (int i = 0; i < 4; i++) {
          Places paths = new Places();
          paths.collect(tree(text), "");
          boolean removes = random.nextInt(4) == 0;
          List<String> possible = removes ? paths.there : paths.all();
          String path = possible.get(random.nextInt(possible.size()));
          text = apply(text, new SchemeEdit(path, removes ? null : value(random)));
          assertThat(comments(text)).as("seed %d, %s", seed, path).isEqualTo(comments);
        }
      }
    }
  }

  private static String value(Random random) {
    List<String> values =
        List.of(
            "7",
            "1.50",
            "text",
            "'007'",
            "\"two\\nlines # \\u00e9\"",
            "{a: 1, b: [x, 'y: z', {c: null}]}",
            "[{code: A, title: A rather long title for this}, {code: B, title: Another long"
                + " title}]",
            "{one: {code: A, title: A rather long title for this}, two: {t: Another long title}}",
            "true");
    return values.get(random.nextInt(values.size()));
  }

  /** Paths of a tree at which something can be done. */
  private static final class Places {
    final List<String> there = new ArrayList<>();
    final List<String> free = new ArrayList<>();

    List<String> all() {
      List<String> all = new ArrayList<>(there);
      all.addAll(free);
      return all;
    }

    void collect(Tree tree, String path) {
      if (!path.isEmpty()) {
        there.add(path);
      }
      if (tree instanceof Tree.Mapping mapping) {
        mapping.entries().forEach((key, entry) -> collect(entry.value(), Paths.key(path, key)));
        free.add(Paths.key(path, "new"));
        free.add(Paths.key(path, "newer.newest"));
      }
      if (tree instanceof Tree.Sequence list) {
        for (int i = 0; i < list.items().size(); i++) {
          collect(list.items().get(i), Paths.index(path, i));
        }
        free.add(Paths.index(path, list.items().size()));
      }
    }
  }

  private static Tree tree(String text) {
    Problems problems = new Problems();
    Tree tree = TreeParser.parse(text, problems).orElseThrow();
    assertThat(problems.list()).isEmpty();
    return tree;
  }

  private static long comments(String text) {
    return text.lines().filter(line -> line.startsWith("#") && !line.startsWith("# eve")).count();
  }

  private static String edit(String path, @Nullable String value) {
    return apply(TEXT, new SchemeEdit(path, value));
  }

  private static String apply(String text, SchemeEdit edit) {
    EditedScheme edited = SchemeEdits.apply(text, List.of(edit));
    assertThat(edited.problems()).as("%s in%n%s", edit, text).isEmpty();
    return edited.getSource();
  }
}
