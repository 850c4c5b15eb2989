package council.platform.directory;

import static org.jooq.impl.DSL.noCondition;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.store.generated.tables.records.ProviderRecord;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The directory in the database. */
@Singleton
final class StoredDirectory implements Directory {
  private final DirectoryStore store;
  private final KnownReader reader;
  private final LocationAttributes attributes;
  private final Audit audit;

  StoredDirectory(
      DirectoryStore store, KnownReader reader, LocationAttributes attributes, Audit audit) {
    this.store = store;
    this.reader = reader;
    this.attributes = attributes;
    this.audit = audit;
  }

  @Override
  public ImportOutcome importEntries(Actor actor, DirectoryEntries entries, ImportMode mode) {
    Known known = reader.read(entries);
    refuseProblems(entries, known);
    String tenant = actor.tenant();
    ProviderPlan providers = new ProviderPlan(tenant, entries, known);
    ConsortiumPlan consortia = new ConsortiumPlan(tenant, entries, known, providers.ids());
    LocationPlan locations = new LocationPlan(tenant, entries, known, providers.ids());
    if (mode == ImportMode.APPLY) {
      providers.write(store);
      consortia.write(store);
      locations.write(store, attributes);
      List<Change> changes = new ArrayList<>(providers.changes());
      changes.addAll(consortia.changes());
      changes.addAll(locations.changes());
      audit.recordAll(actor, changes);
    }
    return new ImportOutcome(providers.counts(), consortia.counts(), locations.counts());
  }

  @Override
  public Map<String, Provider> findProvidersByReference(Actor actor, Set<String> references) {
    Map<String, Provider> found = new TreeMap<>();
    store.providersByReference(references).forEach((ref, row) -> found.put(ref, provider(row)));
    return found;
  }

  @Override
  public List<Provider> listProviders(Actor actor) {
    return store.providers(noCondition()).stream().map(StoredDirectory::provider).toList();
  }

  @Override
  public List<Location> locationsAsOf(Actor actor, LocalDate date) {
    return store.locationsBetween(date, date);
  }

  @Override
  public List<Location> locationsBetween(Actor actor, LocalDate from, LocalDate until) {
    return store.locationsBetween(from, until);
  }

  @Override
  public List<Zone> listZones(Actor actor) {
    return store.zones();
  }

  @Override
  public List<Provider> listMembers(Actor actor, ProviderId consortium) {
    return store.members(consortium.value()).stream().map(StoredDirectory::provider).toList();
  }

  @Override
  public Map<String, UUID> registerPeople(Actor actor, Set<String> references) {
    Map<String, UUID> people = new HashMap<>(store.people(references));
    Set<String> missing = new TreeSet<>(references);
    missing.removeAll(people.keySet());
    if (!missing.isEmpty()) {
      store.addPeople(actor.tenant(), missing);
      Map<String, UUID> added = store.people(missing);
      people.putAll(added);
      audit.recordAll(actor, added.values().stream().map(StoredDirectory::registered).toList());
    }
    return people;
  }

  /** Without the reference: the audit is never cleared, and a person's values are. */
  private static Change registered(UUID person) {
    return new Change("Person", person, "PersonRegistered", null, Map.of(), null, null);
  }

  private static void refuseProblems(DirectoryEntries entries, Known known) {
    ImportProblems problems = new ImportProblems(entries.from());
    new ProviderCheck(entries, known, problems).check();
    new LocationCheck(entries, known, problems).check();
    problems.problems().throwIfAny();
  }

  private static Provider provider(ProviderRecord row) {
    String rating = row.getCqcRating();
    return new Provider(
        new ProviderId(row.getId()),
        row.getReference(),
        row.getName(),
        row.getCompaniesHouseNumber(),
        row.getCqcProviderId(),
        rating == null ? null : CqcRating.valueOf(rating),
        row.getCqcRatingDate(),
        row.getNotForProfit(),
        row.getSme(),
        ProviderForm.valueOf(row.getForm()),
        row.getRevision());
  }
}
