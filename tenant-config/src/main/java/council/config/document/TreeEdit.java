package council.config.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tree says once one value of it is changed; the proof of an edit of the text. */
final class TreeEdit {
  private TreeEdit() {}

  /**
   * @param steps keys, and numbers of items
   * @param value the whole new value at the last step; absent removes it
   */
  static Tree apply(Tree tree, List<String> steps, Optional<Tree> value) {
    return switch (tree) {
      case Tree.Mapping mapping -> mapping(mapping, steps, value);
      case Tree.Sequence list -> list(list, steps, value);
      case Tree.Text _, Tree.Number _, Tree.Flag _, Tree.Nothing _, Tree.Broken _ -> tree;
    };
  }

  private static Tree mapping(Tree.Mapping mapping, List<String> steps, Optional<Tree> value) {
    String key = steps.getFirst();
    Map<String, Tree.Entry> entries = new LinkedHashMap<>(mapping.entries());
    if (steps.size() == 1 && value.isEmpty()) {
      entries.remove(key);
      return new Tree.Mapping(entries, mapping.at());
    }
    return mapping.with(key, inside(entries.get(key), steps, value));
  }

  private static Tree inside(Tree.@Nullable Entry entry, List<String> steps, Optional<Tree> value) {
    return steps.size() == 1 || entry == null
        ? value.orElseThrow()
        : apply(entry.value(), steps.subList(1, steps.size()), value);
  }

  private static Tree list(Tree.Sequence list, List<String> steps, Optional<Tree> value) {
    int index = Integer.parseInt(steps.getFirst());
    List<Tree> items = new ArrayList<>(list.items());
    if (index == items.size()) {
      items.add(value.orElseThrow());
    } else if (steps.size() > 1) {
      items.set(index, apply(items.get(index), steps.subList(1, steps.size()), value));
    } else if (value.isPresent()) {
      items.set(index, value.get());
    } else {
      items.remove(index);
    }
    return new Tree.Sequence(items, list.at());
  }
}
