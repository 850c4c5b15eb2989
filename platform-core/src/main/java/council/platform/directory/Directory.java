package council.platform.directory;

import council.platform.identity.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The directory of the council in whose name the current transaction runs. */
public interface Directory {
  /**
   * Creates what is new, updates what differs and leaves the rest alone.
   *
   * @throws council.platform.problem.Refused with all problems; paths are {@code
   *     providers[0].cqcRating} and so on, by position in the import
   */
  ImportOutcome importEntries(Actor actor, DirectoryEntries entries, ImportMode mode);

  /** Those that exist, by reference; one statement however many are asked for. */
  Map<String, Provider> findProvidersByReference(Actor actor, Set<String> references);

  /** All providers by reference. */
  List<Provider> listProviders(Actor actor);

  /** Every location on that day, by reference. */
  List<Location> locationsAsOf(Actor actor, LocalDate date);

  /**
   * Every period of every location that shares a day with the span, by reference and first day; one
   * statement however long the span is.
   *
   * @param until the last day
   */
  List<Location> locationsBetween(Actor actor, LocalDate from, LocalDate until);

  /** Every zone that any published scheme has had, by code. */
  List<Zone> listZones(Actor actor);

  /** Members of a consortium, by reference. */
  List<Provider> listMembers(Actor actor, ProviderId consortium);

  /**
   * Ids of people by pseudonymous reference such as {@code LAN-C-000123}; unknown ones are added.
   * Nothing else about a person is kept here.
   */
  Map<String, UUID> registerPeople(Actor actor, Set<String> references);
}
