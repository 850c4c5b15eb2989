package council.config.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value that a document spells, before anybody asks what it means. */
sealed interface Tree {
  Mark at();

  /** Keys are unique; {@link TreeParser} has told of those that were not. */
  record Mapping(Map<String, Entry> entries, Mark at) implements Tree {
    static Mapping of(String key, Tree value) {
      Map<String, Entry> entries = new LinkedHashMap<>();
      entries.put(key, new Entry(value.at(), value));
      return new Mapping(entries, value.at());
    }

    /** This mapping with one entry set; the place is that of the new value. */
    Mapping with(String key, Tree value) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.put(key, new Entry(value.at(), value));
      return new Mapping(changed, at);
    }
  }

  /** A value with the place of its key. */
  record Entry(Mark at, Tree value) {}

  record Sequence(List<Tree> items, Mark at) implements Tree {}

  record Text(String text, Mark at) implements Tree {}

  record Number(BigDecimal number, String text, Mark at) implements Tree {}

  record Flag(boolean flag, Mark at) implements Tree {}

  record Nothing(Mark at) implements Tree {}

  /** A value that cannot be known, such as an alias; the problem has been told already. */
  record Broken(Mark at) implements Tree {}

  /** What a person would call it in a message. */
  default String described() {
    return switch (this) {
      case Mapping mapping -> "an object with " + mapping.entries().size() + " keys";
      case Sequence sequence -> "a list of " + sequence.items().size();
      case Text text -> "the text \"" + shortened(text.text()) + '"';
      case Number number -> "the number " + shortened(number.text());
      case Flag flag -> String.valueOf(flag.flag());
      case Nothing _ -> "nothing";
      case Broken _ -> "something unreadable";
    };
  }

  /** The value as text where it is a scalar, else what it is. */
  default String shown() {
    return switch (this) {
      case Text text -> shortened(text.text());
      case Number number -> shortened(number.text());
      case Mapping _, Sequence _, Flag _, Nothing _, Broken _ -> described();
    };
  }

  /** The same value as if it stood in no text. */
  default Tree withoutMarks() {
    return switch (this) {
      case Mapping mapping -> {
        Map<String, Entry> entries = new LinkedHashMap<>();
        mapping
            .entries()
            .forEach((key, entry) ->
                entries.put(key, new Entry(Mark.NONE, entry.value().withoutMarks())));
        yield new Mapping(entries, Mark.NONE);
      }
      case Sequence list ->
          new Sequence(list.items().stream().map(Tree::withoutMarks).toList(), Mark.NONE);
      case Text text -> new Text(text.text(), Mark.NONE);
      case Number number -> new Number(number.number(), number.text(), Mark.NONE);
      case Flag flag -> new Flag(flag.flag(), Mark.NONE);
      case Nothing _ -> new Nothing(Mark.NONE);
      case Broken _ -> new Broken(Mark.NONE);
    };
  }

  /** Maps, lists and scalars as any JSON library writes them. */
  default @Nullable Object plain() {
    return switch (this) {
      case Mapping mapping -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> map.put(key, entry.value().plain()));
        yield map;
      }
      case Sequence list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.items().forEach(item -> items.add(item.plain()));
        yield items;
      }
      case Text text -> text.text();
      case Number number -> number.number();
      case Flag flag -> flag.flag();
      case Nothing _, Broken _ -> null;
    };
  }

  private static String shortened(String text) {
    return text.length() <= 120 ? text : text.substring(0, 117) + "...";
  }
}
