package council.config.document;

import council.platform.decision.DecisionEngine;
import council.platform.scheme.Doc;
import java.util.Collection;
import java.util.List;

/** What the records say of a value: of its component, or of the nearest one around it. */
record Told(String title, List<String> affects, List<String> rules) {
  static final Told NOTHING = new Told("", List.of(), List.of());

  /** A section alters what is decided by it. */
  static Told of(
      SchemeModel.Section<?> section, Collection<? extends DecisionEngine<?, ?, ?>> engines) {
    Class<?> type = section.declared().type();
    Doc doc = type.getAnnotation(Doc.class);
    return new Told(
        doc == null ? section.declared().name() : doc.value(),
        engines.stream()
            .filter(engine -> engine.sectionType() == type)
            .map(DecisionEngine::kind)
            .sorted()
            .toList(),
        doc == null ? List.of() : List.of(doc.rules()));
  }

  Told inside(Component component) {
    return new Told(
        component.doc().isEmpty() ? title : component.doc(),
        component.affects().isEmpty() ? affects : component.affects().stream().sorted().toList(),
        component.rules().isEmpty() ? rules : component.rules());
  }
}
