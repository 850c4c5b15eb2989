package council.config.store;

import council.config.document.SchemeDocument;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import council.platform.scheme.SchemeVersion;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A kept version, bound. */
record StoredVersion(UUID id, int number, String contentHash, SchemeDocument document)
    implements SchemeVersion {
  @Override
  public String council() {
    return document.council();
  }

  @Override
  public LocalDate effectiveFrom() {
    return document.effectiveFrom();
  }

  @Override
  public <S> Optional<S> findSection(Class<S> type) {
    return document.findSection(type);
  }

  @Override
  public Set<String> names(String kind) {
    return document.names(kind);
  }

  @Override
  public <S> S getSection(Class<S> type) {
    return document
        .findSection(type)
        .orElseThrow(() ->
            new PlatformException(
                ErrorCode.MODULE_NOT_ENABLED,
                "The council's scheme has no section that this asks for."));
  }
}
