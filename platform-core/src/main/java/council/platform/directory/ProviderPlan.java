package council.platform.directory;

import static council.platform.store.generated.Tables.PROVIDER;
import static council.platform.store.generated.Tables.PROVIDER_CQC_REGISTRATION;

import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.store.generated.tables.records.ProviderCqcRegistrationRecord;
import council.platform.store.generated.tables.records.ProviderRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an import without problems does to the providers. */
final class ProviderPlan {
  private final String tenant;
  private final LocalDate from;
  private final Known known;
  private final List<ProviderRecord> added = new ArrayList<>();
  private final List<ProviderRecord> changed = new ArrayList<>();
  private final List<ProviderCqcRegistrationRecord> registered = new ArrayList<>();
  private final List<ProviderCqcRegistrationRecord> ended = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, UUID> ids = new HashMap<>();
  private int unchanged;

  ProviderPlan(String tenant, DirectoryEntries entries, Known known) {
    this.tenant = tenant;
    this.from = entries.from();
    this.known = known;
    known.providers().forEach((reference, row) -> ids.put(reference, row.getId()));
    entries.providers().forEach(this::plan);
  }

  /** Of known and of new providers, by reference. */
  Map<String, UUID> ids() {
    return ids;
  }

  List<Change> changes() {
    return changes;
  }

  ImportOutcome.Counts counts() {
    return new ImportOutcome.Counts(added.size(), changed.size(), unchanged);
  }

  /** Registrations end before others begin, so that one may pass from a provider to another. */
  void write(DirectoryStore store) {
    store.insert(added);
    store.update(changed);
    store.update(ended);
    store.insert(registered);
  }

  private void plan(ProviderEntry entry) {
    ProviderRecord row = known.providers().get(entry.reference());
    if (row == null) {
      add(entry);
    } else {
      change(row, entry);
    }
  }

  private void add(ProviderEntry entry) {
    ProviderRecord row = new ProviderRecord();
    row.setTenantId(tenant);
    row.setId(Ids.next());
    row.setReference(entry.reference());
    row.setRevision(1);
    fill(row, entry);
    row.touched(true);
    row.touched(PROVIDER.CREATED_AT, false);
    ids.put(entry.reference(), row.getId());
    added.add(row);
    if (entry.cqcProviderId() != null) {
      register(row.getId(), entry.cqcProviderId());
    }
    changes.add(change(row, "ProviderAdded", null));
  }

  private void change(ProviderRecord row, ProviderEntry entry) {
    ProviderFacts before = ProviderFacts.of(row);
    String cqcId = entry.cqcProviderId();
    if (cqcId != null && !cqcId.equals(row.getCqcProviderId())) {
      registerAnew(row.getId(), cqcId);
    }
    if (!fill(row, entry)) {
      unchanged++;
      return;
    }
    row.setRevision(row.getRevision() + 1);
    changed.add(row);
    changes.add(change(row, "ProviderChanged", before));
  }

  private static Change change(ProviderRecord row, String action, @Nullable ProviderFacts before) {
    UUID id = row.getId();
    return new Change("Provider", id, action, before, ProviderFacts.of(row), null, id);
  }

  private static boolean fill(ProviderRecord row, ProviderEntry entry) {
    String rating = entry.cqcRating();
    String ratingCode = rating == null ? null : CqcRating.find(rating).orElseThrow().name();
    return Columns.put(row, PROVIDER.NAME, entry.name())
        | Columns.put(row, PROVIDER.COMPANIES_HOUSE_NUMBER, entry.companiesHouseNumber())
        | Columns.put(row, PROVIDER.CQC_PROVIDER_ID, entry.cqcProviderId())
        | Columns.put(row, PROVIDER.CQC_RATING, ratingCode)
        | Columns.put(row, PROVIDER.CQC_RATING_DATE, entry.cqcRatingDate())
        | Columns.put(row, PROVIDER.NOT_FOR_PROFIT, entry.notForProfit())
        | Columns.put(row, PROVIDER.SME, entry.sme())
        | Columns.put(row, PROVIDER.FORM, entry.form().name());
  }

  private void registerAnew(UUID provider, String cqcId) {
    ProviderCqcRegistrationRecord now = known.findRegistration(provider).orElse(null);
    if (now != null && now.getValidFrom().equals(from)) {
      now.setCqcProviderId(cqcId);
      ended.add(now);
      return;
    }
    if (now != null) {
      now.setValidUntil(from);
      ended.add(now);
    }
    register(provider, cqcId);
  }

  private void register(UUID provider, String cqcId) {
    ProviderCqcRegistrationRecord row = new ProviderCqcRegistrationRecord();
    row.setTenantId(tenant);
    row.setId(Ids.next());
    row.setProviderId(provider);
    row.setCqcProviderId(cqcId);
    row.setValidFrom(from);
    row.touched(PROVIDER_CQC_REGISTRATION.VALID_UNTIL, true);
    registered.add(row);
  }
}
