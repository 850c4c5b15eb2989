package council.platform.directory;

import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.store.generated.tables.records.ConsortiumMemberRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an import without problems does to the consortia. */
final class ConsortiumPlan {
  private final String tenant;
  private final Known known;
  private final Map<String, UUID> providerIds;
  private final List<ConsortiumMemberRecord> added = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private int unchanged;

  ConsortiumPlan(
      String tenant, DirectoryEntries entries, Known known, Map<String, UUID> providerIds) {
    this.tenant = tenant;
    this.known = known;
    this.providerIds = providerIds;
    entries.consortiumMembers().forEach(this::plan);
  }

  List<Change> changes() {
    return changes;
  }

  ImportOutcome.Counts counts() {
    return new ImportOutcome.Counts(added.size(), 0, unchanged);
  }

  void write(DirectoryStore store) {
    store.insert(added);
  }

  private void plan(ConsortiumMemberEntry entry) {
    UUID consortium = Known.mustHave(providerIds, entry.consortium());
    UUID member = Known.mustHave(providerIds, entry.member());
    if (known.isMember(consortium, member)) {
      unchanged++;
      return;
    }
    ConsortiumMemberRecord row = new ConsortiumMemberRecord();
    row.setTenantId(tenant);
    row.setId(Ids.next());
    row.setConsortiumId(consortium);
    row.setMemberId(member);
    added.add(row);
    changes.add(
        new Change("Provider", consortium, "ConsortiumMemberAdded", null, entry, null, consortium));
  }
}
