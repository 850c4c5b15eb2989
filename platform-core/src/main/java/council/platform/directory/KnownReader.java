package council.platform.directory;

import council.platform.problem.TextRule;
import council.platform.store.generated.tables.records.LocationRecord;
import council.platform.store.generated.tables.records.ProviderCqcRegistrationRecord;
import council.platform.store.generated.tables.records.ProviderRecord;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what the directory holds of the things that an import names, one statement a table. */
@Singleton
final class KnownReader {
  private final DirectoryStore store;

  KnownReader(DirectoryStore store) {
    this.store = store;
  }

  Known read(DirectoryEntries entries) {
    Map<String, ProviderRecord> providers =
        new HashMap<>(store.providersByReference(providersNamed(entries)));
    store
        .providersByCqcId(cqcIdsNamed(entries))
        .forEach(row -> providers.putIfAbsent(row.getReference(), row));
    Set<UUID> ids =
        providers.values().stream().map(ProviderRecord::getId).collect(Collectors.toSet());
    List<ProviderCqcRegistrationRecord> registrations = store.registrations(ids, entries.from());
    Map<String, Zone> zones =
        store.zones().stream().collect(Collectors.toMap(Zone::code, zone -> zone));
    Map<String, LocationRecord> locations = store.latestLocations(locationsNamed(entries));
    return new Known(providers, zones, registrations, locations, store.membershipsOf(ids));
  }

  private static Set<String> providersNamed(DirectoryEntries entries) {
    Set<String> names = new TreeSet<>();
    entries.providers().forEach(entry -> names.add(entry.reference()));
    entries.locations().forEach(entry -> names.add(entry.provider()));
    for (ConsortiumMemberEntry entry : entries.consortiumMembers()) {
      names.add(entry.consortium());
      names.add(entry.member());
    }
    return askable(names.stream());
  }

  /** The database cannot even be asked for some texts that nothing can be called. */
  private static Set<String> askable(Stream<String> names) {
    return names
        .filter(name -> TextRule.findFault(name, ImportProblems.LONGEST_REFERENCE).isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<String> locationsNamed(DirectoryEntries entries) {
    return askable(entries.locations().stream().map(LocationEntry::reference));
  }

  private static Set<String> cqcIdsNamed(DirectoryEntries entries) {
    return askable(
        entries.providers().stream().map(ProviderEntry::cqcProviderId).filter(Objects::nonNull));
  }
}
