package council.config.document;

import java.lang.reflect.Constructor;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a value of a scheme may look like, read off a record's components. The binder, the canonical
 * form and the JSON Schema all work from this one model.
 */
public sealed interface Shape {
  /** Completes the sentence "Expected ...". */
  String expected();

  /** Text. */
  record Words() implements Shape {
    /** How many characters a text may have, and a key of a map. */
    public static final int LONGEST = 4000;

    static final int LONGEST_KEY = 200;

    @Override
    public String expected() {
      return "text";
    }
  }

  /** A whole number that becomes an int or a long; at most what JSON can tell exactly. */
  record Whole(boolean isLong, Bounds bounds) implements Shape {
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    /** The declared bounds, or those of the Java type where none are declared. */
    public Bounds typeBounds() {
      return isLong
          ? bounds.within(-LARGEST_EXACT, LARGEST_EXACT)
          : bounds.within(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public String expected() {
      boolean tells = bounds.min().isPresent() || bounds.max().isPresent();
      return "a whole number" + (tells ? bounds.described() : "");
    }
  }

  /** An exact decimal: a number, or the same as text as the canonical form has it. */
  record Decimal(Bounds bounds) implements Shape {
    public static final Pattern TEXT = Pattern.compile("-?(0|[1-9][0-9]{0,60})(\\.[0-9]{1,60})?");

    @Override
    public String expected() {
      return "a number" + bounds.described();
    }
  }

  record TrueOrFalse() implements Shape {
    @Override
    public String expected() {
      return "true or false";
    }
  }

  /**
   * Text of a standard form, such as a date.
   *
   * @param keyword the word of JSON Schema that tells the form: {@code format} or {@code pattern}
   * @param form what stands under that word
   */
  record Formatted(String expected, String keyword, String form, Function<String, Object> parse)
      implements Shape {
    static final String YEARS = ", in the years 1900 to 2200";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** For JSON Schema: a date whose year is one that {@link #isInCalendar} takes. */
    public static final String DATE = "^(19[0-9]{2}|2[01][0-9]{2}|2200)-[0-9]{2}-[0-9]{2}$";

    /** A date of another century is a slip of the pen; what has no year is fine. */
    static boolean isInCalendar(Object value) {
      if (!(value instanceof TemporalAccessor time) || !time.isSupported(ChronoField.YEAR)) {
        return true;
      }
      int year = time.get(ChronoField.YEAR);
      return FIRST_YEAR <= year && year <= LAST_YEAR;
    }

    public boolean isDate() {
      return form.equals("date");
    }
  }

  /** One of the words of an enum. */
  record Choice(Class<?> type, Map<String, Enum<?>> words) implements Shape {
    @Override
    public String expected() {
      return "one of " + String.join(", ", words.keySet());
    }
  }

  record ListOf(Shape item) implements Shape {
    @Override
    public String expected() {
      return "a list, each " + item.expected();
    }
  }

  /** A list in which no value stands twice and the order says nothing. */
  record SetOf(Shape item) implements Shape {
    @Override
    public String expected() {
      return "a list without repetition, each " + item.expected();
    }
  }

  /**
   * An object whose keys are codes.
   *
   * @param key {@link Words} or {@link Choice}
   */
  record MapOf(Shape key, Shape value) implements Shape {
    @Override
    public String expected() {
      return "an object by code, each " + value.expected();
    }

    /** Unless the values are text, the key {@code note} is a remark and not a code. */
    public boolean hasNotes() {
      return key instanceof Choice || !(value instanceof Words);
    }
  }

  /** One of several records, told apart by the key {@code kind}. */
  record Alternatives(Class<?> type, Map<String, Composite> kinds) implements Shape {
    @Override
    public String expected() {
      return "an object with a kind, one of " + String.join(", ", kinds.keySet());
    }

    /** The shape of the record that the value is. */
    Optional<Composite> kindOf(Object value) {
      return kinds.values().stream().filter(kind -> kind.type() == value.getClass()).findFirst();
    }

    /** Kinds that say everything by their name, so that the word alone may stand for the object. */
    public List<String> bareKinds() {
      return kinds.entrySet().stream()
          .filter(kind -> kind.getValue().components().stream().noneMatch(Component::isRequired))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /** Any value of JSON, of which only another part of the document knows what it may be. */
  record Free() implements Shape {
    @Override
    public String expected() {
      return "a value";
    }
  }

  /** A record. It may contain itself, so its components are known only once it is. */
  final class Composite implements Shape {
    private final Class<?> type;
    private final Constructor<?> constructor;
    private final Map<String, Component> components = new LinkedHashMap<>();

    Composite(Class<?> type, Constructor<?> constructor) {
      this.type = type;
      this.constructor = constructor;
    }

    void add(Component component) {
      components.put(component.name(), component);
    }

    public Class<?> type() {
      return type;
    }

    Constructor<?> constructor() {
      return constructor;
    }

    public Collection<Component> components() {
      return Collections.unmodifiableCollection(components.values());
    }

    public Optional<Component> findComponent(String name) {
      return Optional.ofNullable(components.get(name));
    }

    List<String> names() {
      return new ArrayList<>(components.keySet());
    }

    @Override
    public String expected() {
      return "an object with the keys " + String.join(", ", components.keySet());
    }
  }
}
