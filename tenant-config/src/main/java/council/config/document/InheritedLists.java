package council.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.json.CanonicalJson;
import council.platform.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists that a document has from a template. An edit of one of their items first writes the whole
 * list into the document, since a document lays a list over as a whole.
 */
final class InheritedLists {
  private final Tree text;
  private final JsonNode effective;

  private InheritedLists(Tree text, JsonNode effective) {
    this.text = text;
    this.effective = effective;
  }

  /** The edits, with one before each first item of a list that the text does not have itself. */
  static List<SchemeEdit> writtenOut(
      String source, SchemeDocument effective, List<SchemeEdit> edits) {
    Optional<Tree> text = TreeParser.parse(source, new Problems());
    if (text.isEmpty()) {
      return edits;
    }
    InheritedLists lists =
        new InheritedLists(text.get(), CanonicalJson.read(effective.canonical(), JsonNode.class));
    List<SchemeEdit> all = new ArrayList<>();
    for (SchemeEdit edit : edits) {
      lists
          .findInherited(edit)
          .filter(whole -> all.stream().noneMatch(one -> one.path().equals(whole.path())))
          .ifPresent(all::add);
      all.add(edit);
    }
    return all;
  }

  private Optional<SchemeEdit> findInherited(SchemeEdit edit) {
    List<Paths.Step> steps = Paths.parse(edit.path());
    int item = 0;
    while (item < steps.size() && !steps.get(item).bracketed()) {
      item++;
    }
    List<String> list = steps.subList(0, item).stream().map(Paths.Step::name).toList();
    JsonNode value = effective;
    for (String name : list) {
      value = value.path(name);
    }
    boolean inherited = item < steps.size() && value.isArray() && !isInText(list);
    return inherited
        ? Optional.of(new SchemeEdit(String.join(".", list), value.toString()))
        : Optional.empty();
  }

  private boolean isInText(List<String> list) {
    Tree at = text;
    for (String name : list) {
      Tree.Entry entry = at instanceof Tree.Mapping mapping ? mapping.entries().get(name) : null;
      if (entry == null) {
        return false;
      }
      at = entry.value();
    }
    return at instanceof Tree.Sequence;
  }
}
