package council.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether rows can have been written when they say. The hashes cannot tell a row that was put in
 * with a time of long ago from one that committed late; but a transaction lasts an hour at most
 * (the database sees to it), so no honest row is older by more than that than what it follows.
 */
final class WrittenInTime {
  /** The longest transaction, and some minutes in which clocks may differ. */
  static final Duration LONGEST = Duration.ofMinutes(65);

  private long highestSeq = Long.MIN_VALUE;
  private Instant newest = Instant.MIN;
  private @Nullable AuditSeal before;
  private @Nullable AuditSeal withHighest;

  /** The batch whose rows came last; those that follow were not there when it was sealed. */
  void sealed(AuditSeal seal) {
    before = seal;
    if (withHighest == null || seal.lastSeq() > withHighest.lastSeq()) {
      withHighest = seal;
    }
  }

  /** What is wrong with the times of the next row, as the end of a sentence. */
  Optional<String> findFault(AuditLine line) {
    if (Duration.between(line.createdAt(), line.at()).abs().compareTo(LONGEST) > 0) {
      return Optional.of("says another time than the one at which it was written");
    }
    Instant earliest = earliest(line);
    if (line.seq() > highestSeq) {
      highestSeq = line.seq();
      newest = line.createdAt().isAfter(newest) ? line.createdAt() : newest;
    }
    return line.createdAt().isBefore(earliest)
        ? Optional.of("is older than its place in the audit allows: it was put in afterwards")
        : Optional.empty();
  }

  private Instant earliest(AuditLine line) {
    if (line.seq() > highestSeq) {
      return newest.equals(Instant.MIN) ? newest : newest.minus(LONGEST);
    }
    if (before != null && before.lastSeq() > line.seq()) {
      return before.sealedAt().minus(LONGEST);
    }
    return withHighest == null || withHighest.lastSeq() < line.seq()
        ? Instant.MIN
        : withHighest.sealedAt().minus(LONGEST);
  }
}
