package council.framework.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import council.framework.domain.PlacementSolver.Option;
import council.framework.domain.PlacementSolver.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * The problem as the solver sees it: one Boolean an option, one for each area of a capped provider.
 */
final class PlacementModel {
  /**
   * In the solver's own deterministic seconds, so that the same problem always ends the same way.
   */
  static final double LONG = 300;

  /** Enough for what helps but is not needed. */
  static final double SHORT = 2;

  /**
   * The linear relaxation of this problem is almost exact; without it large rounds take for ever.
   */
  private static final int WHOLE_MODEL = 2;

  private final CpModel model = new CpModel();
  private final Problem problem;
  private final BoolVar[] takes;

  PlacementModel(Problem problem) {
    this.problem = problem;
    takes = new BoolVar[problem.options().size()];
    for (int i = 0; i < takes.length; i++) {
      takes[i] = model.newBoolVar("");
    }
    addPlaces();
    addAreaCaps();
    addZoneCaps();
  }

  private void addPlaces() {
    Map<String, List<BoolVar>> byZone = new LinkedHashMap<>();
    for (int i = 0; i < takes.length; i++) {
      byZone.computeIfAbsent(option(i).zone(), zone -> new ArrayList<>()).add(takes[i]);
    }
    byZone.forEach((zone, options) ->
        model.addLessOrEqual(sum(options), problem.placesByZone().getOrDefault(zone, 0)));
  }

  private void addAreaCaps() {
    Map<String, Map<String, List<BoolVar>>> newAreas = new LinkedHashMap<>();
    for (int i = 0; i < takes.length; i++) {
      Option option = option(i);
      if (!problem.heldBy(option.provider()).areas().contains(option.area())) {
        newAreas
            .computeIfAbsent(option.provider(), provider -> new LinkedHashMap<>())
            .computeIfAbsent(option.area(), area -> new ArrayList<>())
            .add(takes[i]);
      }
    }
    newAreas.forEach(this::addAreaCap);
  }

  private void addAreaCap(String provider, Map<String, List<BoolVar>> newAreas) {
    int left = Math.max(0, problem.areaCap() - problem.heldBy(provider).areas().size());
    if (newAreas.size() <= left) {
      return;
    }
    List<BoolVar> uses = new ArrayList<>();
    newAreas.forEach((area, options) -> {
      BoolVar use = model.newBoolVar("");
      options.forEach(option -> model.addImplication(option, use));
      uses.add(use);
    });
    model.addLessOrEqual(sum(uses), left);
  }

  /** A provider has at most one option in a zone. */
  private void addZoneCaps() {
    Map<String, List<BoolVar>> byProvider = new LinkedHashMap<>();
    for (int i = 0; i < takes.length; i++) {
      byProvider.computeIfAbsent(option(i).provider(), p -> new ArrayList<>()).add(takes[i]);
    }
    byProvider.forEach((provider, options) -> {
      int left = Math.max(0, problem.zoneCap() - problem.heldBy(provider).zones());
      if (options.size() > left) {
        model.addLessOrEqual(sum(options), left);
      }
    });
  }

  /** Makes the total of the values a condition. */
  void requireTotal(long total) {
    model.addEquality(weighted(i -> option(i).value()), total);
  }

  void fix(int option, boolean taken) {
    model.addEquality(takes[option], taken ? 1 : 0);
  }

  /** The options taken where the sum of the weights of those taken is the greatest. */
  BitSet maximise(IntToLongFunction weight, BitSet hint) {
    return findMaximum(weight, hint, LONG)
        .orElseThrow(() -> new IllegalStateException("Expected a proven optimum, but found none"));
  }

  /** The same, or empty where it could not be proven within the limit. */
  Optional<BitSet> findMaximum(IntToLongFunction weight, BitSet hint, double limit) {
    model.clearHints();
    for (int i = 0; i < takes.length; i++) {
      model.addHint(takes[i], hint.get(i));
    }
    model.maximize(weighted(weight));
    CpSolver solver = new CpSolver();
    solver
        .getParameters()
        .setNumWorkers(1)
        .setRandomSeed(1)
        .setLinearizationLevel(WHOLE_MODEL)
        .setMaxDeterministicTime(limit);
    if (solver.solve(model) != CpSolverStatus.OPTIMAL) {
      return Optional.empty();
    }
    BitSet taken = new BitSet(takes.length);
    for (int i = 0; i < takes.length; i++) {
      taken.set(i, solver.booleanValue(takes[i]));
    }
    return Optional.of(taken);
  }

  private LinearExpr weighted(IntToLongFunction weight) {
    long[] weights = new long[takes.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight.applyAsLong(i);
    }
    return LinearExpr.weightedSum(takes, weights);
  }

  private static LinearExpr sum(List<BoolVar> variables) {
    return LinearExpr.sum(variables.toArray(BoolVar[]::new));
  }

  private Option option(int index) {
    return problem.options().get(index);
  }
}
