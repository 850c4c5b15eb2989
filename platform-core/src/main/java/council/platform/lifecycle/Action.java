package council.platform.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action of a lifecycle as seen from a situation.
 *
 * @param to code of the state to which it would lead; absent where it does not lead from here
 * @param obstacles why it cannot be done; none where it can
 * @param dueBy the last day on which it is in time; absent where it is never due
 */
public record Action(
    String name,
    @Nullable String to,
    boolean reasonRequired,
    List<Obstacle> obstacles,
    @Nullable LocalDate dueBy) {
  public Action {
    obstacles = List.copyOf(obstacles);
  }

  public boolean allowed() {
    return obstacles.isEmpty();
  }
}
