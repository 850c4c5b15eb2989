package council.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a council's audit.
 *
 * @param seal number of the batch, absent where it is about no batch
 * @param seq number of the row in the order of writing, absent where it is about no one row
 * @param message what was found, for a person; nothing of the row's content
 */
public record ChainFault(Kind kind, @Nullable Integer seal, @Nullable Long seq, String message) {

  /** What was done to the audit, as far as the hashes can tell. */
  public enum Kind {
    /** A row is not what it was when it was sealed. */
    ALTERED,
    /** A sealed row is gone. */
    REMOVED,
    /** A row was put in past the application, or with a time that is not its own. */
    INSERTED,
    /** Sealed rows changed places. */
    REORDERED,
    /** A batch's own figures do not fit its hash. */
    SEAL_ALTERED,
    /** A batch is gone. */
    SEAL_MISSING,
    /** The chain does not lead to a head that was published. */
    HEAD_MISMATCH,
    /** A row waits for its seal for longer than it should. */
    UNSEALED_TOO_LONG
  }
}
