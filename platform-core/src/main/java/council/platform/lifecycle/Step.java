package council.platform.lifecycle;

import java.util.List;

/** What came of an action. */
public sealed interface Step {
  /** It was done. */
  record Moved(String action, String from, String to) implements Step {}

  /** It cannot be done, with every reason why not. */
  record NotMoved(String action, List<Obstacle> obstacles) implements Step {
    public NotMoved {
      obstacles = List.copyOf(obstacles);
    }
  }
}
