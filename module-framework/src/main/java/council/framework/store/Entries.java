package council.framework.store;

import council.framework.round.Submission;
import council.framework.round.Submission.LocationRow;
import council.framework.round.Submission.ProviderRow;
import council.framework.scheme.MemberRole;
import council.platform.directory.ConsortiumMemberEntry;
import council.platform.directory.DirectoryEntries;
import council.platform.directory.LocationEntry;
import council.platform.directory.ProviderEntry;
import council.platform.directory.ProviderForm;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a submission tells the directory. */
final class Entries {
  private Entries() {}

  /**
   * @param role what the members of an applicant are; to the directory a lead provider with
   *     sub-contractors is an organisation like any other
   */
  static DirectoryEntries of(Submission submission, LocalDate from, MemberRole role) {
    boolean together = role.sharesTheOutcome();
    return new DirectoryEntries(
        from,
        submission.providers().stream().map(row -> provider(row, together)).toList(),
        submission.providers().stream().filter(row -> together).flatMap(Entries::members).toList(),
        submission.locations().stream().map(Entries::location).toList());
  }

  private static ProviderEntry provider(ProviderRow row, boolean together) {
    return new ProviderEntry(
        row.reference(),
        row.name(),
        row.companiesHouseNumber(),
        row.cqcProviderId(),
        row.cqcRating(),
        null,
        row.notForProfit(),
        null,
        together ? formOf(row.consortiumMembers()) : ProviderForm.ORGANISATION);
  }

  private static ProviderForm formOf(List<String> members) {
    return members.isEmpty() ? ProviderForm.ORGANISATION : ProviderForm.CONSORTIUM;
  }

  private static Stream<ConsortiumMemberEntry> members(ProviderRow row) {
    return row.consortiumMembers().stream()
        .map(member -> new ConsortiumMemberEntry(row.reference(), member));
  }

  private static LocationEntry location(LocationRow row) {
    return new LocationEntry(
        row.location(), row.provider(), row.zone(), null, row.people(), row.weeklyHours());
  }
}
