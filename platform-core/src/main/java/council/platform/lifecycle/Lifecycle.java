package council.platform.lifecycle;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * States and transitions as data; may stand in a scheme as it is. {@link LifecycleCheck} checks.
 */
@Doc("States of a thing and the actions that lead from one to the next")
public record Lifecycle(
    @Doc("Code of the state in which it begins") String initial,
    @Doc("States by code") Map<String, State> states,
    @Doc("Actions; one name may lead from different states to different ones")
        List<Transition> transitions) {

  public Lifecycle {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    transitions = List.copyOf(transitions);
  }

  /** One state. */
  public record State(
      @Doc("Name for people") String title,
      @Doc("Whether it is an end: nothing leads out of it") @Default("false") boolean terminal) {}

  /** One action and where it leads. */
  public record Transition(
      @Doc("Name of the action, a verb such as award") String name,
      @Doc("Codes of the states from which it leads") List<String> from,
      @Doc("Code of the state to which it leads") String to,
      @Doc("Code of the permission that it takes, such as framework.round.award") String permission,
      @Doc("Names of conditions of the module that must all hold") List<String> guards,
      @Doc("How soon after the state began it is due; absent where it is never due")
          @Nullable DueWithin dueWithin,
      @Doc("Whether whoever does it must say why") @Default("false") boolean reasonRequired) {
    public Transition {
      from = List.copyOf(from);
      guards = List.copyOf(guards);
    }
  }

  /** The transition of that name that leads from that state. */
  public Optional<Transition> findTransition(String action, String state) {
    return transitions.stream()
        .filter(t -> t.name().equals(action) && t.from().contains(state))
        .findFirst();
  }

  /** States from which an action of that name leads, sorted. */
  List<String> statesBefore(String action) {
    TreeSet<String> before = new TreeSet<>();
    transitions.stream().filter(t -> t.name().equals(action)).forEach(t -> before.addAll(t.from()));
    return List.copyOf(before);
  }
}
