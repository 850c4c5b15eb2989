package council.framework.store;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Reads who holds what on a vehicle. */
@Singleton
final class StandingStore {
  private final PlaceStore places;
  private final SuspensionStore suspensions;
  private final TransactionOperations<Connection> transactions;

  /** The vehicle asked about last in each transaction; gone with the transaction. */
  private final Map<TransactionStatus<?>, Standing> lastAsked =
      Collections.synchronizedMap(new WeakHashMap<>());

  StandingStore(
      PlaceStore places,
      SuspensionStore suspensions,
      TransactionOperations<Connection> transactions) {
    this.places = places;
    this.suspensions = suspensions;
    this.transactions = transactions;
  }

  Standing load(String vehicle) {
    return new Standing(vehicle, places.listPlaces(vehicle), suspensions.listSuspensions(vehicle));
  }

  /**
   * The same, read once for many questions about a vehicle in a row. Only for transactions that
   * read: there nothing changes in between.
   */
  Standing loadOnce(String vehicle) {
    var transaction = transactions.findTransactionStatus();
    var known = transaction.map(lastAsked::get).filter(k -> k.vehicle().equals(vehicle));
    if (known.isPresent()) {
      return known.get();
    }
    var loaded = load(vehicle);
    transaction.ifPresent(open -> lastAsked.put(open, loaded));
    return loaded;
  }
}
