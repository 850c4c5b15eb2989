package council.platform.decision;

import council.platform.json.CanonicalJson;
import java.util.List;

/**
 * A pure function of (scheme section, facts) that can be run again at any time and must then give
 * the same bytes. The date is one of the facts. No clock, no randomness, no IO.
 *
 * @param <S> the scheme section's record type
 * @param <F> the facts: a record that survives canonical JSON unchanged
 * @param <R> the result: a record that survives canonical JSON unchanged
 */
public interface DecisionEngine<S, F, R> {
  /** Stable name of the kind of decision, such as {@code framework.allocation}. */
  String kind();

  Class<S> sectionType();

  Class<F> factsType();

  Class<R> resultType();

  Decided<R> decide(S section, F facts);

  /**
   * Whether the facts are few enough to be decided in a moment; a worked example, which is decided
   * whenever a scheme is read, must be.
   */
  default boolean isQuick(S section, F facts) {
    return true;
  }

  /**
   * What the decision brings about, one by one, for comparing it with another decision over the
   * same facts; by default the result as a whole.
   */
  default List<Effect> effects(F facts, Decided<R> decided) {
    return List.of(
        new Effect(
            kind(),
            Effect.Kind.OUTCOME,
            null,
            kind(),
            CanonicalJson.text(decided.result()),
            null,
            null,
            decided.reasons()));
  }
}
