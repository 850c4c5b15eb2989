package council.config.store;

import council.config.api.SchemeViews;
import council.config.document.Origin;
import council.config.document.Paths;
import council.config.document.SchemeChange;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.config.store.generated.tables.records.SchemeDraftRecord;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works views out of what is kept. */
@Singleton
final class StoredSchemeViews implements SchemeViews {
  private static final int MOST = 200;

  private final DraftStore drafts;
  private final VersionStore versions;
  private final StoredSchemes schemes;
  private final SchemeReader reader;

  StoredSchemeViews(
      DraftStore drafts, VersionStore versions, StoredSchemes schemes, SchemeReader reader) {
    this.drafts = drafts;
    this.versions = versions;
    this.schemes = schemes;
    this.reader = reader;
  }

  @Override
  public Part<SchemeChange> changesOfDraft(UUID draft, @Nullable UUID since, Window window) {
    SchemeDraftRecord row = getDraft(draft);
    UUID base = since != null ? since : row.getBaseVersionId();
    SchemeDocument after =
        Optional.ofNullable(row.getContent())
            .map(reader::readPublished)
            .orElseThrow(() -> cannot("The draft cannot be read yet; it tells its problems."));
    return part(reader.compare(before(base), after), SchemeChange::path, window);
  }

  @Override
  public Part<SchemeChange> changesOfVersion(UUID version, @Nullable UUID since, Window window) {
    SchemeDocument after = schemes.getDocument(version);
    UUID base = since != null ? since : versions.findBefore(version).orElse(null);
    return part(reader.compare(before(base), after), SchemeChange::path, window);
  }

  private SchemeDocument before(@Nullable UUID version) {
    if (version == null) {
      throw cannot("There is no earlier version to compare with; name one.");
    }
    return schemes.getDocument(version);
  }

  @Override
  public Part<Origin> originsOfDraft(UUID draft, @Nullable String under, Window window) {
    List<Origin> origins = reader.read(getDraft(draft).getSourceText()).origins();
    return part(
        origins.stream()
            .filter(origin -> under == null || Paths.isWithin(origin.path(), under))
            .toList(),
        Origin::path,
        window);
  }

  private SchemeDraftRecord getDraft(UUID draft) {
    return drafts
        .find(draft)
        .orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "There is no such draft."));
  }

  private static <T> Part<T> part(List<T> all, Function<T, String> path, Window window) {
    if (window.first() < 1 || window.first() > MOST) {
      throw cannot("Expected first from 1 to " + MOST + ", but it is " + window.first() + ".");
    }
    int from = start(all, path, window.after());
    int to = Math.min(all.size(), from + window.first());
    return new Part<>(all.size(), all.subList(from, to), to < all.size());
  }

  private static <T> int start(List<T> all, Function<T, String> path, @Nullable String after) {
    if (after == null) {
      return 0;
    }
    for (int i = 0; i < all.size(); i++) {
      if (path.apply(all.get(i)).equals(after)) {
        return i + 1;
      }
    }
    throw cannot("Expected the path of an item as 'afterPath', but there is none like it.");
  }

  private static PlatformException cannot(String message) {
    return new PlatformException(ErrorCode.BAD_REQUEST, message);
  }
}
