package council.platform.lifecycle;

import java.time.LocalDate;
import java.util.Set;

/**
 * Where a thing stands, and who looks at it.
 *
 * @param state code of its present state
 * @param since the day on which that state began
 * @param permissions codes of the permissions of whoever asks
 */
public record Situation(String state, LocalDate since, Set<String> permissions, Guards guards) {
  public Situation {
    permissions = Set.copyOf(permissions);
  }
}
