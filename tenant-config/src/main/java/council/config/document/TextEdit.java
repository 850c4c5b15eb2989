package council.config.document;

import council.platform.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the place of one edit in a text and has it done there. */
final class TextEdit {
  private static final LoadSettings SETTINGS = LoadSettings.builder().setLabel("scheme").build();

  /** {@code list[+]} is the item after the last. */
  private static final String NEW_ITEM = "+";

  private final String text;
  private final List<String> resolved = new ArrayList<>();
  private Optional<Tree> placed = Optional.empty();

  TextEdit(String text) {
    this.text = text;
  }

  /** The new text, which says the same but for that value. */
  String apply(List<Paths.Step> steps, Optional<Tree> value) throws NoSuchPlace {
    Node root =
        new Compose(SETTINGS)
            .composeString(text)
            .orElseThrow(() -> NoSuchPlace.expecting("a document", steps.getFirst().name()));
    Splice splice = new Splice(text, root);
    placed = value;
    String edited = at(root, steps, 0, value, splice);
    Tree before = parsed(text);
    Tree expected = TreeEdit.apply(before, resolved, placed);
    if (!parsed(edited).withoutMarks().equals(expected.withoutMarks())) {
      throw NoSuchPlace.expecting(
          "a place that can be edited without its surroundings", steps.getLast().name());
    }
    return edited;
  }

  private static Tree parsed(String text) {
    Problems problems = new Problems();
    return TreeParser.parse(text, problems)
        .filter(_ -> problems.none())
        .orElse(new Tree.Broken(Mark.NONE));
  }

  private String at(Node node, List<Paths.Step> steps, int at, Optional<Tree> value, Splice splice)
      throws NoSuchPlace {
    return switch (node) {
      case MappingNode mapping -> inMapping(mapping, steps, at, value, splice);
      case SequenceNode list -> inList(list, steps, at, value, splice);
      default ->
          throw NoSuchPlace.expecting(
              "an object or a list around " + steps.get(at).name(), shown(node));
    };
  }

  private String inMapping(
      MappingNode mapping, List<Paths.Step> steps, int at, Optional<Tree> value, Splice splice)
      throws NoSuchPlace {
    String name = steps.get(at).name();
    resolved.add(name);
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    mapping.getValue().forEach(tuple -> entries.put(shown(tuple.getKeyNode()), tuple));
    NodeTuple entry = entries.get(name);
    boolean last = at == steps.size() - 1;
    if (entry == null || (!last && isNothing(entry.getValueNode()))) {
      if (value.isEmpty() || steps.get(at).bracketed()) {
        throw NoSuchPlace.notOneOf(name, entries.keySet());
      }
      Tree made = made(steps, at + 1, value.get());
      placed = Optional.of(made);
      return entry == null
          ? splice.add(mapping, name, made)
          : splice.replaceValue(mapping, entry, made);
    }
    if (!last) {
      splice.enter(mapping);
      return at(entry.getValueNode(), steps, at + 1, value, splice);
    }
    return value.isPresent()
        ? splice.replaceValue(mapping, entry, value.get())
        : splice.remove(mapping, entry);
  }

  /** The value inside new objects by the names of the remaining steps. */
  private Tree made(List<Paths.Step> steps, int from, Tree value) throws NoSuchPlace {
    Tree made = value;
    for (int i = steps.size() - 1; i >= from; i--) {
      Paths.Step step = steps.get(i);
      if (step.bracketed() && !step.name().equals(NEW_ITEM)) {
        throw NoSuchPlace.expecting("a list that stands in this text", step.name());
      }
      made =
          step.bracketed()
              ? new Tree.Sequence(List.of(made), made.at())
              : Tree.Mapping.of(step.name(), made);
    }
    return made;
  }

  private String inList(
      SequenceNode list, List<Paths.Step> steps, int at, Optional<Tree> value, Splice splice)
      throws NoSuchPlace {
    String name = steps.get(at).name();
    boolean last = at == steps.size() - 1;
    int index = index(list, name);
    resolved.add(String.valueOf(index));
    if (index == list.getValue().size() && last && value.isPresent()) {
      return splice.append(list, value.get());
    }
    if (index < 0 || index >= list.getValue().size()) {
      throw NoSuchPlace.notOneOf(name, codes(list));
    }
    if (!last) {
      splice.enter(list);
      return at(list.getValue().get(index), steps, at + 1, value, splice);
    }
    return value.isPresent()
        ? splice.replaceItem(list, index, value.get())
        : splice.remove(list, index);
  }

  private static int index(SequenceNode list, String name) {
    if (name.equals(NEW_ITEM)) {
      return list.getValue().size();
    }
    int byCode = codes(list).indexOf(name);
    if (byCode >= 0) {
      return byCode;
    }
    return name.matches("[0-9]{1,6}") ? Integer.parseInt(name) : -1;
  }

  /** One for each item; empty where the item has none. */
  private static List<String> codes(SequenceNode list) {
    return list.getValue().stream().map(TextEdit::code).toList();
  }

  private static String code(Node item) {
    if (!(item instanceof MappingNode mapping)) {
      return "";
    }
    return Codes.KEYS.stream()
        .flatMap(key ->
            mapping.getValue().stream()
                .filter(tuple -> shown(tuple.getKeyNode()).equals(key))
                .map(tuple -> shown(tuple.getValueNode())))
        .findFirst()
        .orElse("");
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && List.of("", "~", "null").contains(scalar.getValue());
  }

  private static String shown(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : node.getNodeType().toString();
  }
}
