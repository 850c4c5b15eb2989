package council.config.document;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays a document over the templates that it extends. */
final class Templates {
  static final String KEY = "extends";
  private static final int MOST_USES = 50;
  private static final String WITH = "with";

  private final Map<String, Template> byName = new LinkedHashMap<>();

  Templates(Collection<Template> templates) {
    for (Template template : templates) {
      if (byName.put(template.name(), template) != null) {
        throw new IllegalArgumentException(
            "Expected each template once, but two are called " + template.name());
      }
    }
  }

  Collection<Template> list() {
    return byName.values();
  }

  /** The effective document, in which nothing is left of its templates but the marks. */
  Tree expand(Tree document, SchemeModel model, Problems problems) {
    if (!(document instanceof Tree.Mapping mapping) || !mapping.entries().containsKey(KEY)) {
      return document;
    }
    Map<String, Tree.Entry> own = new LinkedHashMap<>(mapping.entries());
    Tree.Entry uses = own.remove(KEY);
    Layers layers = new Layers(problems);
    Tree.Mapping effective = new Tree.Mapping(Map.of(), mapping.at());
    for (Tree.Mapping layer : layers(uses == null ? null : uses.value(), model, problems)) {
      effective = layers.over(effective, layer);
    }
    return layers.over(effective, new Tree.Mapping(own, mapping.at()));
  }

  private List<Tree.Mapping> layers(@Nullable Tree uses, SchemeModel model, Problems problems) {
    if (!(uses instanceof Tree.Sequence list) || list.items().size() > MOST_USES) {
      String expected = "a list of at most " + MOST_USES + " templates";
      String found = uses == null ? "nothing" : uses.described();
      problems.add(
          "WRONG_TYPE",
          KEY,
          found,
          expected,
          "Expected " + expected + ", but found " + found + ".");
      return List.of();
    }
    List<Tree.Mapping> layers = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      Tree item = list.items().get(i);
      Tree use = item instanceof Tree.Text name ? Tree.Mapping.of("template", name) : item;
      String path = Paths.index(KEY, i);
      Object bound = new Binder(problems).bind(model.shapeOf(TemplateUse.class), use, path);
      if (bound instanceof TemplateUse known && use instanceof Tree.Mapping mapping) {
        layer(known, mapping, path, problems).ifPresent(layers::add);
      }
    }
    return layers;
  }

  private Optional<Tree.Mapping> layer(
      TemplateUse use, Tree.Mapping tree, String path, Problems problems) {
    Template template = byName.get(use.template());
    if (template == null) {
      unknown(use.template(), path + ".template", problems);
      return Optional.empty();
    }
    Map<String, Tree> values = values(template, tree, Paths.key(path, WITH), problems);
    Problems faults = new Problems();
    Tree.Mapping content = template.content(faults);
    Tree.Mapping filled = new Parameters(values, faults).fill(content);
    faults.list().forEach(fault -> problems.add(fault.code(), path, fault.message()));
    return Optional.of(filled);
  }

  private void unknown(String name, String path, Problems problems) {
    String expected =
        byName.isEmpty()
            ? "a template of a module of this instance"
            : "one of " + String.join(", ", byName.keySet());
    String message =
        "There is no template \"%s\"%s".formatted(name, NearestName.hint(name, byName.keySet()));
    problems.add("UNKNOWN_TEMPLATE", path, name, expected, message);
  }

  /** A parameter that is missing is told here, and by nobody else. */
  private static Map<String, Tree> values(
      Template template, Tree.Mapping use, String path, Problems problems) {
    Tree.Entry with = use.entries().get(WITH);
    Map<String, Tree.Entry> given =
        with != null && with.value() instanceof Tree.Mapping mapping ? mapping.entries() : Map.of();
    Refusals refusals = new Refusals(problems);
    List<String> names = List.copyOf(template.parameters().keySet());
    given.keySet().stream()
        .filter(name -> !names.contains(name) && !name.equals(Binder.NOTE))
        .forEach(name -> refusals.unknownKey(name, names, Paths.key(path, name)));
    Map<String, Tree> values = new LinkedHashMap<>();
    template
        .parameters()
        .forEach((name, what) -> {
          Tree.Entry entry = given.get(name);
          values.put(name, entry == null ? new Tree.Broken(use.at()) : entry.value());
          if (entry == null) {
            refusals.missing(Paths.key(path, name), "a value for " + name + " (" + what + ")");
          }
        });
    return values;
  }
}
