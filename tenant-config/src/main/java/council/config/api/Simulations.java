package council.config.api;

import java.util.Optional;
import java.util.UUID;

/** Drafts of schemes tried on what is there. */
public interface Simulations {
  /**
   * The latest finished simulation of exactly this content against exactly this version.
   *
   * @param contentSha256 hash of the draft's canonical document
   * @param baseVersion the version that it was compared with
   */
  Optional<UUID> findFinished(String contentSha256, UUID baseVersion);
}
