package council.config.simulation.store;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it reads now.
 *
 * @param content the effective document in canonical form, absent while it cannot be read; the hash
 *     and the first day go with it
 */
record Draft(
    UUID id,
    int revision,
    String status,
    @Nullable String content,
    @Nullable String contentSha256,
    @Nullable LocalDate effectiveFrom) {}
