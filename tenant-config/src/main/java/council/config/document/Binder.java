package council.config.document;

import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns a tree into records. Every problem is added and binding goes on, also with numbers that are
 * out of range, so that the sections' own checks can tell theirs at once; what cannot be bound is
 * {@link #FAILED}, and so is everything that would contain it. Maps and sets come out sorted, so
 * that a document and its canonical form bind to the same.
 */
final class Binder {
  /** Stands for a value whose problems have been told. */
  static final Object FAILED = new Object();

  /** The key under which every object may carry a remark. */
  static final String NOTE = "note";

  static final String KIND = "kind";

  private final Problems problems;
  private final Refusals refusals;
  private final ScalarBinder scalars;
  private final FreeBinder free;

  Binder(Problems problems) {
    this.problems = problems;
    this.refusals = new Refusals(problems);
    this.scalars = new ScalarBinder(refusals);
    this.free = new FreeBinder(refusals);
  }

  Object bind(Shape shape, Tree tree, String path) {
    if (tree instanceof Tree.Broken) {
      return FAILED;
    }
    return switch (shape) {
      case Shape.Words _ -> scalars.words(tree, path);
      case Shape.Whole whole -> scalars.whole(whole, tree, path);
      case Shape.Decimal decimal -> scalars.decimal(decimal, tree, path);
      case Shape.TrueOrFalse flag -> scalars.trueOrFalse(flag, tree, path);
      case Shape.Formatted formatted -> scalars.formatted(formatted, tree, path);
      case Shape.Choice choice -> scalars.choice(choice, tree, path);
      case Shape.ListOf list -> list(list, tree, path);
      case Shape.SetOf set -> set(set, tree, path);
      case Shape.MapOf map -> map(map, tree, path);
      case Shape.Alternatives alternatives -> alternatives(alternatives, tree, path);
      case Shape.Free _ -> free.bind(tree, path);
      case Shape.Composite composite ->
          tree instanceof Tree.Mapping mapping
              ? composite(composite, mapping, path, Set.of())
              : refusals.wrong(shape, tree, path);
    };
  }

  private Object list(Shape.ListOf shape, Tree tree, String path) {
    Optional<List<Object>> items = items(shape, shape.item(), tree, path);
    return items.isPresent() ? Collections.unmodifiableList(items.get()) : FAILED;
  }

  private Object set(Shape.SetOf shape, Tree tree, String path) {
    Optional<List<Object>> items = items(shape, shape.item(), tree, path);
    if (items.isEmpty()) {
      return FAILED;
    }
    Set<Object> unique = new LinkedHashSet<>();
    boolean failed = false;
    for (int i = 0; i < items.get().size(); i++) {
      if (!unique.add(items.get().get(i))) {
        String shown = ((Tree.Sequence) tree).items().get(i).shown();
        refusals.refuse(
            "DUPLICATE_VALUE",
            Paths.index(path, i),
            shown,
            "each value once",
            "Expected each value once, but " + shown + " is repeated.");
        failed = true;
      }
    }
    return failed ? FAILED : Collections.unmodifiableSet(sorted(unique));
  }

  /** Text, numbers, words and dates in their natural order, so that the order says nothing. */
  private static Set<Object> sorted(Set<Object> values) {
    boolean comparable = values.stream().allMatch(Comparable.class::isInstance);
    return comparable ? new TreeSet<>(values) : values;
  }

  private Optional<List<Object>> items(Shape whole, Shape item, Tree tree, String path) {
    if (!(tree instanceof Tree.Sequence sequence)) {
      refusals.wrong(whole, tree, path);
      return Optional.empty();
    }
    List<Object> items = new ArrayList<>();
    for (Tree value : sequence.items()) {
      items.add(bind(item, value, Paths.index(path, items.size())));
    }
    return items.contains(FAILED) ? Optional.empty() : Optional.of(items);
  }

  private Object map(Shape.MapOf shape, Tree tree, String path) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      return refusals.wrong(shape, tree, path);
    }
    SortedMap<Object, Object> bound = new TreeMap<>();
    boolean failed = false;
    for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
      String at = Paths.key(path, tellable(entry.getKey()));
      if (shape.hasNotes() && entry.getKey().equals(NOTE)) {
        failed |= bind(new Shape.Words(), entry.getValue().value(), at) == FAILED;
        continue;
      }
      Object key = key(shape.key(), entry, at);
      Object value = bind(shape.value(), entry.getValue().value(), at);
      if (key == FAILED || value == FAILED) {
        failed = true;
      } else {
        bound.put(key, value);
      }
    }
    return failed ? FAILED : Collections.unmodifiableSortedMap(bound);
  }

  private Object key(Shape shape, Map.Entry<String, Tree.Entry> entry, String at) {
    String key = entry.getKey();
    return TextRule.findFault(key, Shape.Words.LONGEST_KEY)
        .map(fault -> refusals.badText(key, Shape.Words.LONGEST_KEY, fault, at))
        .orElseGet(() -> bind(shape, new Tree.Text(key, entry.getValue().at()), at));
  }

  /** The key as a path may tell it: a key that is no proper text could not be shown. */
  private static String tellable(String key) {
    boolean proper = TextRule.findFault(key, Shape.Words.LONGEST_KEY).isEmpty();
    return proper ? key : TextRule.shown(key);
  }

  private Object alternatives(Shape.Alternatives shape, Tree tree, String path) {
    Tree.Mapping mapping;
    switch (tree) {
      case Tree.Mapping object -> mapping = object;
      case Tree.Text word -> mapping = Tree.Mapping.of(KIND, word);
      case Tree.Sequence _, Tree.Number _, Tree.Flag _, Tree.Nothing _, Tree.Broken _ -> {
        return refusals.wrong(shape, tree, path);
      }
    }
    String kindPath = tree instanceof Tree.Mapping ? Paths.key(path, KIND) : path;
    Tree.Entry kind = mapping.entries().get(KIND);
    if (kind == null) {
      return refusals.missing(kindPath, "one of " + String.join(", ", shape.kinds().keySet()));
    }
    if (!(kind.value() instanceof Tree.Text word)) {
      return refusals.wrong(new Shape.Words(), kind.value(), kindPath);
    }
    Shape.Composite chosen = shape.kinds().get(word.text());
    return chosen != null
        ? composite(chosen, mapping, path, Set.of(KIND))
        : refusals.unknown(word.text(), shape.kinds().keySet(), kindPath);
  }

  private Object composite(
      Shape.Composite shape, Tree.Mapping mapping, String path, Set<String> extra) {
    tellUnknownKeys(shape, mapping, path, extra);
    boolean failed = false;
    List<@Nullable Object> values = new ArrayList<>();
    for (Component component : shape.components()) {
      Object value =
          component(
              component,
              mapping.entries().get(component.name()),
              Paths.key(path, component.name()));
      failed |= value == FAILED;
      values.add(value);
    }
    return failed ? FAILED : construct(shape, values, path);
  }

  /** A key too many is told, but the rest can still be bound and checked. */
  private void tellUnknownKeys(
      Shape.Composite shape, Tree.Mapping mapping, String path, Set<String> extra) {
    for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      String at = Paths.key(path, tellable(key));
      if (shape.findComponent(key).isPresent() || extra.contains(key)) {
        continue;
      }
      if (key.equals(NOTE)) {
        bind(new Shape.Words(), entry.getValue().value(), at);
      } else {
        refusals.unknownKey(tellable(key), shape.names(), at);
      }
    }
  }

  private @Nullable Object component(Component component, Tree.@Nullable Entry entry, String path) {
    boolean left =
        entry == null || (component.allowsNull() && entry.value() instanceof Tree.Nothing);
    if (!left && entry != null) {
      Object value =
          entry.value() instanceof Tree.Nothing && component.isRequired()
              ? refusals.missing(path, component.shape().expected())
              : bind(component.shape(), entry.value(), path);
      return component.isOptional() && value != FAILED ? Optional.of(value) : value;
    }
    return switch (component.absence()) {
      case Component.Absence.Forbidden _ -> refusals.missing(path, component.shape().expected());
      case Component.Absence.Unset(boolean wrapped) -> wrapped ? Optional.empty() : null;
      case Component.Absence.Empty _ -> empty(component.shape());
      case Component.Absence.Defaulted(Tree value) -> defaultValue(component, value, path);
    };
  }

  private static Object defaultValue(Component component, Tree value, String path) {
    Problems wrong = new Problems();
    Object bound = new Binder(wrong).bind(component.shape(), value, path);
    if (!wrong.none()) {
      throw new IllegalStateException("@Default of " + component.accessor() + ": " + wrong.list());
    }
    return component.isOptional() ? Optional.of(bound) : bound;
  }

  private static Object empty(Shape shape) {
    return switch (shape) {
      case Shape.SetOf _ -> Set.of();
      case Shape.MapOf _ -> Collections.emptySortedMap();
      case Shape.ListOf _,
          Shape.Words _,
          Shape.Whole _,
          Shape.Decimal _,
          Shape.TrueOrFalse _,
          Shape.Formatted _,
          Shape.Choice _,
          Shape.Alternatives _,
          Shape.Free _,
          Shape.Composite _ ->
          List.of();
    };
  }

  private Object construct(Shape.Composite shape, List<@Nullable Object> values, String path) {
    try {
      return shape.constructor().newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException broken) {
        problems.add("INVALID", path, String.valueOf(broken.getMessage()));
        return FAILED;
      }
      throw new IllegalStateException("Cannot construct " + shape.type(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot construct " + shape.type(), e);
    }
  }
}
