package council.platform.lifecycle;

import council.platform.lifecycle.Lifecycle.Transition;
import council.platform.problem.Problems;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds everything that is wrong with a lifecycle, at once. */
public final class LifecycleCheck {
  private final Lifecycle lifecycle;
  private final String path;
  private final Problems problems;

  private LifecycleCheck(Lifecycle lifecycle, String path, Problems problems) {
    this.lifecycle = lifecycle;
    this.path = path;
    this.problems = problems;
  }

  /**
   * @param path where the lifecycle stands in the scheme, such as {@code framework.awardLifecycle}
   * @param guards names of the conditions that the module knows
   * @param permissions codes of the permissions that there are
   */
  public static void check(
      Lifecycle lifecycle,
      String path,
      Set<String> guards,
      Set<String> permissions,
      Problems problems) {
    LifecycleCheck check = new LifecycleCheck(lifecycle, path, problems);
    check.initialState();
    check.transitions(guards, permissions);
    check.duplicates();
    check.unreachableStates();
    check.ends();
  }

  private void initialState() {
    known("UNKNOWN_STATE", path + ".initial", lifecycle.initial(), lifecycle.states().keySet());
  }

  private void transitions(Set<String> guards, Set<String> permissions) {
    for (int i = 0; i < lifecycle.transitions().size(); i++) {
      Transition transition = lifecycle.transitions().get(i);
      String at = pathOf(i);
      if (transition.from().isEmpty()) {
        problems.add("NO_STATE", at + ".from", "Expected a state to lead from, but there is none.");
      }
      Set<String> states = lifecycle.states().keySet();
      transition.from().forEach(from -> known("UNKNOWN_STATE", at + ".from", from, states));
      known("UNKNOWN_STATE", at + ".to", transition.to(), states);
      known("UNKNOWN_PERMISSION", at + ".permission", transition.permission(), permissions);
      transition.guards().forEach(guard -> known("UNKNOWN_GUARD", at + ".guards", guard, guards));
    }
  }

  /** One action leads from one state to one other. */
  private void duplicates() {
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < lifecycle.transitions().size(); i++) {
      Transition transition = lifecycle.transitions().get(i);
      for (String from : transition.from()) {
        if (!seen.add(List.of(transition.name(), from))) {
          problems.add(
              "DUPLICATE_TRANSITION",
              pathOf(i),
              transition.name(),
              "one transition of a name from a state",
              transition.name() + " leads from " + from + " more than once.");
        }
      }
    }
  }

  private void unreachableStates() {
    Set<String> reached = reachable();
    for (String state : lifecycle.states().keySet()) {
      if (!reached.contains(state)) {
        problems.add(
            "UNREACHABLE_STATE",
            path + ".states." + state,
            "No chain of transitions leads from " + lifecycle.initial() + " to " + state + ".");
      }
    }
  }

  private Set<String> reachable() {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(lifecycle.initial()));
    while (!open.isEmpty()) {
      String state = open.pop();
      if (reached.add(state)) {
        lifecycle.transitions().stream()
            .filter(transition -> transition.from().contains(state))
            .forEach(transition -> open.push(transition.to()));
      }
    }
    return reached;
  }

  private void ends() {
    lifecycle
        .states()
        .forEach((code, state) -> {
          boolean leaves = lifecycle.transitions().stream().anyMatch(t -> t.from().contains(code));
          if (!leaves && !state.terminal()) {
            problems.add(
                "DEAD_END",
                path + ".states." + code,
                "Nothing leads out of " + code + ", and it is not declared terminal.");
          }
          if (leaves && state.terminal()) {
            problems.add(
                "TERMINAL_STATE_LEFT",
                path + ".states." + code,
                code + " is declared terminal, but a transition leads out of it.");
          }
        });
  }

  private void known(String code, String at, String name, Set<String> names) {
    if (!names.contains(name)) {
      problems.add(
          code,
          at,
          name,
          "one of " + String.join(", ", new TreeSet<>(names)),
          "There is no " + name + " here.");
    }
  }

  private String pathOf(int transition) {
    return path + ".transitions[" + transition + "]";
  }
}
