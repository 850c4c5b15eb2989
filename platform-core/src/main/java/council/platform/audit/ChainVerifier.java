package council.platform.audit;

import council.platform.audit.ChainFault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a council's audit as it is told batch by batch and row by row, from wherever it comes.
 * It calculates every hash itself and keeps no more than one batch.
 *
 * <p>What no chain can tell: rows that were cut off its end together with their batches, and a
 * chain that was written anew as a whole. Both are told by a head that was published before.
 */
public final class ChainVerifier implements ChainListener {
  private final String tenant;
  private final List<PublishedHead> heads;
  private final Instant now;
  private final ChainFaults faults = new ChainFaults();
  private final WrittenInTime times = new WrittenInTime();
  private @Nullable AuditSeal last;
  private @Nullable BatchCheck batch;
  private int seals;
  private long entries;
  private long unsealed;

  /**
   * @param heads what was published of this or of other councils
   * @param now the moment at which the audit was read
   */
  public ChainVerifier(String tenant, List<PublishedHead> heads, Instant now) {
    this.tenant = tenant;
    this.heads = heads.stream().filter(head -> head.tenant().equals(tenant)).toList();
    this.now = now;
  }

  /**
   * Goes on after a batch that was verified before.
   *
   * @param newest the last row of that batch, absent where it is gone
   */
  void resumeAfter(AuditSeal seal, @Nullable AuditLine newest) {
    if (newest != null) {
      times.findFault(newest);
    }
    times.sealed(seal);
    last = seal;
  }

  /** The next batch; its entries follow. */
  @Override
  public void seal(AuditSeal seal) {
    closeBatch();
    seals++;
    checkFollows(seal);
    if (!seal.tenant().equals(tenant)) {
      fault(Kind.SEAL_ALTERED, seal, "is of another council");
    }
    if (!seal.computedSha256().equals(seal.sha256())) {
      fault(Kind.SEAL_ALTERED, seal, "does not fit its own hash");
    }
    heads.stream()
        .filter(head -> head.number() == seal.number() && !head.sha256().equals(seal.sha256()))
        .forEach(head -> fault(Kind.HEAD_MISMATCH, seal, "is not the one that was published"));
    last = seal;
    batch = new BatchCheck(seal, times, faults);
  }

  private void checkFollows(AuditSeal seal) {
    int expected = last == null ? 1 : last.number() + 1;
    if (seal.number() > expected) {
      String missing =
          expected == seal.number() - 1
              ? "Batch " + expected + " is missing."
              : "Batches %d to %d are missing.".formatted(expected, seal.number() - 1);
      faults.add(new ChainFault(Kind.SEAL_MISSING, expected, null, missing));
    } else if (seal.number() < expected) {
      fault(Kind.REORDERED, seal, "stands after batch " + (expected - 1));
    } else if (!Objects.equals(seal.previousSha256(), last == null ? null : last.sha256())) {
      fault(Kind.SEAL_ALTERED, seal, "names another hash than that of the batch before it");
    }
  }

  /** The next row of a batch. */
  @Override
  public void entry(SealedEntry entry) {
    entries++;
    if (batch == null || last == null || entry.seal() != last.number()) {
      faults.add(
          new ChainFault(
              Kind.SEAL_MISSING,
              entry.seal(),
              null,
              "Batch %d is missing, but it has rows.".formatted(entry.seal())));
      return;
    }
    batch.entry(entry);
  }

  /** The next row that no batch holds; after all batches. */
  @Override
  public void unsealed(UnsealedEntry entry) {
    closeBatch();
    unsealed++;
    AuditLine line = entry.line();
    if (!entry.awaitsSeal()) {
      row(
          Kind.INSERTED,
          line,
          "has no seal and waits for none: it was put in, or its batch is gone");
      return;
    }
    times.findFault(line).ifPresent(what -> row(Kind.INSERTED, line, what));
    if (Duration.between(line.createdAt(), now).compareTo(WrittenInTime.LONGEST) > 0) {
      row(Kind.UNSEALED_TOO_LONG, line, "has waited for its seal since " + line.createdAt());
    }
  }

  /** After the last row of all. */
  public ChainReport finish() {
    checkReached(last == null ? 0 : last.number());
    return report();
  }

  /** What was found up to here, where more is to follow in another part. */
  ChainReport report() {
    closeBatch();
    return new ChainReport(seals, entries, unsealed, last, faults.list(), faults.count());
  }

  private void checkReached(int reached) {
    heads.stream()
        .filter(head -> head.number() > reached)
        .forEach(head ->
            faults.add(
                new ChainFault(
                    Kind.HEAD_MISMATCH,
                    head.number(),
                    null,
                    "Batch %d was published, but the chain ends with batch %d."
                        .formatted(head.number(), reached))));
  }

  private void closeBatch() {
    if (batch != null) {
      batch.close();
      batch = null;
    }
  }

  private void fault(Kind kind, AuditSeal seal, String what) {
    faults.add(
        new ChainFault(kind, seal.number(), null, "Batch %d %s.".formatted(seal.number(), what)));
  }

  private void row(Kind kind, AuditLine line, String what) {
    faults.add(new ChainFault(kind, null, line.seq(), "Row %d %s.".formatted(line.seq(), what)));
  }
}
