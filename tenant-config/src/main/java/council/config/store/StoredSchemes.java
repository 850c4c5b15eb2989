package council.config.store;

import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Schemes from the database. Every question asks the database which version it is, so a council
 * never gets another's; the bound document, which never changes, is kept in memory.
 */
@Singleton
final class StoredSchemes implements Schemes {
  private static final int KEPT = 256;

  private final VersionStore versions;
  private final SchemeReader reader;
  private final Map<UUID, StoredVersion> bound = new LeastRecentlyUsed<>(KEPT);

  StoredSchemes(VersionStore versions, SchemeReader reader) {
    this.versions = versions;
    this.reader = reader;
  }

  @Override
  public Optional<SchemeVersion> findInForce(LocalDate date) {
    return versions.findInForce(date).map(this::bound);
  }

  @Override
  public Optional<SchemeVersion> findInForceForExisting(LocalDate date) {
    return versions.findInForceForExisting(date).map(this::bound);
  }

  @Override
  public SchemeVersion getVersion(UUID id) {
    return getStored(id);
  }

  private StoredVersion getStored(UUID id) {
    return versions
        .findKey(id)
        .map(this::bound)
        .orElseThrow(() ->
            new PlatformException(ErrorCode.NOT_FOUND, "There is no such version of the scheme."));
  }

  /** The document of a version of the council. */
  SchemeDocument getDocument(UUID id) {
    return getStored(id).document();
  }

  private StoredVersion bound(VersionStore.Key key) {
    StoredVersion known = inMemory(key.id());
    return known != null ? known : load(key);
  }

  private StoredVersion load(VersionStore.Key key) {
    StoredVersion version =
        new StoredVersion(
            key.id(),
            key.number(),
            key.contentHash(),
            reader.readPublished(versions.getContent(key.id())));
    synchronized (bound) {
      bound.put(key.id(), version);
    }
    return version;
  }

  private @org.jspecify.annotations.Nullable StoredVersion inMemory(UUID id) {
    synchronized (bound) {
      return bound.get(id);
    }
  }

  /** Forgets what was not asked for the longest. */
  private static final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int most;

    LeastRecentlyUsed(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
