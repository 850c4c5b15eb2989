package council.config.document;

import council.platform.problem.Problems;
import council.platform.scheme.Condition;
import council.platform.scheme.Declares;
import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Kind;
import council.platform.scheme.PlainValue;
import council.platform.scheme.Range;
import council.platform.scheme.RefersTo;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the shapes off record types. A type that no scheme can hold is a fault of the module. */
final class Shapes {
  private static final Map<Class<?>, Shape> FORMATTED = formatted();
  private final Map<Class<?>, Shape.Composite> composites = new HashMap<>();

  Shape.Composite composite(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(
          "Expected a record as part of a scheme, but found " + type);
    }
    Shape.Composite known = composites.get(type);
    return known != null ? known : readComposite(type);
  }

  /** Whether anything that was read so far declares names of that kind. */
  boolean declares(String kind) {
    return composites.values().stream()
        .flatMap(composite -> composite.components().stream())
        .anyMatch(component -> component.declares().filter(kind::equals).isPresent());
  }

  /** What the components that were read so far affect. */
  Set<String> listAffected() {
    return composites.values().stream()
        .flatMap(composite -> composite.components().stream())
        .flatMap(component -> component.affects().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Shape.Composite readComposite(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Shape.Composite composite = new Shape.Composite(type, canonicalConstructor(type, components));
    composites.put(type, composite);
    for (RecordComponent component : components) {
      composite.add(component(component));
    }
    return composite;
  }

  private Component component(RecordComponent component) {
    Bounds bounds = Bounds.of(component.getAnnotation(Range.class));
    boolean wrapped = component.getType() == Optional.class;
    Type type = wrapped ? argument(component.getGenericType(), 0) : component.getGenericType();
    Shape shape = shape(type, bounds, component);
    Doc doc = component.getAnnotation(Doc.class);
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new Component(
        component.getName(),
        shape,
        absence(component, shape, wrapped),
        doc == null ? "" : doc.value(),
        doc == null ? List.of() : List.of(doc.rules()),
        doc == null ? List.of() : List.of(doc.affects()),
        Optional.ofNullable(component.getAnnotation(Declares.class)).map(Declares::value),
        Optional.ofNullable(component.getAnnotation(RefersTo.class)).map(RefersTo::value),
        accessor);
  }

  private static Component.Absence absence(
      RecordComponent component, Shape shape, boolean wrapped) {
    Default value = component.getAnnotation(Default.class);
    if (value != null) {
      return new Component.Absence.Defaulted(defaultTree(component, shape, value.value()));
    }
    if (wrapped || component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return new Component.Absence.Unset(wrapped);
    }
    return switch (shape) {
      case Shape.ListOf _, Shape.SetOf _, Shape.MapOf _ -> new Component.Absence.Empty();
      case Shape.Words _,
          Shape.Whole _,
          Shape.Decimal _,
          Shape.TrueOrFalse _,
          Shape.Formatted _,
          Shape.Choice _,
          Shape.Alternatives _,
          Shape.Free _,
          Shape.Composite _ ->
          new Component.Absence.Forbidden();
    };
  }

  private static Tree defaultTree(RecordComponent component, Shape shape, String text) {
    Problems problems = new Problems();
    Optional<Tree> tree = TreeParser.parse(text, problems).map(Tree::withoutMarks);
    if (tree.isEmpty() || !problems.none()) {
      throw new IllegalArgumentException(
          "@Default of " + component + " is not YAML: " + problems.list());
    }
    boolean plainWords = shape instanceof Shape.Words && !(tree.get() instanceof Tree.Text);
    return plainWords ? new Tree.Text(text, Mark.NONE) : tree.get();
  }

  private Shape shape(Type type, Bounds bounds, RecordComponent where) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, bounds, where);
    }
    if (!(type instanceof Class<?> plain)) {
      throw unsupported(where);
    }
    Shape formatted = FORMATTED.get(plain);
    return formatted != null ? formatted : plainShape(plain, bounds, where);
  }

  private Shape plainShape(Class<?> type, Bounds bounds, RecordComponent where) {
    if (type == String.class) {
      return new Shape.Words();
    }
    if (type == int.class || type == Integer.class) {
      return new Shape.Whole(false, bounds);
    }
    if (type == long.class || type == Long.class) {
      return new Shape.Whole(true, bounds);
    }
    if (type == BigDecimal.class) {
      return new Shape.Decimal(bounds);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Shape.TrueOrFalse();
    }
    if (type == PlainValue.class) {
      return new Shape.Free();
    }
    if (type.isEnum()) {
      return choice(type);
    }
    if (type.isRecord()) {
      return composite(type);
    }
    if (type.isSealed()) {
      return alternatives(type);
    }
    throw unsupported(where);
  }

  private Shape collection(ParameterizedType type, Bounds bounds, RecordComponent where) {
    Shape first = shape(argument(type, 0), bounds, where);
    if (type.getRawType() == List.class) {
      return new Shape.ListOf(first);
    }
    if (type.getRawType() == Set.class) {
      return new Shape.SetOf(first);
    }
    boolean coded = first instanceof Shape.Words || first instanceof Shape.Choice;
    if (type.getRawType() == Map.class && coded) {
      return new Shape.MapOf(first, shape(argument(type, 1), bounds, where));
    }
    throw unsupported(where);
  }

  private Shape alternatives(Class<?> sealed) {
    Map<String, Shape.Composite> kinds = new LinkedHashMap<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isRecord()) {
        kinds.put(kind(permitted), composite(permitted));
      } else if (alternatives(permitted) instanceof Shape.Alternatives nested) {
        kinds.putAll(nested.kinds());
      }
    }
    return new Shape.Alternatives(sealed, kinds);
  }

  static String kind(Class<?> type) {
    Kind named = type.getAnnotation(Kind.class);
    String snake = type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
    return named != null ? named.value() : snake.toUpperCase(Locale.ROOT);
  }

  private static Shape choice(Class<?> type) {
    Map<String, Enum<?>> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      Enum<?> word = (Enum<?>) constant;
      words.put(word.name(), word);
    }
    return new Shape.Choice(type, words);
  }

  private static Constructor<?> canonicalConstructor(Class<?> type, RecordComponent[] components) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("A record without its canonical constructor: " + type, e);
    }
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private static IllegalArgumentException unsupported(RecordComponent where) {
    return new IllegalArgumentException(
        "Expected text, a number, a date, an enum, a record, a sealed interface or a List, Set or"
            + " Map of these, but found "
            + where.getGenericType()
            + " "
            + where.getName()
            + " in "
            + where.getDeclaringRecord().getName());
  }

  private static Map<Class<?>, Shape> formatted() {
    return Map.of(
        LocalDate.class, standard("a date such as 2015-06-01", "date", LocalDate::parse),
        Instant.class,
            standard("a moment such as 2015-06-01T12:00:00Z", "date-time", Instant::parse),
        Period.class, standard("a period such as P18M", "duration", Period::parse),
        Duration.class, standard("a duration such as PT48H", "duration", Duration::parse),
        LocalTime.class,
            form("a time of day such as 17:00", "^[0-9]{2}:[0-9]{2}$", LocalTime::parse),
        MonthDay.class,
            form("a day of the year such as --04-01", "^--[0-9]{2}-[0-9]{2}$", MonthDay::parse),
        YearMonth.class, form("a month such as 2015-06", "^[0-9]{4}-[0-9]{2}$", YearMonth::parse),
        Condition.class, form("a condition such as provider.SIZE > 5", "\\S", Condition::new));
  }

  private static Shape standard(String expected, String format, Function<String, Object> parse) {
    return new Shape.Formatted(expected, "format", format, parse);
  }

  private static Shape form(String expected, String pattern, Function<String, Object> parse) {
    return new Shape.Formatted(expected, "pattern", pattern, parse);
  }
}
