package council.config.document;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the sections of one document name, by kind, and what they refer to. Sections of different
 * modules meet here without knowing each other.
 */
final class Names {
  private final SchemeModel model;
  private final Map<String, Set<String>> declared = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();

  private record Reference(String kind, String name, String path) {}

  private Names(SchemeModel model) {
    this.model = model;
  }

  static Names of(SchemeModel model, Map<String, Object> sections) {
    Names names = new Names(model);
    for (SchemeModel.Section<?> section : model.sections()) {
      Object bound = sections.get(section.declared().name());
      if (bound != null) {
        names.composite(section.shape(), bound, section.declared().name());
      }
    }
    return names;
  }

  /** The names of a kind, sorted; none where nobody declares such things. */
  Set<String> ofKind(String kind) {
    return declared.getOrDefault(kind, Set.of());
  }

  /** Adds a problem for each reference to something that is not there. */
  void check(Problems problems) {
    references.forEach(reference -> check(reference, problems));
  }

  private void check(Reference reference, Problems problems) {
    Set<String> known = ofKind(reference.kind());
    if (known.contains(reference.name())) {
      return;
    }
    String noun = reference.kind().substring(reference.kind().lastIndexOf('.') + 1);
    boolean possible = model.declares(reference.kind());
    String expected =
        known.isEmpty() ? "the name of a " + noun : "one of " + String.join(", ", known);
    String message =
        possible
            ? "There is no %s \"%s\" in this document%s"
                .formatted(noun, reference.name(), NearestName.hint(reference.name(), known))
            : "\"%s\" is to name a %s, but no module of this instance has any."
                .formatted(reference.name(), noun);
    problems.add("UNKNOWN_REFERENCE", reference.path(), reference.name(), expected, message);
  }

  private void composite(Shape.Composite shape, Object value, String path) {
    for (Component component : shape.components()) {
      Object held = component.valueIn(value);
      if (held != null) {
        String at = Paths.key(path, component.name());
        component.declares().ifPresent(kind -> declare(kind, held));
        component.refersTo().ifPresent(kind -> refer(kind, held, at));
        inside(component.shape(), held, at);
      }
    }
  }

  private void inside(Shape shape, Object value, String path) {
    switch (shape) {
      case Shape.Composite composite -> composite(composite, value, path);
      case Shape.Alternatives alternatives ->
          alternatives.kindOf(value).ifPresent(kind -> composite(kind, value, path));
      case Shape.ListOf(Shape item) -> {
        int index = 0;
        for (Object one : (Iterable<?>) value) {
          inside(item, one, Paths.index(path, index++));
        }
      }
      case Shape.SetOf(Shape item) -> ((Set<?>) value).forEach(one -> inside(item, one, path));
      case Shape.MapOf map ->
          ((Map<?, ?>) value)
              .forEach((key, one) -> inside(map.value(), one, Paths.key(path, key.toString())));
      case Shape.Words _,
          Shape.Whole _,
          Shape.Decimal _,
          Shape.TrueOrFalse _,
          Shape.Formatted _,
          Shape.Choice _,
          Shape.Free _ -> {}
    }
  }

  private void declare(String kind, Object value) {
    Set<String> names = declared.computeIfAbsent(kind, _ -> new TreeSet<>());
    switch (value) {
      case Map<?, ?> map -> map.keySet().forEach(key -> names.add(key.toString()));
      case Iterable<?> list -> list.forEach(one -> names.add(nameOf(one)));
      default -> names.add(value.toString());
    }
  }

  /** A text, or the component {@code code} of a record. */
  private String nameOf(Object item) {
    return item instanceof Record record
        ? String.valueOf(
            model
                .shapeOf(record.getClass())
                .findComponent("code")
                .map(component -> component.valueIn(record))
                .orElseThrow(() ->
                    new IllegalStateException("Expected a component 'code' in " + item.getClass())))
        : item.toString();
  }

  private void refer(String kind, Object value, String path) {
    switch (value) {
      case Map<?, ?> map ->
          new LinkedHashSet<>(map.keySet())
              .forEach(key ->
                  references.add(
                      new Reference(kind, key.toString(), Paths.key(path, key.toString()))));
      case Iterable<?> list -> {
        int index = 0;
        for (Object one : list) {
          references.add(new Reference(kind, one.toString(), Paths.index(path, index++)));
        }
      }
      default -> references.add(new Reference(kind, value.toString(), path));
    }
  }
}
