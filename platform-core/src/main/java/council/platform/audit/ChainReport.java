package council.platform.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying.
 *
 * @param seals how many batches were looked at
 * @param entries how many sealed rows were looked at
 * @param unsealed how many rows wait for their seal
 * @param last the last batch that was looked at; absent where there is none
 * @param faults the first faults in the order of the chain
 * @param faultCount how many there are in all
 */
public record ChainReport(
    int seals,
    long entries,
    long unsealed,
    @Nullable AuditSeal last,
    List<ChainFault> faults,
    int faultCount) {
  public boolean sound() {
    return faultCount == 0;
  }
}
