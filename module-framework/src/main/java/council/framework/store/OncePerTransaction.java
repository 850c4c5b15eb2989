package council.framework.store;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * What was read last in a transaction, for many questions about the same in a row; gone with the
 * transaction, so no council sees another's. Only for transactions that read: there nothing changes
 * in between.
 */
final class OncePerTransaction<K, V> {
  /** Enough for two schemes that are compared. */
  private static final int KEPT = 4;

  private final TransactionOperations<?> transactions;
  private final Map<TransactionStatus<?>, Map<K, V>> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  OncePerTransaction(TransactionOperations<?> transactions) {
    this.transactions = transactions;
  }

  V get(K key, Function<K, V> read) {
    var open = transactions.findTransactionStatus();
    if (open.isEmpty()) {
      return read.apply(key);
    }
    Map<K, V> here = known.computeIfAbsent(open.get(), transaction -> new LastRead<>());
    V found = here.get(key);
    if (found == null) {
      found = read.apply(key);
      here.put(key, found);
    }
    return found;
  }

  /** Used by the one thread that runs the transaction. */
  private static final class LastRead<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > KEPT;
    }
  }
}
