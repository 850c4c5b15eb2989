package council.framework.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;

/** Reads who holds what on a vehicle. */
@Singleton
final class StandingStore {
  private final PlaceStore places;
  private final SuspensionStore suspensions;
  private final MemberStore members;
  private final OptionStore options;
  private final StandingHistory history;
  private final OncePerTransaction<String, Standing> lastRead;

  StandingStore(
      PlaceStore places,
      SuspensionStore suspensions,
      MemberStore members,
      OptionStore options,
      StandingHistory history,
      TransactionOperations<Connection> transactions) {
    this.places = places;
    this.suspensions = suspensions;
    this.members = members;
    this.options = options;
    this.history = history;
    this.lastRead = new OncePerTransaction<>(transactions);
  }

  Standing load(String vehicle) {
    return new Standing(
        vehicle,
        places.listPlaces(vehicle),
        suspensions.listSuspensions(vehicle),
        places.referencesById(vehicle),
        members.list(vehicle),
        options.list(vehicle));
  }

  /** The same as it was known at a time, whatever was put right since. */
  Standing loadAsKnown(String vehicle, Instant at) {
    return history.load(load(vehicle), at);
  }

  /** The same, read once for many questions about a vehicle in one reading transaction. */
  Standing loadOnce(String vehicle) {
    return lastRead.get(vehicle, this::load);
  }
}
