package council.config.document;

import council.platform.problem.Problems;
import council.platform.scheme.SchemeTemplate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scheme's beginning that documents can extend.
 *
 * @param name by which documents name it
 * @param title for people
 * @param parameters what must be given with each use: name to what it is, in the order of the text
 * @param text the YAML text, comments and all
 */
public record Template(String name, String title, Map<String, String> parameters, String text) {
  private static final String PARAMETERS = "parameters";

  public Template {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** With the parameters that the text tells; a text that cannot be read has none. */
  public static Template of(SchemeTemplate declared, String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (parse(declared.name(), text, new Problems()) instanceof Tree.Mapping(var entries, _)
        && entries.get(PARAMETERS) instanceof Tree.Entry(_, Tree.Mapping(var told, _))) {
      told.forEach((name, what) -> parameters.put(name, what.value().shown()));
    }
    return new Template(declared.name(), declared.title(), parameters, text);
  }

  /** The sections, and whatever else documents may have at their top. */
  Tree.Mapping content(Problems problems) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    if (parse(name, text, problems) instanceof Tree.Mapping(var all, _)) {
      entries.putAll(all);
    }
    if (entries.containsKey(Templates.KEY)) {
      problems.add("TEMPLATE_FAULT", "", "The template " + name + " cannot extend another.");
    }
    entries
        .keySet()
        .removeAll(List.of("template", "title", PARAMETERS, Binder.NOTE, Templates.KEY));
    return new Tree.Mapping(entries, new Mark(1, 1, name));
  }

  private static Tree parse(String name, String text, Problems problems) {
    Optional<Tree> tree = TreeParser.parse(text, name, problems);
    return tree.orElse(new Tree.Nothing(Mark.NONE));
  }
}
