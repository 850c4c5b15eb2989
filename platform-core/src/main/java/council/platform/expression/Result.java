package council.platform.expression;

import java.util.SortedSet;

/** What comes of evaluating an expression. */
public sealed interface Result {
  /** The expression has a value, of the type that it was compiled for. */
  record Answer(Value value) implements Result {}

  /**
   * Nothing can be said, since a variable that the expression speaks of has no value.
   *
   * @param names those that have none, sorted
   */
  record Unknown(SortedSet<String> names) implements Result {}

  /**
   * The expression could not be worked out, such as for a number beyond all bounds.
   *
   * @param why a full sentence for people
   */
  record Failed(String why) implements Result {}

  /** Whether a condition holds for certain; one of which too little is known does not. */
  default boolean holds() {
    return this instanceof Answer(Value.TrueOrFalse(boolean holds)) && holds;
  }
}
