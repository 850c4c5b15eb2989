package council.config.document;

import council.config.document.SchemeChange.Change;
import council.platform.decision.DecisionEngine;
import council.platform.json.CanonicalJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells two schemes apart by their values, defaults filled in. A map's entry or a list's item that
 * only one of them has is one change; a list whose items have no code is one value.
 */
public final class SchemeComparison {
  private final List<SchemeChange> changes = new ArrayList<>();

  private SchemeComparison() {}

  /** In the order of the header, then of the sections by name and of their components. */
  public static List<SchemeChange> of(
      SchemeModel model,
      SchemeDocument before,
      SchemeDocument after,
      Collection<? extends DecisionEngine<?, ?, ?>> engines) {
    SchemeComparison comparison = new SchemeComparison();
    comparison.composite(model.header(), before.header(), after.header(), "", Told.NOTHING);
    for (SchemeModel.Section<?> section : model.sections()) {
      String name = section.declared().name();
      comparison.either(
          section.shape(),
          before.sections().get(name),
          after.sections().get(name),
          name,
          Told.of(section, engines));
    }
    return List.copyOf(comparison.changes);
  }

  private void either(
      Shape shape, @Nullable Object before, @Nullable Object after, String path, Told told) {
    if (before != null && after != null) {
      both(shape, before, after, path, told);
    } else if (before != null || after != null) {
      tell(shape, before, after, path, told);
    }
  }

  private void both(Shape shape, Object before, Object after, String path, Told told) {
    switch (shape) {
      case Shape.Composite composite -> composite(composite, before, after, path, told);
      case Shape.Alternatives alternatives -> {
        Optional<Shape.Composite> kind = alternatives.kindOf(before);
        if (kind.isPresent() && before.getClass() == after.getClass()) {
          composite(kind.get(), before, after, path, told);
        } else {
          whole(shape, before, after, path, told);
        }
      }
      case Shape.MapOf map -> map(map, (Map<?, ?>) before, (Map<?, ?>) after, path, told);
      case Shape.ListOf list -> list(list, (List<?>) before, (List<?>) after, path, told);
      case Shape.SetOf _,
          Shape.Words _,
          Shape.Whole _,
          Shape.Decimal _,
          Shape.TrueOrFalse _,
          Shape.Formatted _,
          Shape.Choice _,
          Shape.Free _ ->
          whole(shape, before, after, path, told);
    }
  }

  private void composite(
      Shape.Composite shape, Object before, Object after, String path, Told told) {
    for (Component component : shape.components()) {
      either(
          component.shape(),
          component.valueIn(before),
          component.valueIn(after),
          Paths.key(path, component.name()),
          told.inside(component));
    }
  }

  private void map(Shape.MapOf shape, Map<?, ?> before, Map<?, ?> after, String path, Told told) {
    Set<Object> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (Object key : keys) {
      String at = Paths.key(path, key.toString());
      either(shape.value(), before.get(key), after.get(key), at, told);
    }
  }

  private void list(Shape.ListOf shape, List<?> before, List<?> after, String path, Told told) {
    Optional<Map<String, Object>> old = Codes.byCode(shape.item(), before);
    Optional<Map<String, Object>> young = Codes.byCode(shape.item(), after);
    if (old.isEmpty() || young.isEmpty()) {
      whole(shape, before, after, path, told);
      return;
    }
    Set<String> codes = new LinkedHashSet<>(old.get().keySet());
    codes.addAll(young.get().keySet());
    for (String code : codes) {
      String at = Paths.item(path, code);
      either(shape.item(), old.get().get(code), young.get().get(code), at, told);
    }
    if (!common(old.get(), young.get()).equals(common(young.get(), old.get()))) {
      tell(shape, before, after, path, told);
    }
  }

  /** The codes of the one that the other has too, in the order of the one. */
  private static List<String> common(Map<String, Object> one, Map<String, Object> other) {
    return one.keySet().stream().filter(other::containsKey).toList();
  }

  private void whole(Shape shape, Object before, Object after, String path, Told told) {
    if (!text(shape, before).equals(text(shape, after))) {
      tell(shape, before, after, path, told);
    }
  }

  private void tell(
      Shape shape, @Nullable Object before, @Nullable Object after, String path, Told told) {
    Change change = Change.CHANGED;
    if (before == null) {
      change = Change.ADDED;
    } else if (after == null) {
      change = Change.REMOVED;
    }
    changes.add(
        new SchemeChange(
            path,
            change,
            told.title(),
            before == null ? null : text(shape, before),
            after == null ? null : text(shape, after),
            told.affects(),
            told.rules()));
  }

  private static String text(Shape shape, Object value) {
    return CanonicalJson.text(CanonicalForm.value(shape, value));
  }
}
