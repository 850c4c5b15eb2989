package council.platform.audit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The council's sealed batches as they are kept. Called in a transaction in the council. */
@Singleton
public final class AuditChain {
  private static final int UNSEALED_A_TIME = 1_000;

  private final AuditChainStore store;

  AuditChain(AuditChainStore store) {
    this.store = store;
  }

  /** The last batch; empty where nothing was sealed yet. */
  public Optional<AuditSeal> findHead() {
    return store.findHead();
  }

  /** Id of the last batch. */
  public Optional<UUID> findHeadId() {
    return store.findHeadId();
  }

  /**
   * @param complete whether the end of the audit was reached, rows without a batch included
   */
  public record Part(ChainReport report, boolean complete) {}

  /**
   * Verifies some batches, so that a long audit is verified by many short requests.
   *
   * @param verified the batch up to which it was verified before, 0 to begin
   * @param batches how many to verify now
   */
  public Part verify(String tenant, int verified, int batches) {
    ChainVerifier verifier = new ChainVerifier(tenant, List.of(), store.now());
    if (verified > 0) {
      store.findSeal(verified).ifPresent(seal -> verifier.resumeAfter(seal, lastLine(seal)));
    }
    List<AuditSeal> seals = store.listSeals(verified, batches);
    seals.forEach(seal -> verify(verifier, seal));
    if (seals.size() == batches) {
      return new Part(verifier.report(), false);
    }
    int last = seals.isEmpty() ? verified : seals.getLast().number();
    store.listEntries(last, Integer.MAX_VALUE).forEach(verifier::entry);
    verifyUnsealed(verifier);
    return new Part(verifier.finish(), true);
  }

  private @Nullable AuditLine lastLine(AuditSeal seal) {
    List<SealedEntry> entries = store.listEntries(seal.number() - 1, seal.number());
    return entries.isEmpty() ? null : entries.getLast().line();
  }

  private void verify(ChainVerifier verifier, AuditSeal seal) {
    verifier.seal(seal);
    store.listEntries(seal.number() - 1, seal.number()).forEach(verifier::entry);
  }

  private void verifyUnsealed(ChainVerifier verifier) {
    long after = Long.MIN_VALUE;
    List<UnsealedEntry> page;
    do {
      page = store.listUnsealed(after, UNSEALED_A_TIME);
      page.forEach(verifier::unsealed);
      after = page.isEmpty() ? after : page.getLast().line().seq();
    } while (page.size() == UNSEALED_A_TIME);
  }
}
