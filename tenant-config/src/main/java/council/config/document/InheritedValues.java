package council.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.json.CanonicalJson;
import council.platform.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document has from a template. An edit of an item of such a list first writes the whole
 * list into the document, since a document lays a list over as a whole; what is to go is taken away
 * by an explicit null.
 */
final class InheritedValues {
  private final Tree text;
  private final JsonNode effective;

  private InheritedValues(Tree text, JsonNode effective) {
    this.text = text;
    this.effective = effective;
  }

  /** The edits, each so that the text itself can be edited by it. */
  static List<SchemeEdit> writtenOut(
      String source, SchemeDocument effective, List<SchemeEdit> edits) {
    Optional<Tree> text = TreeParser.parse(source, new Problems());
    if (text.isEmpty()) {
      return edits;
    }
    InheritedValues inherited =
        new InheritedValues(text.get(), CanonicalJson.read(effective.canonical(), JsonNode.class));
    List<SchemeEdit> all = new ArrayList<>();
    for (SchemeEdit edit : edits) {
      inherited
          .findList(edit)
          .filter(whole -> all.stream().noneMatch(one -> one.path().equals(whole.path())))
          .ifPresent(all::add);
      all.add(inherited.asNull(edit));
    }
    return all;
  }

  private Optional<SchemeEdit> findList(SchemeEdit edit) {
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

  /** The edit, where it takes away what the text itself does not say. */
  private SchemeEdit asNull(SchemeEdit edit) {
    List<Paths.Step> steps = Paths.parse(edit.path());
    boolean keys = steps.stream().noneMatch(Paths.Step::bracketed);
    List<String> names = steps.stream().map(Paths.Step::name).toList();
    JsonNode value = effective;
    for (String name : names) {
      value = value.path(name);
    }
    return edit.value() == null && keys && !value.isMissingNode() && find(names) == null
        ? new SchemeEdit(edit.path(), "null")
        : edit;
  }

  private boolean isInText(List<String> list) {
    return find(list) instanceof Tree.Sequence;
  }

  private @Nullable Tree find(List<String> names) {
    Tree at = text;
    for (String name : names) {
      Tree.Entry entry = at instanceof Tree.Mapping mapping ? mapping.entries().get(name) : null;
      if (entry == null) {
        return null;
      }
      at = entry.value();
    }
    return at;
  }
}
