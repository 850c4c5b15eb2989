package council.platform.simulation;

import council.platform.decision.DecisionEngine;
import council.platform.scheme.SchemeView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a module has at present that one of its engines decides about, so that a draft of the scheme
 * can be tried on it. A module contributes a {@code @Singleton} bean for each kind of decision;
 * nothing lists it. Methods are called inside a read transaction of the council and change nothing.
 *
 * @param <S> the scheme section's record type
 * @param <F> the engine's facts
 * @param <R> the engine's result
 */
public interface LiveFacts<S, F, R> {
  DecisionEngine<S, F, R> engine();

  /**
   * The next cases that fall into the span, in the stable order of their keys. Most cases are rows
   * that the module keeps; where the scheme itself says what there is to decide about, a case
   * belongs if either scheme speaks of it.
   *
   * @param span the days asked about
   * @param before the scheme that is compared with
   * @param after the scheme that is tried; the same as {@code before} where there is only one
   * @param seen key of the last case that was seen, absent at the beginning
   * @param limit at most so many
   */
  List<Case> listCases(
      Span span, SchemeView before, SchemeView after, @Nullable String seen, int limit);

  /** How many cases fall into the span, in either scheme. */
  long countCases(Span span, SchemeView before, SchemeView after);

  /**
   * What is known of a case, for a scheme; empty where that scheme does not speak of it, such as a
   * vehicle that it has dropped: then nothing of it comes about.
   */
  Optional<F> findFacts(Case which, SchemeView scheme);

  /**
   * One thing to decide about.
   *
   * @param key stable and unique within the kind of decision; keys sort as text
   * @param title for people
   */
  record Case(String key, String title) {}
}
