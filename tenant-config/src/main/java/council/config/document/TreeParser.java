package council.config.document;

import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 or JSON to a tree. Plain scalars mean what they mean in JSON (so {@code no} is a text);
 * aliases, tags and second documents are refused, so a short text cannot grow into a large one.
 */
final class TreeParser {
  private static final int MAX_DEPTH = 40;
  private static final int MAX_VALUES = 200_000;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,60})(\\.[0-9]{1,60})?([eE][-+]?[0-9]{1,2})?");
  private static final LoadSettings SETTINGS = LoadSettings.builder().setLabel("scheme").build();

  private final Problems problems;
  private final @Nullable String template;
  private final Iterator<Event> events;
  private int values;

  private TreeParser(String text, @Nullable String template, Problems problems) {
    this.problems = problems;
    this.template = template;
    this.events = new Parse(SETTINGS).parseString(text).iterator();
  }

  /** Absent where the text is not YAML at all; what could be read in part is told and kept. */
  static Optional<Tree> parse(String text, Problems problems) {
    return parse(text, null, problems);
  }

  /** The same for the text of a template, which every place in it then tells. */
  static Optional<Tree> parse(String text, @Nullable String template, Problems problems) {
    try {
      return Optional.of(new TreeParser(text, template, problems).document());
    } catch (MarkedYamlEngineException e) {
      String place = e.getProblemMark().map(m -> mark(m, template).told()).orElse("");
      problems.add("NOT_YAML", "", "Expected YAML or JSON, but " + e.getProblem() + place + ".");
    } catch (YamlEngineException e) {
      problems.add(
          "NOT_YAML", "", "Expected YAML or JSON, but found a character that neither allows.");
    } catch (LimitExceeded e) {
      problems.add("TOO_LARGE", "", String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private Tree document() {
    next(); // start of the stream
    Event first = next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      return new Tree.Nothing(new Mark(1, 1, template));
    }
    Tree tree = value(next(), "", 0);
    next(); // end of the document
    Event after = next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      problems.add(
          "NOT_YAML", "", "Expected one document, but another starts" + mark(after).told() + ".");
    }
    return tree;
  }

  private Tree value(Event event, String path, int depth) {
    if (depth > MAX_DEPTH) {
      throw new LimitExceeded(
          "Expected at most " + MAX_DEPTH + " levels" + mark(event).told() + ".");
    }
    if (++values > MAX_VALUES) {
      throw new LimitExceeded(
          "Expected at most " + MAX_VALUES + " values" + mark(event).told() + ".");
    }
    return switch (event) {
      case MappingStartEvent start -> {
        refuseTag(start.getTag(), start, path);
        yield mapping(start, path, depth);
      }
      case SequenceStartEvent start -> {
        refuseTag(start.getTag(), start, path);
        yield sequence(start, path, depth);
      }
      case ScalarEvent scalar -> {
        refuseTag(scalar.getTag(), scalar, path);
        yield scalar(scalar);
      }
      case AliasEvent alias -> alias(alias, path);
      default -> throw new IllegalStateException("Unexpected event " + event.getEventId());
    };
  }

  private Tree mapping(MappingStartEvent start, String path, int depth) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    Map<String, Mark> seen = new LinkedHashMap<>();
    for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
      Mark mark = mark(key);
      Optional<String> name = key(key, path, depth);
      String valuePath = Paths.key(path, name.orElse("?"));
      Tree value = value(next(), valuePath, depth + 1);
      if (name.isEmpty()) {
        continue;
      }
      Mark before = seen.putIfAbsent(name.get(), mark);
      if (before == null) {
        entries.put(name.get(), new Tree.Entry(mark, value));
      } else {
        duplicate(name.get(), valuePath, before, mark);
      }
    }
    return new Tree.Mapping(entries, mark(start));
  }

  private void duplicate(String name, String path, Mark before, Mark mark) {
    String message =
        "Expected each key once, but \"%s\" stands at line %d and again at line %d, column %d."
            .formatted(name, before.line(), mark.line(), mark.column());
    problems.add("DUPLICATE_KEY", path, name, "each key once", message);
  }

  private Optional<String> key(Event key, String path, int depth) {
    if (key instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), scalar, path);
      return Optional.of(scalar.getValue());
    }
    value(key, path, depth + 1);
    problems.add("WRONG_TYPE", path, "Expected a plain word as key" + mark(key).told() + ".");
    return Optional.empty();
  }

  private Tree sequence(SequenceStartEvent start, String path, int depth) {
    List<Tree> items = new ArrayList<>();
    for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
      items.add(value(item, Paths.index(path, items.size()), depth + 1));
    }
    return new Tree.Sequence(items, mark(start));
  }

  private Tree scalar(ScalarEvent event) {
    String text = event.getValue();
    Mark mark = mark(event);
    if (event.getScalarStyle() != ScalarStyle.PLAIN) {
      return new Tree.Text(text, mark);
    }
    return plain(text, mark);
  }

  private static Tree plain(String text, Mark mark) {
    return switch (text) {
      case "", "~", "null" -> new Tree.Nothing(mark);
      case "true" -> new Tree.Flag(true, mark);
      case "false" -> new Tree.Flag(false, mark);
      default -> NUMBER.matcher(text).matches() ? number(text, mark) : new Tree.Text(text, mark);
    };
  }

  /** Whether it is a text also where it stands without quotes. */
  static boolean isPlainText(String text) {
    return plain(text, Mark.NONE) instanceof Tree.Text;
  }

  private static Tree number(String text, Mark mark) {
    return new Tree.Number(new BigDecimal(text), text, mark);
  }

  private Tree alias(AliasEvent alias, String path) {
    String name = "*" + alias.getAlias();
    problems.add(
        "ALIAS_NOT_ALLOWED",
        path,
        name,
        "the value itself",
        "Expected the value itself, but found the alias " + name + mark(alias).told() + ".");
    return new Tree.Broken(mark(alias));
  }

  private void refuseTag(Optional<String> tag, Event event, String path) {
    tag.ifPresent(name ->
        problems.add(
            "TAG_NOT_ALLOWED",
            path,
            name,
            "a value without a tag",
            "Expected a value without a tag, but found the tag "
                + name
                + mark(event).told()
                + "."));
  }

  private Event next() {
    return events.next();
  }

  private Mark mark(Event event) {
    return event.getStartMark().map(mark -> mark(mark, template)).orElse(Mark.NONE);
  }

  private static Mark mark(
      org.snakeyaml.engine.v2.exceptions.Mark mark, @Nullable String template) {
    return new Mark(mark.getLine() + 1, mark.getColumn() + 1, template);
  }

  private static final class LimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitExceeded(String message) {
      super(message);
    }
  }
}
