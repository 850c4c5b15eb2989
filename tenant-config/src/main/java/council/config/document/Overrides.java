package council.config.document;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces values of a document by path before it is bound. The shapes say which paths there are,
 * so a component that the document leaves at its default can be set too.
 */
final class Overrides {
  static final String UNKNOWN_PATH = "UNKNOWN_PATH";

  private final SchemeModel model;
  private final Problems problems;

  Overrides(SchemeModel model, Problems problems) {
    this.model = model;
    this.problems = problems;
  }

  Tree apply(Tree document, Map<String, String> byPath) {
    Tree changed = document;
    for (Map.Entry<String, String> override : byPath.entrySet()) {
      changed = apply(changed, override.getKey(), override.getValue());
    }
    return changed;
  }

  private Tree apply(Tree document, String path, String yaml) {
    Problems unreadable = new Problems();
    Optional<Tree> value = TreeParser.parse(yaml, unreadable).map(Tree::withoutMarks);
    if (value.isEmpty() || !unreadable.none()) {
      unreadable
          .list()
          .forEach(p -> problems.add(p.code(), path, yaml, "a value as YAML", p.message()));
      return document;
    }
    try {
      return top(document, new Step(path, Paths.steps(path), 0), value.get());
    } catch (NoSuchPath e) {
      problems.add(UNKNOWN_PATH, path, e.step, e.expected(), e.told());
      return document;
    }
  }

  private Tree top(Tree document, Step step, Tree value) throws NoSuchPath {
    if (!(document instanceof Tree.Mapping mapping)) {
      return document;
    }
    Optional<Component> header = model.header().findComponent(step.name());
    if (header.isPresent()) {
      return component(header.get(), mapping, step, value);
    }
    Tree.Entry section = mapping.entries().get(step.name());
    Optional<SchemeModel.Section<?>> known = model.findSection(step.name());
    if (section == null || known.isEmpty()) {
      throw new NoSuchPath(step.name(), mapping.entries().keySet());
    }
    return mapping.with(step.name(), set(known.get().shape(), section.value(), step, value));
  }

  /** The value at the step with the rest of the path set. */
  private Tree set(Shape shape, Tree current, Step step, Tree value) throws NoSuchPath {
    return step.isLast() ? value : inside(shape, current, step.next(), value);
  }

  private Tree inside(Shape shape, Tree current, Step step, Tree value) throws NoSuchPath {
    return switch (shape) {
      case Shape.Composite composite -> composite(composite, object(current), step, value);
      case Shape.Alternatives alternatives ->
          alternative(alternatives, object(current), step, value);
      case Shape.MapOf map -> entry(map, object(current), step, value);
      case Shape.ListOf list -> item(list.item(), current, step, value);
      case Shape.SetOf set -> item(set.item(), current, step, value);
      case Shape.Words _,
          Shape.Whole _,
          Shape.Decimal _,
          Shape.TrueOrFalse _,
          Shape.Formatted _,
          Shape.Choice _,
          Shape.Free _ ->
          throw new NoSuchPath(step.name(), List.of());
    };
  }

  private static Tree.Mapping object(Tree current) {
    return switch (current) {
      case Tree.Mapping mapping -> mapping;
      case Tree.Text word -> Tree.Mapping.of(Binder.KIND, word);
      case Tree.Sequence _, Tree.Number _, Tree.Flag _, Tree.Nothing _, Tree.Broken _ ->
          new Tree.Mapping(Map.of(), current.at());
    };
  }

  private Tree composite(Shape.Composite shape, Tree.Mapping current, Step step, Tree value)
      throws NoSuchPath {
    Optional<Component> component = shape.findComponent(step.name());
    if (component.isEmpty()) {
      throw new NoSuchPath(step.name(), shape.names());
    }
    return component(component.get(), current, step, value);
  }

  private Tree component(Component component, Tree.Mapping holder, Step step, Tree value)
      throws NoSuchPath {
    Tree.Entry entry = holder.entries().get(component.name());
    Tree current = entry != null ? entry.value() : leftOut(component);
    return holder.with(component.name(), set(component.shape(), current, step, value));
  }

  private static Tree leftOut(Component component) {
    return component.absence() instanceof Component.Absence.Defaulted(Tree tree)
        ? tree
        : new Tree.Nothing(Mark.NONE);
  }

  private Tree alternative(Shape.Alternatives shape, Tree.Mapping current, Step step, Tree value)
      throws NoSuchPath {
    if (step.name().equals(Binder.KIND) && step.isLast()) {
      return current.with(Binder.KIND, value);
    }
    Tree.Entry kind = current.entries().get(Binder.KIND);
    Shape.Composite chosen =
        kind != null && kind.value() instanceof Tree.Text word
            ? shape.kinds().get(word.text())
            : null;
    if (chosen == null) {
      throw new NoSuchPath(step.name(), List.of(Binder.KIND));
    }
    return composite(chosen, current, step, value);
  }

  private Tree entry(Shape.MapOf shape, Tree.Mapping current, Step step, Tree value)
      throws NoSuchPath {
    Tree.Entry entry = current.entries().get(step.name());
    if (entry != null) {
      return current.with(step.name(), set(shape.value(), entry.value(), step, value));
    }
    if (step.isLast() && isPlain(shape.value())) {
      return current.with(step.name(), value);
    }
    throw new NoSuchPath(step.name(), current.entries().keySet());
  }

  /** A figure by code may be new; what holds more than one value must be there. */
  private static boolean isPlain(Shape shape) {
    return switch (shape) {
      case Shape.Words _,
          Shape.Whole _,
          Shape.Decimal _,
          Shape.TrueOrFalse _,
          Shape.Formatted _,
          Shape.Choice _ ->
          true;
      case Shape.Composite _,
          Shape.Alternatives _,
          Shape.ListOf _,
          Shape.SetOf _,
          Shape.MapOf _,
          Shape.Free _ ->
          false;
    };
  }

  private Tree item(Shape shape, Tree current, Step step, Tree value) throws NoSuchPath {
    List<Tree> items = current instanceof Tree.Sequence list ? list.items() : List.of();
    Optional<Integer> index = step.index().filter(i -> i < items.size());
    if (index.isEmpty()) {
      throw new NoSuchPath(step.name(), List.of());
    }
    List<Tree> changed = new ArrayList<>(items);
    changed.set(index.get(), set(shape, items.get(index.get()), step, value));
    return new Tree.Sequence(changed, current.at());
  }

  /** Where on the path we are. */
  private record Step(String path, List<String> steps, int at) {
    String name() {
      return steps.get(at);
    }

    boolean isLast() {
      return at == steps.size() - 1;
    }

    Step next() {
      return new Step(path, steps, at + 1);
    }

    Optional<Integer> index() {
      return name().matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(name())) : Optional.empty();
    }
  }

  private static final class NoSuchPath extends Exception {
    private static final long serialVersionUID = 1L;
    private final String step;
    private final transient Collection<String> known;

    NoSuchPath(String step, Collection<String> known) {
      this.step = step;
      this.known = known;
    }

    String expected() {
      return known.isEmpty() ? "a path of the document" : "one of " + String.join(", ", known);
    }

    String told() {
      return "Expected "
          + expected()
          + ", but found \""
          + step
          + '"'
          + NearestName.hint(step, known);
    }
  }
}
