package council.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * The place of one row in its batch.
 *
 * @param seal number of the batch
 * @param position 1 for the first row of the batch
 * @param sha256 hash of the row when it was sealed
 * @param line the row as it is now; absent where it is gone
 */
public record SealedEntry(int seal, int position, String sha256, @Nullable AuditLine line) {}
