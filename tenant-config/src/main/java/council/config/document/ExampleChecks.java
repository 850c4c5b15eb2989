package council.config.document;

import council.platform.decision.DecisionEngine;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Binds worked examples to the engines that they are for. An example that is broken by itself does
 * not keep the others from being checked.
 */
final class ExampleChecks {
  static final String KEY = "examples";
  private static final int LONGEST_NAME = 200;

  private final SchemeModel model;
  private final Engines engines;
  private final Problems problems;

  ExampleChecks(SchemeModel model, Engines engines, Problems problems) {
    this.model = model;
    this.engines = engines;
    this.problems = problems;
  }

  /** The examples that could be bound, with canonical facts, in the order of the document. */
  List<Example> check(Tree.Mapping document) {
    Tree.Entry entry = document.entries().get(KEY);
    if (entry == null || !(entry.value() instanceof Tree.Sequence list)) {
      return List.of();
    }
    List<Example> checked = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Shape item = model.shapeOf(Example.class);
    for (int i = 0; i < list.items().size(); i++) {
      String path = Paths.index(KEY, i);
      // What is wrong with the example itself has been told with the header.
      Object bound = new Binder(new Problems()).bind(item, list.items().get(i), path);
      if (bound instanceof Example example) {
        checkName(example, names, path);
        check(example, document, path).ifPresent(checked::add);
      }
    }
    return checked;
  }

  private void checkName(Example example, Set<String> names, String path) {
    TextRule.findFault(example.name(), LONGEST_NAME)
        .ifPresent(fault ->
            problems.add(
                "BAD_TEXT",
                path + ".name",
                TextRule.shown(example.name()),
                "text of at most " + LONGEST_NAME + " characters",
                "The name " + fault + "."));
    if (example.expected().json().isEmpty() && example.expected().json().isContainerNode()) {
      problems.add(
          "EXPECTS_NOTHING",
          path + ".expected",
          example.expected().canonicalJson(),
          "at least one value that the decision must have",
          "Expected at least one value that the decision must have, but there is none.");
    }
    if (example.name().contains("[") || example.name().contains("]")) {
      problems.add(
          "BAD_NAME",
          path + ".name",
          example.name(),
          "a name without square brackets",
          "Expected a name without square brackets, since paths name examples between them.");
    }
    if (!names.add(example.name())) {
      problems.add(
          "DUPLICATE_EXAMPLE",
          path + ".name",
          example.name(),
          "a name that no other example has",
          "The example \"" + example.name() + "\" is there more than once.");
    }
  }

  private Optional<Example> check(Example example, Tree.Mapping document, String path) {
    Optional<DecisionEngine<?, ?, ?>> engine = engines.find(example.decision());
    if (engine.isEmpty()) {
      unknown(example.decision(), path);
      return Optional.empty();
    }
    checkSection(example.decision(), engine.get(), document, path);
    return new FactsBinder(problems)
        .bind(example.facts(), engine.get().factsType(), path + ".facts")
        .map(example::withFacts);
  }

  private void unknown(String decision, String path) {
    if (!engines.kinds().isEmpty()) {
      new Refusals(problems).unknown(decision, engines.kinds(), path + ".decision");
      return;
    }
    problems.add(
        "UNKNOWN_VALUE",
        path + ".decision",
        decision,
        "a kind of decision of a module of this instance",
        "No module of this instance decides anything, but found \"" + decision + "\".");
  }

  private void checkSection(
      String decision, DecisionEngine<?, ?, ?> engine, Tree.Mapping document, String path) {
    boolean there =
        model.sections().stream()
            .map(SchemeModel.Section::declared)
            .filter(section -> section.type() == engine.sectionType())
            .anyMatch(section -> document.entries().containsKey(section.name()));
    if (!there) {
      problems.add(
          "MISSING_SECTION",
          path + ".decision",
          decision,
          "a decision of a section of this document",
          "\"" + decision + "\" is decided by a section that this document does not have.");
    }
  }
}
