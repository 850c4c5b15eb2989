package council.config.simulation;

import council.config.simulation.CaseDecision.Made;
import council.config.simulation.CaseDecision.NotMade;
import council.platform.simulation.LiveFacts.Case;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a draft changes in one case. */
public sealed interface CaseResult {
  Case which();

  Tally addTo(Tally tally);

  /** How many differences it tells. */
  int lines();

  /**
   * @param changes none where everything comes out the same
   */
  record Compared(Case which, List<EffectChange> changes) implements CaseResult {
    @Override
    public Tally addTo(Tally tally) {
      return tally.plusDecided(changes);
    }

    @Override
    public int lines() {
      return changes.size();
    }
  }

  /** At least one side cannot be decided, so that nothing can be compared. */
  record Undecided(Case which, @Nullable NotMade before, @Nullable NotMade after)
      implements CaseResult {
    @Override
    public Tally addTo(Tally tally) {
      return tally.plusUndecided();
    }

    @Override
    public int lines() {
      return 1;
    }

    /** For the log. */
    public Stream<RuntimeException> causes() {
      return Stream.of(before, after)
          .flatMap(side -> side == null ? Stream.empty() : Stream.of(side.cause()));
    }
  }

  /** Compares what both schemes make of the case. */
  static CaseResult of(Case which, CaseDecision before, CaseDecision after) {
    if (before instanceof Made earlier && after instanceof Made later) {
      return compared(which, earlier, later);
    }
    return new Undecided(
        which,
        before instanceof NotMade failed ? failed : null,
        after instanceof NotMade failed ? failed : null);
  }

  private static CaseResult compared(Case which, Made before, Made after) {
    try {
      return new Compared(which, EffectComparison.compare(before.effects(), after.effects()));
    } catch (IllegalArgumentException twoOfOneKey) {
      return new Undecided(which, null, CaseDecision.notMade(twoOfOneKey));
    }
  }
}
