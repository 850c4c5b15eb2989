package council.platform;

import council.platform.json.CanonicalJson;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import council.platform.scheme.SchemeVersion;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A version with one section, as the configuration module would give it. */
public record TestScheme(String council, LocalDate effectiveFrom, Object section)
    implements SchemeVersion {
  @Override
  public UUID id() {
    return UUID.nameUUIDFromBytes(contentHash().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int number() {
    return 1;
  }

  @Override
  public String contentHash() {
    return CanonicalJson.sha256Hex(section);
  }

  @Override
  public <S> S getSection(Class<S> type) {
    return findSection(type)
        .orElseThrow(() -> new PlatformException(ErrorCode.MODULE_NOT_ENABLED, type.getName()));
  }

  @Override
  public Set<String> names(String kind) {
    return Set.of();
  }

  @Override
  public <S> Optional<S> findSection(Class<S> type) {
    return type.isInstance(section) ? Optional.of(type.cast(section)) : Optional.empty();
  }
}
