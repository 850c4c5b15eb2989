package council.config.document;

import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Puts a value into a text in place of another, where the layout of the text wants it. */
final class Splice {
  private final String text;
  private final TreeText writer;
  private boolean inFlow;

  Splice(String text, Node root) {
    this.text = text;
    this.writer = new TreeText(isFlow(root));
    this.inFlow = isFlow(root);
  }

  /** What follows is done inside that value. */
  void enter(CollectionNode<?> node) {
    inFlow |= isFlow(node);
  }

  String replaceValue(MappingNode mapping, NodeTuple entry, Tree value) {
    enter(mapping);
    Node old = entry.getValueNode();
    int column = column(entry.getKeyNode());
    if (inFlow || !writer.needsLines(value)) {
      String blank = start(old) == end(old) ? " " : "";
      return replace(start(old), end(old), blank + writer.inline(value));
    }
    boolean ownLines = old instanceof CollectionNode<?> collection && !isFlow(collection);
    if (ownLines) {
      return replace(start(old), end(old), writer.lines(value, column(old)));
    }
    // The line keeps its comment; the value goes below it.
    int line = endOfLine(end(old));
    String rest = text.substring(end(old), line).stripTrailing();
    return replace(
        endOfKey(entry),
        line,
        (rest.isEmpty() ? "" : " " + rest.strip()) + writer.after(value, column));
  }

  String replaceItem(SequenceNode list, int index, Tree value) {
    enter(list);
    Node old = list.getValue().get(index);
    String blank = start(old) == end(old) ? " " : "";
    String written =
        inFlow || !writer.needsLines(value)
            ? writer.inline(value)
            : writer.lines(value, column(old));
    return replace(start(old), end(old), blank + written);
  }

  String add(MappingNode mapping, String key, Tree value) {
    enter(mapping);
    List<NodeTuple> entries = mapping.getValue();
    if (inFlow) {
      String written = writer.key(key) + ": " + writer.inline(value);
      return entries.isEmpty()
          ? replace(start(mapping) + 1, start(mapping) + 1, written)
          : insert(end(entries.getLast().getValueNode()), ", " + written);
    }
    int column = column(entries.getFirst().getKeyNode());
    String line = "\n" + " ".repeat(column) + writer.key(key) + ":" + writer.after(value, column);
    return insert(endOfLine(end(mapping)), line);
  }

  String append(SequenceNode list, Tree value) {
    enter(list);
    List<Node> items = list.getValue();
    if (inFlow) {
      String written = writer.inline(value);
      return items.isEmpty()
          ? insert(start(list) + 1, written)
          : insert(end(items.getLast()), ", " + written);
    }
    int column = column(list);
    String written =
        writer.needsLines(value) ? writer.lines(value, column + 2) : writer.inline(value);
    return insert(endOfLine(end(list)), "\n" + " ".repeat(column) + "- " + written);
  }

  String remove(MappingNode mapping, NodeTuple entry) {
    List<Integer> starts =
        mapping.getValue().stream().map(tuple -> start(tuple.getKeyNode())).toList();
    List<Integer> ends =
        mapping.getValue().stream().map(tuple -> end(tuple.getValueNode())).toList();
    return remove(mapping, starts, ends, mapping.getValue().indexOf(entry), "{}");
  }

  String remove(SequenceNode list, int index) {
    List<Integer> starts = list.getValue().stream().map(this::start).toList();
    List<Integer> ends = list.getValue().stream().map(this::end).toList();
    return remove(list, starts, ends, index, "[]");
  }

  private String remove(
      CollectionNode<?> node, List<Integer> starts, List<Integer> ends, int index, String empty) {
    enter(node);
    boolean last = index == starts.size() - 1;
    if (starts.size() == 1) {
      return replace(start(node), end(node), empty);
    }
    if (inFlow) {
      return last
          ? replace(ends.get(index - 1), ends.get(index), "")
          : replace(starts.get(index), starts.get(index + 1), "");
    }
    int line = text.lastIndexOf('\n', starts.get(index) - 1) + 1;
    String before = text.substring(line, starts.get(index)).strip();
    boolean alone = before.equals(node instanceof MappingNode ? "" : "-");
    if (!alone && !last) {
      return replace(starts.get(index), starts.get(index + 1), "");
    }
    int next = text.indexOf('\n', ends.get(index)) + 1;
    return replace(line, next == 0 ? text.length() : next, "");
  }

  private String insert(int at, String written) {
    return replace(at, at, written);
  }

  private String replace(int from, int to, String written) {
    return text.substring(0, from) + written + text.substring(to);
  }

  private static boolean isFlow(Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.FLOW;
  }

  private int start(Node node) {
    return offset(node.getStartMark().orElseThrow());
  }

  /** Of lines, the end of the last value in them; what follows is not the value's. */
  private int end(Node node) {
    if (node instanceof MappingNode mapping && !isFlow(node)) {
      return end(mapping.getValue().getLast().getValueNode());
    }
    if (node instanceof SequenceNode list && !isFlow(node)) {
      return end(list.getValue().getLast());
    }
    int end = offset(node.getEndMark().orElseThrow());
    while (end > start(node) && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int endOfKey(NodeTuple entry) {
    return text.indexOf(':', end(entry.getKeyNode())) + 1;
  }

  private int endOfLine(int at) {
    int line = text.indexOf('\n', at);
    int end = line < 0 ? text.length() : line;
    return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private static int column(Node node) {
    return node.getStartMark().orElseThrow().getColumn();
  }

  /** The mark counts characters of Unicode. */
  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }
}
