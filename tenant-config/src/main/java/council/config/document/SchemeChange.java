package council.config.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two schemes.
 *
 * @param path such as {@code framework.vehicles.X.criteria[QUALITY].weightPercent}; items of a list
 *     stand by their code or name where they have one
 * @param title what the value is: what the scheme record says of the component, or of the nearest
 *     one around it
 * @param before the value as canonical JSON; absent for what was added
 * @param after the value as canonical JSON; absent for what was removed
 * @param affects kinds of decision that the change can alter, sorted; empty where it alters none
 * @param rules ids of the rules that the component expresses
 */
public record SchemeChange(
    String path,
    Change change,
    String title,
    @Nullable String before,
    @Nullable String after,
    List<String> affects,
    List<String> rules) {

  /** What happened to the value. */
  public enum Change {
    ADDED,
    REMOVED,
    CHANGED
  }

  public SchemeChange {
    affects = List.copyOf(affects);
    rules = List.copyOf(rules);
  }
}
