package council.config.simulation.store;

import council.config.simulation.CaseDecision;
import council.config.simulation.CaseDecision.NotMade;
import council.config.simulation.CaseResult;
import council.platform.decision.DecisionEngine;
import council.platform.scheme.SchemeView;
import council.platform.simulation.LiveFacts;
import council.platform.simulation.LiveFacts.Case;
import council.platform.simulation.Span;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two schemes that are compared over a span of days. Facts are read in a read transaction, and
 * engines run outside of it.
 *
 * @param after the one that is tried
 */
record Comparison(SchemeView before, SchemeView after, Span span) {

  /** What is known of one case. */
  record Known<F>(Case which, Facts<F> before, Facts<F> after) {}

  /** What is known of a case under one scheme. */
  sealed interface Facts<F> {}

  /**
   * @param facts absent where the scheme does not speak of the case
   */
  record Read<F>(@Nullable F facts) implements Facts<F> {}

  record NotRead<F>(NotMade why) implements Facts<F> {}

  /** Nothing of a kind comes about where neither scheme has its section. */
  long count(LiveFacts<?, ?, ?> source) {
    return isSpokenOf(source) ? source.countCases(span, before, after) : 0;
  }

  <F> List<Known<F>> list(LiveFacts<?, F, ?> source, @Nullable String seen, int limit) {
    if (!isSpokenOf(source)) {
      return List.of();
    }
    return source.listCases(span, before, after, seen, limit).stream()
        .map(which -> new Known<>(which, read(source, which, before), read(source, which, after)))
        .toList();
  }

  private boolean isSpokenOf(LiveFacts<?, ?, ?> source) {
    Class<?> section = source.engine().sectionType();
    return before.findSection(section).isPresent() || after.findSection(section).isPresent();
  }

  private static <F> Facts<F> read(LiveFacts<?, F, ?> source, Case which, SchemeView scheme) {
    if (scheme.findSection(source.engine().sectionType()).isEmpty()) {
      return new Read<>(null);
    }
    try {
      return new Read<>(source.findFacts(which, scheme).orElse(null));
    } catch (RuntimeException e) {
      if (isOfDatabase(e)) {
        throw e;
      }
      return new NotRead<>(CaseDecision.notMade(e));
    }
  }

  /** After such a failure the transaction is over: the run fails, and is tried again later. */
  private static boolean isOfDatabase(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  <F> CaseResult compare(DecisionEngine<?, F, ?> engine, Known<F> known) {
    return CaseResult.of(
        known.which(),
        decide(engine, before, known.before()),
        decide(engine, after, known.after()));
  }

  private static <F> CaseDecision decide(
      DecisionEngine<?, F, ?> engine, SchemeView scheme, Facts<F> facts) {
    return switch (facts) {
      case Read<F>(var read) -> CaseDecision.of(engine, scheme, read);
      case NotRead<F>(NotMade why) -> why;
    };
  }
}
