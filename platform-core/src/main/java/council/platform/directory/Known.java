package council.platform.directory;

import council.platform.store.generated.tables.records.ConsortiumMemberRecord;
import council.platform.store.generated.tables.records.LocationRecord;
import council.platform.store.generated.tables.records.ProviderCqcRegistrationRecord;
import council.platform.store.generated.tables.records.ProviderRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the directory holds of the things that an import names.
 *
 * @param providers by reference
 * @param zones by code
 * @param registrations of those providers, or under the CQC ids that the import names, that last on
 *     the import's day or later
 * @param locations the latest period of each location, by reference
 * @param members of the consortia named
 */
record Known(
    Map<String, ProviderRecord> providers,
    Map<String, Zone> zones,
    List<ProviderCqcRegistrationRecord> registrations,
    Map<String, LocationRecord> locations,
    List<ConsortiumMemberRecord> members) {

  Optional<ProviderCqcRegistrationRecord> findRegistration(UUID providerId) {
    return registrations.stream().filter(r -> r.getProviderId().equals(providerId)).findFirst();
  }

  boolean isZoneInForce(String code, LocalDate date) {
    return zones.containsKey(code) && zones.get(code).isInForce(date);
  }

  boolean isMember(UUID consortium, UUID member) {
    return members.stream()
        .anyMatch(
            row -> row.getConsortiumId().equals(consortium) && row.getMemberId().equals(member));
  }

  /** For what the check has found to be there. */
  static <T> T mustHave(Map<String, T> byName, String name) {
    T found = byName.get(name);
    if (found == null) {
      throw new IllegalStateException("Expected the check to have refused " + name);
    }
    return found;
  }
}
