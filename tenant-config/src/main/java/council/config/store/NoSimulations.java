package council.config.store;

import council.config.api.Simulations;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class NoSimulations implements Simulations {
  @Override
  public Optional<UUID> findFinished(String contentSha256, UUID baseVersion) {
    return Optional.empty();
  }
}
