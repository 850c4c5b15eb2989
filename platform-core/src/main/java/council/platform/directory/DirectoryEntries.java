package council.platform.directory;

import java.time.LocalDate;
import java.util.List;

/**
 * One import. Locations and consortia may name providers of the same import or of the directory.
 * What is not named stays as it is.
 *
 * @param from the day from which locations and CQC registrations are as given
 */
public record DirectoryEntries(
    LocalDate from,
    List<ProviderEntry> providers,
    List<ConsortiumMemberEntry> consortiumMembers,
    List<LocationEntry> locations) {
  public DirectoryEntries {
    providers = List.copyOf(providers);
    consortiumMembers = List.copyOf(consortiumMembers);
    locations = List.copyOf(locations);
  }
}
