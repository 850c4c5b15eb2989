package council.platform.lifecycle;

import java.util.Optional;

/** What a module answers when a transition asks for one of its conditions by name. */
@FunctionalInterface
public interface Guards {
  /** For lifecycles whose transitions have no guards. */
  Guards NONE =
      guard -> {
        throw new IllegalArgumentException("Expected no guards, but asked for " + guard);
      };

  /**
   * @return empty where the condition holds, else a full sentence why it does not
   * @throws IllegalArgumentException for a name that the module does not know
   */
  Optional<String> findObstacle(String guard);
}
