package council.platform.audit;

/** Is told a council's audit in the order of its chain, one thing after the other. */
public interface ChainListener {
  /** The next batch; its entries follow. */
  void seal(AuditSeal seal);

  /** The next row of the batch. */
  void entry(SealedEntry entry);

  /** The next row that no batch holds; after all batches. */
  void unsealed(UnsealedEntry entry);
}
