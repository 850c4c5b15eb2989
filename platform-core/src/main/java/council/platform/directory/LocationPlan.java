package council.platform.directory;

import static council.platform.store.generated.Tables.LOCATION;

import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.store.generated.tables.records.LocationRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an import without problems does to the locations. */
final class LocationPlan {
  private static final int HOURS_DECIMALS = 2;

  private final String tenant;
  private final LocalDate from;
  private final Known known;
  private final Map<String, UUID> providerIds;
  private final List<LocationRecord> added = new ArrayList<>();
  private final List<LocationRecord> changed = new ArrayList<>();
  private final Map<UUID, LocationRecord> successors = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private int created;
  private int unchanged;

  LocationPlan(
      String tenant, DirectoryEntries entries, Known known, Map<String, UUID> providerIds) {
    this.tenant = tenant;
    this.from = entries.from();
    this.known = known;
    this.providerIds = providerIds;
    entries.locations().forEach(this::plan);
  }

  List<Change> changes() {
    return changes;
  }

  ImportOutcome.Counts counts() {
    return new ImportOutcome.Counts(created, changed.size(), unchanged);
  }

  /** Periods end before others begin. */
  void write(DirectoryStore store, LocationAttributes attributes) {
    store.update(changed);
    store.insert(added);
    attributes.follow(changed);
    attributes.carry(successors);
  }

  private void plan(LocationEntry entry) {
    LocationRecord latest = known.locations().get(entry.reference());
    if (latest == null || isOver(latest)) {
      begin(entry);
    } else if (!fill(latest.copy(), entry)) {
      unchanged++;
    } else if (latest.getValidFrom().equals(from)) {
      correct(latest, entry);
    } else {
      change(latest, entry);
    }
  }

  private boolean isOver(LocationRecord latest) {
    LocalDate until = latest.getValidUntil();
    return until != null && !until.isAfter(from);
  }

  private void begin(LocationEntry entry) {
    LocationRecord row = newPeriod(entry.reference());
    fill(row, entry);
    created++;
    add(row, "LocationAdded", null);
  }

  /** What was said of this very day was wrong. */
  private void correct(LocationRecord row, LocationEntry entry) {
    LocationFacts before = LocationFacts.of(row);
    fill(row, entry);
    row.setRevision(row.getRevision() + 1);
    changed.add(row);
    changes.add(change(row, "LocationCorrected", before));
  }

  /** It was like that until now, and is different from now on. */
  private void change(LocationRecord latest, LocationEntry entry) {
    LocationFacts before = LocationFacts.of(latest);
    LocationRecord row = newPeriod(entry.reference());
    row.setProviderId(latest.getProviderId());
    row.setZoneId(latest.getZoneId());
    row.setCqcLocationId(latest.getCqcLocationId());
    row.setPeople(latest.getPeople());
    row.setWeeklyHours(latest.getWeeklyHours());
    row.setValidUntil(latest.getValidUntil());
    fill(row, entry);
    latest.setValidUntil(from);
    latest.setRevision(latest.getRevision() + 1);
    changed.add(latest);
    changes.add(change(latest, "LocationPeriodEnded", before));
    add(row, "LocationChanged", before);
    successors.put(latest.getId(), row);
  }

  private LocationRecord newPeriod(String reference) {
    LocationRecord row = new LocationRecord();
    row.setTenantId(tenant);
    row.setId(Ids.next());
    row.setReference(reference);
    row.setValidFrom(from);
    row.setRevision(1);
    return row;
  }

  private void add(LocationRecord row, String action, @Nullable LocationFacts before) {
    row.touched(true);
    row.touched(LOCATION.CREATED_AT, false);
    added.add(row);
    changes.add(change(row, action, before));
  }

  private static Change change(LocationRecord row, String action, @Nullable LocationFacts before) {
    return new Change(
        "Location", row.getId(), action, before, LocationFacts.of(row), null, row.getProviderId());
  }

  private boolean fill(LocationRecord row, LocationEntry entry) {
    BigDecimal hours = entry.weeklyHours();
    BigDecimal exact = hours == null ? null : hours.setScale(HOURS_DECIMALS);
    UUID provider = Known.mustHave(providerIds, entry.provider());
    UUID zone = Known.mustHave(known.zones(), entry.zone()).id();
    return Columns.put(row, LOCATION.PROVIDER_ID, provider)
        | Columns.put(row, LOCATION.ZONE_ID, zone)
        | Columns.put(row, LOCATION.CQC_LOCATION_ID, entry.cqcLocationId())
        | Columns.put(row, LOCATION.PEOPLE, entry.people())
        | Columns.put(row, LOCATION.WEEKLY_HOURS, exact);
  }
}
