package council.config.document;

import council.platform.problem.Problems;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
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
 * Turns a tree into records. Every problem is added and binding goes on; what cannot be bound is
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

  Binder(Problems problems) {
    this.problems = problems;
  }

  Object bind(Shape shape, Tree tree, String path) {
    if (tree instanceof Tree.Broken) {
      return FAILED;
    }
    return switch (shape) {
      case Shape.Words _ -> tree instanceof Tree.Text text ? text.text() : notWords(tree, path);
      case Shape.Whole whole -> whole(whole, tree, path);
      case Shape.Decimal decimal -> decimal(decimal, tree, path);
      case Shape.TrueOrFalse _ ->
          tree instanceof Tree.Flag flag ? flag.flag() : wrong(shape, tree, path);
      case Shape.Formatted formatted -> formatted(formatted, tree, path);
      case Shape.Choice choice -> choice(choice, tree, path);
      case Shape.ListOf list -> list(list, tree, path);
      case Shape.SetOf set -> set(set, tree, path);
      case Shape.MapOf map -> map(map, tree, path);
      case Shape.Alternatives alternatives -> alternatives(alternatives, tree, path);
      case Shape.Composite composite ->
          tree instanceof Tree.Mapping mapping
              ? composite(composite, mapping, path, Set.of())
              : wrong(shape, tree, path);
    };
  }

  private Object notWords(Tree tree, String path) {
    String hint =
        tree instanceof Tree.Number || tree instanceof Tree.Flag
            ? "; put it in quotes if it is meant as text."
            : ".";
    return refuse(
        "WRONG_TYPE",
        path,
        tree.shown(),
        "text",
        "Expected text, but found " + tree.described() + hint);
  }

  private Object whole(Shape.Whole shape, Tree tree, String path) {
    if (!(tree instanceof Tree.Number number)) {
      return wrong(shape, tree, path);
    }
    BigDecimal value = number.number();
    if (value.signum() != 0 && value.stripTrailingZeros().scale() > 0) {
      return wrong(shape, tree, path);
    }
    if (!shape.bounds().contain(value)) {
      return outOfRange(shape.expected(), tree, path);
    }
    if (!shape.typeBounds().contain(value)) {
      return outOfRange("a whole number" + shape.typeBounds().described(), tree, path);
    }
    return shape.isLong() ? (Object) value.longValueExact() : (Object) value.intValueExact();
  }

  private Object decimal(Shape.Decimal shape, Tree tree, String path) {
    BigDecimal value;
    switch (tree) {
      case Tree.Number number -> value = number.number();
      case Tree.Text text when Shape.Decimal.TEXT.matcher(text.text()).matches() ->
          value = new BigDecimal(text.text());
      case Tree.Text _,
          Tree.Mapping _,
          Tree.Sequence _,
          Tree.Flag _,
          Tree.Nothing _,
          Tree.Broken _ -> {
        return wrong(shape, tree, path);
      }
    }
    return shape.bounds().contain(value) ? plain(value) : outOfRange(shape.expected(), tree, path);
  }

  /** Without trailing zeros, so that 0.1 and 0.10 are the same value in the same form. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private Object outOfRange(String expected, Tree tree, String path) {
    String message = "Expected " + expected + ", but found " + tree.described() + ".";
    return refuse("OUT_OF_RANGE", path, tree.shown(), expected, message);
  }

  private Object formatted(Shape.Formatted shape, Tree tree, String path) {
    if (!(tree instanceof Tree.Text text)) {
      return wrong(shape, tree, path);
    }
    try {
      return shape.parse().apply(text.text());
    } catch (DateTimeParseException e) {
      return wrong(shape, tree, path);
    }
  }

  private Object choice(Shape.Choice shape, Tree tree, String path) {
    if (!(tree instanceof Tree.Text text)) {
      return wrong(shape, tree, path);
    }
    Enum<?> word = shape.words().get(text.text());
    return word != null ? word : unknown(text.text(), shape.words().keySet(), path);
  }

  private Object unknown(String written, Collection<String> known, String path) {
    String expected = "one of " + String.join(", ", known);
    String message =
        "Expected " + expected + ", but found \"" + written + '"' + Nearest.hint(written, known);
    return refuse("UNKNOWN_VALUE", path, written, expected, message);
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
        refuse(
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
      wrong(whole, tree, path);
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
      return wrong(shape, tree, path);
    }
    SortedMap<Object, Object> bound = new TreeMap<>();
    boolean failed = false;
    for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
      String at = Paths.key(path, entry.getKey());
      if (shape.hasNotes() && entry.getKey().equals(NOTE)) {
        failed |= bind(new Shape.Words(), entry.getValue().value(), at) == FAILED;
        continue;
      }
      Object key = bind(shape.key(), new Tree.Text(entry.getKey(), entry.getValue().at()), at);
      Object value = bind(shape.value(), entry.getValue().value(), at);
      if (key == FAILED || value == FAILED) {
        failed = true;
      } else {
        bound.put(key, value);
      }
    }
    return failed ? FAILED : Collections.unmodifiableSortedMap(bound);
  }

  private Object alternatives(Shape.Alternatives shape, Tree tree, String path) {
    Tree.Mapping mapping;
    switch (tree) {
      case Tree.Mapping object -> mapping = object;
      case Tree.Text word -> mapping = Tree.Mapping.of(KIND, word);
      case Tree.Sequence _, Tree.Number _, Tree.Flag _, Tree.Nothing _, Tree.Broken _ -> {
        return wrong(shape, tree, path);
      }
    }
    String kindPath = tree instanceof Tree.Mapping ? Paths.key(path, KIND) : path;
    Tree.Entry kind = mapping.entries().get(KIND);
    if (kind == null) {
      return missing(kindPath, "one of " + String.join(", ", shape.kinds().keySet()));
    }
    if (!(kind.value() instanceof Tree.Text word)) {
      return wrong(new Shape.Words(), kind.value(), kindPath);
    }
    Shape.Composite chosen = shape.kinds().get(word.text());
    return chosen != null
        ? composite(chosen, mapping, path, Set.of(KIND))
        : unknown(word.text(), shape.kinds().keySet(), kindPath);
  }

  private Object composite(
      Shape.Composite shape, Tree.Mapping mapping, String path, Set<String> extra) {
    boolean failed = !onlyKnownKeys(shape, mapping, path, extra);
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

  private boolean onlyKnownKeys(
      Shape.Composite shape, Tree.Mapping mapping, String path, Set<String> extra) {
    boolean clean = true;
    for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      String at = Paths.key(path, key);
      if (shape.findComponent(key).isPresent() || extra.contains(key)) {
        continue;
      }
      if (key.equals(NOTE)) {
        clean &= bind(new Shape.Words(), entry.getValue().value(), at) != FAILED;
      } else {
        clean = false;
        unknownKey(key, shape.names(), at);
      }
    }
    return clean;
  }

  void unknownKey(String key, List<String> known, String path) {
    String expected = "one of the keys " + String.join(", ", known);
    String message =
        "Expected " + expected + ", but found \"" + key + '"' + Nearest.hint(key, known);
    refuse("UNKNOWN_KEY", path, key, expected, message);
  }

  private @Nullable Object component(Component component, Tree.@Nullable Entry entry, String path) {
    boolean left =
        entry == null || (component.allowsNull() && entry.value() instanceof Tree.Nothing);
    if (!left && entry != null) {
      Object value =
          entry.value() instanceof Tree.Nothing && component.isRequired()
              ? missing(path, component.shape().expected())
              : bind(component.shape(), entry.value(), path);
      return component.isOptional() && value != FAILED ? Optional.of(value) : value;
    }
    return switch (component.absence()) {
      case Component.Absence.Forbidden _ -> missing(path, component.shape().expected());
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

  private Object wrong(Shape shape, Tree tree, String path) {
    String message = "Expected " + shape.expected() + ", but found " + tree.described() + ".";
    return refuse("WRONG_TYPE", path, tree.shown(), shape.expected(), message);
  }

  private Object missing(String path, String expected) {
    return refuse("MISSING", path, null, expected, "Expected " + expected + ", but it is missing.");
  }

  private Object refuse(
      String code, String path, @Nullable String value, String expected, String message) {
    problems.add(code, path, value, expected, message);
    return FAILED;
  }
}
