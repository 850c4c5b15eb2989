package council.framework.solver;

import council.framework.domain.PlacementSolver;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The greatest total by OR-Tools' CP-SAT: one worker and a fixed seed, the optimum proven. Then it
 * is asked which options differ between allocations of that total; where any do, they are decided
 * in the order of the options.
 */
public final class CpSatPlacement implements PlacementSolver {
  /** Powers of two that fit into the solver's whole numbers with room to add them up. */
  private static final int OPTIONS_AT_ONCE = 40;

  private final double limitForTies;

  public CpSatPlacement() {
    this(PlacementModel.SHORT);
  }

  /**
   * @param limitForTies how long to look for options that differ, in the solver's own seconds
   */
  CpSatPlacement(double limitForTies) {
    this.limitForTies = limitForTies;
  }

  @Override
  public Set<Integer> solve(Problem problem) {
    if (problem.options().isEmpty()) {
      return Set.of();
    }
    BitSet taken = SolverThread.call(() -> solveHere(problem));
    return taken.stream().boxed().collect(Collectors.toUnmodifiableSet());
  }

  private BitSet solveHere(Problem problem) {
    PlacementModel model = new PlacementModel(problem);
    BitSet best = model.maximise(i -> problem.options().get(i).value(), new BitSet());
    model.requireTotal(best.stream().mapToLong(i -> problem.options().get(i).value()).sum());
    BitSet open = undecided(model, problem.options().size(), best);
    for (int i = open.nextClearBit(0); i < problem.options().size(); i = open.nextClearBit(i + 1)) {
      model.fix(i, best.get(i));
    }
    return decide(model, open.stream().boxed().toList(), best);
  }

  /**
   * The options that are taken in some allocations of the greatest total and not in others; all of
   * them where there are too many ties to tell.
   */
  private BitSet undecided(PlacementModel model, int options, BitSet best) {
    BitSet open = new BitSet(options);
    while (true) {
      Optional<BitSet> other =
          model.findMaximum(i -> open.get(i) ? 0 : best.get(i) ? -1 : 1, best, limitForTies);
      if (other.isEmpty()) {
        open.set(0, options);
        return open;
      }
      BitSet differing = other.get();
      differing.xor(best);
      differing.andNot(open);
      if (differing.isEmpty()) {
        return open;
      }
      open.or(differing);
    }
  }

  /** Takes the earliest options that can still be taken, some at a time. */
  private static BitSet decide(PlacementModel model, List<Integer> open, BitSet best) {
    BitSet decided = best;
    for (int from = 0; from < open.size(); from += OPTIONS_AT_ONCE) {
      List<Integer> some = open.subList(from, Math.min(from + OPTIONS_AT_ONCE, open.size()));
      decided = model.maximise(i -> weight(some.indexOf(i), some.size()), decided);
      for (int option : some) {
        model.fix(option, decided.get(option));
      }
    }
    return decided;
  }

  private static long weight(int position, int size) {
    return position < 0 ? 0 : 1L << (size - 1 - position);
  }
}
