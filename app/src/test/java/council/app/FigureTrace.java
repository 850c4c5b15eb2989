package council.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The figures and dates of a scheme's text, and whether a reader can trace them: by a rule's id or
 * a place in the facts in a comment on the line, or by a remark of the object that holds the figure
 * or of the one around it. In an example the example's own remark counts.
 */
final class FigureTrace {
  private static final Pattern FIGURE =
      Pattern.compile("-?\\d+(\\.\\d+)?|\\d{4}-\\d{2}-\\d{2}(T\\S+)?");
  private static final Pattern SOURCE =
      Pattern.compile("#.*([A-Z]{3}-[A-Z]{2,3}-\\d{2}|plan §\\d|timetable\\.csv: \\w)");

  /** How far up a remark counts; examples are told by one remark however deep their facts are. */
  private record Reach(boolean inner, boolean outer, boolean example) {
    Reach into(boolean remark) {
      return new Reach(remark, inner, example);
    }

    boolean covers() {
      return inner || outer || example;
    }
  }

  private final List<String> lines;
  private final List<String> untraced = new ArrayList<>();

  private FigureTrace(String text) {
    this.lines = text.lines().toList();
  }

  /** The lines of figures that nothing explains. */
  static List<String> untraced(String text) {
    FigureTrace trace = new FigureTrace(text);
    Optional<Node> root =
        new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(text);
    trace.look(root.orElseThrow(), new Reach(false, false, false), true);
    return List.copyOf(trace.untraced);
  }

  private void look(Node node, Reach reach, boolean isRoot) {
    switch (node) {
      case MappingNode mapping -> {
        Reach inside = isRoot ? reach : reach.into(hasRemark(mapping));
        mapping
            .getValue()
            .forEach(entry -> look(entry.getValueNode(), inside(entry, inside, isRoot), false));
      }
      case SequenceNode list -> list.getValue().forEach(item -> look(item, reach, false));
      case ScalarNode scalar -> figure(scalar, reach);
      default -> throw new IllegalArgumentException("Expected no such node: " + node);
    }
  }

  private static Reach inside(NodeTuple entry, Reach reach, boolean ofRoot) {
    boolean facts = isKey(entry, "facts") || isKey(entry, "expected");
    return !ofRoot && facts && reach.inner() ? new Reach(true, true, true) : reach;
  }

  private static boolean hasRemark(MappingNode mapping) {
    return mapping.getValue().stream().anyMatch(entry -> isKey(entry, "note"));
  }

  private static boolean isKey(NodeTuple entry, String key) {
    return entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key);
  }

  private void figure(ScalarNode scalar, Reach reach) {
    if (scalar.getScalarStyle() == ScalarStyle.PLAIN
        && FIGURE.matcher(scalar.getValue()).matches()
        && !reach.covers()) {
      String line = lines.get(scalar.getStartMark().orElseThrow().getLine());
      if (!SOURCE.matcher(line).find()) {
        untraced.add(line.strip());
      }
    }
  }
}
