package council.framework.api;

import council.platform.identity.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made public of the frameworks, in the Open Contracting Data Standard 1.1.5. Nothing is
 * kept for it: the same facts always give the same bytes.
 */
public interface OpenDataPublication {
  /** Frameworks that the scheme in force today publishes, in the scheme's order. */
  List<Framework> listFrameworks(Actor actor);

  /**
   * Releases of a framework: its rounds in the order in which they were opened, then its call-offs,
   * each with its releases by day.
   *
   * @param first how many at most
   * @param following what the page before named as {@code next}; absent for the first page
   */
  Page releases(Actor actor, String vehicle, int first, @Nullable String following);

  /** Records, one for each round and call-off, in the same order. */
  Page records(Actor actor, String vehicle, int first, @Nullable String following);

  /**
   * @param packageHead JSON object with what stands in a package beside its releases or records,
   *     without {@code publishedDate}
   */
  record Framework(String vehicle, String title, String packageHead) {}

  /**
   * One release or record.
   *
   * @param date of the release, or of the last one of the record
   * @param json the whole as JSON
   */
  record Told(String ocid, String id, Instant date, List<String> tag, String json) {
    public Told {
      tag = List.copyOf(tag);
    }
  }

  /**
   * @param next absent on the last page
   */
  record Page(List<Told> told, @Nullable String next) {
    public Page {
      told = List.copyOf(told);
    }
  }
}
