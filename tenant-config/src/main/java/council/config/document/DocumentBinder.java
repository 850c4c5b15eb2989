package council.config.document;

import council.platform.decision.DecisionEngine;
import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.scheme.SchemeSection;
import council.platform.scheme.SchemeView;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds header and sections, then lets every section check itself against the whole. */
final class DocumentBinder {
  private final SchemeModel model;
  private final Engines engines;
  private final Problems problems;
  private final Binder binder;

  DocumentBinder(SchemeModel model, Engines engines, Problems problems) {
    this.model = model;
    this.engines = engines;
    this.problems = problems;
    this.binder = new Binder(problems);
  }

  /** Absent where header or a section could not be bound. */
  Optional<SchemeDocument> bind(Tree tree) {
    if (!(tree instanceof Tree.Mapping document)) {
      String expected = "an object with the keys " + String.join(", ", model.topKeys());
      problems.add(
          "WRONG_TYPE",
          "",
          tree.shown(),
          expected,
          "Expected " + expected + ", but found " + tree.described() + ".");
      return Optional.empty();
    }
    Object header = binder.bind(model.header(), headerOf(document), "");
    Map<String, Object> sections = sections(document);
    Optional<SchemeHeader> bound =
        header instanceof SchemeHeader found ? Optional.of(found) : Optional.empty();
    List<Example> examples = new ExampleChecks(model, engines, problems).check(document);
    effectiveFrom(document).ifPresent(date -> check(sections, council(document), date));
    warnOfNoExamples(document, sections);
    return problems.none()
        ? bound.map(found -> new SchemeDocument(model, found.withExamples(examples), sections))
        : Optional.empty();
  }

  /** Only where there is something that could be decided. */
  private void warnOfNoExamples(Tree.Mapping document, Map<String, Object> sections) {
    List<String> kinds =
        engines.list().stream()
            .filter(engine -> sections.values().stream().anyMatch(engine.sectionType()::isInstance))
            .map(DecisionEngine::kind)
            .toList();
    if (!document.entries().containsKey(ExampleChecks.KEY) && !kinds.isEmpty()) {
      problems.warn(
          "NO_EXAMPLES",
          ExampleChecks.KEY,
          null,
          "worked examples of " + String.join(", ", kinds),
          "No worked example says what this scheme is to decide, so that nothing tells of a slip.");
    }
  }

  /** Without checks and without the sections that no module has. */
  Optional<SchemeDocument> bindPublished(Tree tree) {
    if (!(tree instanceof Tree.Mapping document)) {
      return Optional.empty();
    }
    Map<String, Tree.Entry> known = new LinkedHashMap<>(document.entries());
    known.keySet().removeIf(key -> !isHeader(key) && model.findSection(key).isEmpty());
    Tree.Mapping installed = new Tree.Mapping(known, document.at());
    Object header = binder.bind(model.header(), headerOf(installed), "");
    Map<String, Object> sections = sections(installed);
    return header instanceof SchemeHeader bound && problems.none()
        ? Optional.of(new SchemeDocument(model, bound, sections))
        : Optional.empty();
  }

  private Tree.Mapping headerOf(Tree.Mapping document) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>(document.entries());
    entries.keySet().removeIf(key -> !isHeader(key));
    return new Tree.Mapping(entries, document.at());
  }

  private boolean isHeader(String key) {
    return key.equals(Binder.NOTE) || model.header().findComponent(key).isPresent();
  }

  private Map<String, Object> sections(Tree.Mapping document) {
    Map<String, Object> bound = new LinkedHashMap<>();
    for (Map.Entry<String, Tree.Entry> entry : document.entries().entrySet()) {
      String name = entry.getKey();
      if (isHeader(name)) {
        continue;
      }
      Optional<SchemeModel.Section<?>> section = model.findSection(name);
      if (section.isEmpty()) {
        unknown(name, entry.getValue().value());
        continue;
      }
      Object value = binder.bind(section.get().shape(), entry.getValue().value(), name);
      if (value != Binder.FAILED) {
        bound.put(name, value);
      }
    }
    return bound;
  }

  private void unknown(String name, Tree value) {
    if (!(value instanceof Tree.Mapping)) {
      new Refusals(problems).unknownKey(name, model.topKeys(), name);
      return;
    }
    String expected = "one of the keys " + String.join(", ", model.topKeys());
    String message =
        "Expected %s, but found \"%s\": no module of that name is on this instance%s"
            .formatted(expected, name, NearestName.hint(name, model.topKeys()));
    problems.add("UNKNOWN_SECTION", name, name, expected, message);
  }

  /** Known even where another part of the header is broken, so that sections are checked anyway. */
  private Optional<LocalDate> effectiveFrom(Tree.Mapping document) {
    return headerText(document, "effectiveFrom")
        .map(text -> new Binder(new Problems()).bind(dateShape(), text, ""))
        .filter(LocalDate.class::isInstance)
        .map(LocalDate.class::cast);
  }

  private Shape dateShape() {
    return model.header().findComponent("effectiveFrom").orElseThrow().shape();
  }

  private static String council(Tree.Mapping document) {
    return headerText(document, "council").map(Tree.Text::text).orElse("");
  }

  private static Optional<Tree.Text> headerText(Tree.Mapping document, String key) {
    Tree.Entry entry = document.entries().get(key);
    return entry != null && entry.value() instanceof Tree.Text text
        ? Optional.of(text)
        : Optional.empty();
  }

  private void check(Map<String, Object> sections, String council, LocalDate date) {
    Names names = Names.of(model, sections);
    names.check(problems);
    SchemeView view = new View(council, date, sections, names);
    for (SchemeModel.Section<?> section : model.sections()) {
      Object bound = sections.get(section.declared().name());
      if (bound != null) {
        check(section.declared(), bound, view);
      }
    }
  }

  /** A check may stumble over a value whose problem has been told already; only then it may. */
  private <S> void check(SchemeSection<S> section, Object bound, SchemeView view) {
    try {
      section.check().check(section.type().cast(bound), view, problems);
    } catch (RuntimeException stumbled) {
      if (problems.none()) {
        throw stumbled;
      }
    }
  }

  /** The document as its sections see it while it is being checked. */
  private record View(
      String council, LocalDate effectiveFrom, Map<String, Object> sections, Names names)
      implements SchemeView {
    @Override
    public Set<String> names(String kind) {
      return names.ofKind(kind);
    }

    @Override
    public <S> Optional<S> findSection(Class<S> type) {
      return sections.values().stream().filter(type::isInstance).map(type::cast).findFirst();
    }
  }
}
