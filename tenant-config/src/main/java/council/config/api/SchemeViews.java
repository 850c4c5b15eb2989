package council.config.api;

import council.config.document.Origin;
import council.config.document.SchemeChange;
import council.platform.problem.PlatformException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is worked out of drafts and versions when somebody looks at them. Keeps nothing. */
public interface SchemeViews {
  /**
   * What a draft changes, by path.
   *
   * @param since the version to compare with; the draft's base where absent
   * @throws PlatformException {@code NOT_FOUND}, or {@code BAD_REQUEST} for a draft that cannot be
   *     read or has nothing to be compared with
   */
  Part<SchemeChange> changesOfDraft(UUID draft, @Nullable UUID since, Window window);

  /**
   * What a version changed, by path.
   *
   * @param since the version to compare with; the one of the number before where absent
   */
  Part<SchemeChange> changesOfVersion(UUID version, @Nullable UUID since, Window window);

  /**
   * Where each value of a draft comes from: the document, a template, or a default.
   *
   * @param under only paths at or below this one, all where absent
   */
  Part<Origin> originsOfDraft(UUID draft, @Nullable String under, Window window);

  /**
   * @param first at most so many, 1 to 200
   * @param after path of the last one that was seen
   */
  record Window(int first, @Nullable String after) {}

  /** Some of all, in the order of their paths. */
  record Part<T>(int total, List<T> items, boolean hasMore) {
    public Part {
      items = List.copyOf(items);
    }
  }
}
