package council.config.document;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One component of a scheme record.
 *
 * @param doc what it is, for the JSON Schema; empty where the record does not say
 * @param rules ids of the rules that it expresses
 * @param affects kinds of decision that it can alter; empty where the record does not say
 * @param declares what its names are names of, where others may refer to them
 * @param refersTo what its names are to be names of, where they are declared elsewhere
 */
public record Component(
    String name,
    Shape shape,
    Absence absence,
    String doc,
    List<String> rules,
    List<String> affects,
    Optional<String> declares,
    Optional<String> refersTo,
    Method accessor) {

  /** What it means that the document leaves the component out. */
  public sealed interface Absence {
    /** The document must not leave it out. */
    record Forbidden() implements Absence {}

    /** The value is null, or an empty Optional. */
    record Unset(boolean wrapped) implements Absence {}

    /** The list, set or map is empty. */
    record Empty() implements Absence {}

    /** The record names the value. */
    record Defaulted(Tree value) implements Absence {}
  }

  /** The document must contain it. */
  public boolean isRequired() {
    return absence instanceof Absence.Forbidden;
  }

  /** An explicit null is the same as leaving it out. */
  public boolean allowsNull() {
    return absence instanceof Absence.Unset;
  }

  /** What stands for it where the document leaves it out, as plain maps, lists and scalars. */
  public Optional<Object> findDefault() {
    return absence instanceof Absence.Defaulted(Tree value)
        ? Optional.ofNullable(value.plain())
        : Optional.empty();
  }

  boolean isOptional() {
    return absence instanceof Absence.Unset(boolean wrapped) && wrapped;
  }

  /** The value in a record, unwrapped from its Optional; null where it is unset. */
  @Nullable Object valueIn(Object holder) {
    try {
      Object value = accessor.invoke(holder);
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + accessor, e);
    }
  }
}
