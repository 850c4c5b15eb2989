package council.platform.expression;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** A checked expression; it can be evaluated by several threads at once. */
public final class Expression {
  /** Characters of a text, and texts of a list, that an evaluation takes. */
  private static final int LONGEST = 4000;

  private final String text;
  private final SortedSet<String> variables;
  private final Map<String, ValueType> types;
  private final CelRuntime.Program program;

  Expression(
      String text,
      SortedSet<String> variables,
      Map<String, ValueType> types,
      CelRuntime.Program program) {
    this.text = text;
    this.variables = Collections.unmodifiableSortedSet(new TreeSet<>(variables));
    this.types = Map.copyOf(types);
    this.program = program;
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** The variables that it speaks of, sorted. */
  public SortedSet<String> variables() {
    return variables;
  }

  /**
   * Works it out. A variable without a value is unknown: where it could decide, the result is
   * {@link Result.Unknown}.
   *
   * @param values by variable; more than it speaks of are fine
   */
  public Result evaluate(Map<String, Value> values) {
    SortedSet<String> missing = new TreeSet<>(variables);
    missing.removeAll(values.keySet());
    SortedSet<String> given = new TreeSet<>(variables);
    given.removeAll(missing);
    Map<String, Object> held = new HashMap<>();
    for (String name : given) {
      Value value = Objects.requireNonNull(values.get(name));
      mustBeOfType(name, value);
      if (isTooLong(value)) {
        return new Result.Failed(
            "Expected at most "
                + LONGEST
                + " characters or texts in "
                + name
                + ", but it has more.");
      }
      held.put(name, held(value));
    }
    return run(held, missing);
  }

  private Result run(Map<String, Object> held, SortedSet<String> missing) {
    CelAttributePattern[] unknown =
        missing.stream()
            .map(CelAttributePattern::fromQualifiedIdentifier)
            .toArray(CelAttributePattern[]::new);
    try {
      Object found = program.eval(PartialVars.of(held, unknown));
      return found instanceof CelUnknownSet
          ? new Result.Unknown(Collections.unmodifiableSortedSet(missing))
          : new Result.Answer(value(found));
    } catch (CelEvaluationException e) {
      return new Result.Failed(
          "Expected numbers that can be told exactly, but one became too large.");
    }
  }

  private void mustBeOfType(String name, Value value) {
    if (value.type() != types.get(name)) {
      throw new IllegalArgumentException(
          "Expected " + types.get(name) + " in " + name + ", but got " + value.type());
    }
  }

  private static boolean isTooLong(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text.length() > LONGEST;
      case Value.Texts(List<String> texts) ->
          texts.size() > LONGEST || texts.stream().anyMatch(text -> text.length() > LONGEST);
      case Value.WholeNumber _, Value.Decimal _, Value.TrueOrFalse _, Value.Date _ -> false;
    };
  }

  private static Object held(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Texts(List<String> texts) -> texts;
      case Value.WholeNumber(long number) -> number;
      case Value.TrueOrFalse(boolean holds) -> holds;
      case Value.Decimal decimal -> decimal;
      case Value.Date date -> date;
    };
  }

  private static Value value(Object held) {
    return switch (held) {
      case Value own -> own;
      case String text -> new Value.Text(text);
      case Long number -> new Value.WholeNumber(number);
      case Boolean holds -> new Value.TrueOrFalse(holds);
      case List<?> texts -> new Value.Texts(texts.stream().map(String.class::cast).toList());
      default ->
          throw new IllegalStateException(
              "Expected a value of a known type, but got " + held.getClass());
    };
  }
}
