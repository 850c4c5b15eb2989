package council.platform.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects every {@link Problem} of one piece of input before anything is done with it. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  public void add(Problem problem) {
    found.add(problem);
  }

  public void add(String code, String path, String message) {
    found.add(Problem.of(code, path, message));
  }

  public void add(
      String code, String path, @Nullable Object value, String expected, String message) {
    found.add(new Problem(code, path, message, value == null ? null : value.toString(), expected));
  }

  public void addAll(Collection<Problem> problems) {
    found.addAll(problems);
  }

  /** Something that is allowed but probably not meant; it stands in nobody's way. */
  public void warn(
      String code, String path, @Nullable Object value, String expected, String message) {
    warnings.add(
        new Problem(code, path, message, value == null ? null : value.toString(), expected));
  }

  /** In the order in which they were found. */
  public List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /** Whether nothing stands in the way; warnings do not. */
  public boolean none() {
    return found.isEmpty();
  }

  /** In the order in which they were found. */
  public List<Problem> list() {
    return List.copyOf(found);
  }

  /** Ends the use case with all problems, if there are any. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new Refused(found);
    }
  }
}
