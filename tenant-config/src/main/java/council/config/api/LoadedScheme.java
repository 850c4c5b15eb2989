package council.config.api;

import java.util.Optional;
import java.util.UUID;

/**
 * What came of loading a document.
 *
 * @param versionId the version that says what the document says; absent after a dry run of
 *     something new
 * @param contentHash SHA-256 of the effective document
 */
public record LoadedScheme(Outcome outcome, Optional<UUID> versionId, String contentHash) {
  /** What was done. */
  public enum Outcome {
    /** A new version was kept. */
    PUBLISHED,
    /** The version in force on the document's date says the same already. */
    UNCHANGED,
    /** A dry run: a new version would be kept. */
    WOULD_PUBLISH
  }
}
