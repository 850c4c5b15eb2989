package council.platform.attribute;

import council.platform.audit.Audit;
import council.platform.expression.Value;
import council.platform.identity.Actor;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import council.platform.scheme.SchemeView;
import council.platform.scheme.Schemes;
import council.platform.store.generated.tables.records.AttributeValueRecord;
import council.platform.store.generated.tables.records.LocationRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Values in the database. */
@Singleton
final class StoredAttributes implements Attributes {
  private final AttributeStore store;
  private final Optional<Schemes> schemes;
  private final Audit audit;
  private final Clock clock;

  StoredAttributes(AttributeStore store, Optional<Schemes> schemes, Audit audit, Clock clock) {
    this.store = store;
    this.schemes = schemes;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void setForProvider(Actor actor, UUID provider, int revision, List<Given> given) {
    int present =
        store
            .lockProvider(provider)
            .orElseThrow(() ->
                new Refused(
                    "UNKNOWN_PROVIDER", "input.provider", "The council has no such provider."));
    Revisions.check(revision, present);
    if (set(actor, new Owner(OwnerType.PROVIDER, provider, provider), given)) {
      store.touchProvider(provider);
    }
  }

  @Override
  public void setForLocation(Actor actor, UUID location, int revision, List<Given> given) {
    LocationRecord row =
        store
            .lockLocation(location)
            .orElseThrow(() ->
                new Refused(
                    "UNKNOWN_LOCATION", "input.location", "The council has no such location."));
    Revisions.check(revision, row.getRevision());
    if (set(actor, new Owner(OwnerType.LOCATION, location, row.getProviderId()), given)) {
      store.touchLocation(location);
    }
  }

  @Override
  public boolean set(Actor actor, Owner owner, List<Given> given) {
    LocalDate today = LocalDate.now(clock);
    Fields fields =
        schemes
            .flatMap(all -> all.findInForce(today))
            .map(scheme -> Fields.of(scheme, owner.type()))
            .orElse(Fields.none(owner.type()));
    Map<String, AttributeValueRecord> kept = store.lock(owner.id());
    Map<String, Optional<Value>> values = new GivenCheck(fields, kept.keySet(), today).check(given);
    ValueChanges changes = new ValueChanges(actor.tenant(), owner, fields, kept);
    values.forEach((code, value) -> changes.put(code, value.map(Value::canonical).orElse(null)));
    changes.write(store);
    if (changes.any()) {
      audit.record(actor, changes.told());
    }
    return changes.any();
  }

  @Override
  public Map<UUID, Map<String, Value>> find(
      SchemeView scheme, OwnerType type, Collection<UUID> owners) {
    return typed(scheme, type, store.list(type, owners));
  }

  @Override
  public Map<UUID, Map<String, Value>> findAll(SchemeView scheme, OwnerType type) {
    return typed(scheme, type, store.listAll(type));
  }

  private static Map<UUID, Map<String, Value>> typed(
      SchemeView scheme, OwnerType type, List<AttributeValueRecord> rows) {
    Fields fields = Fields.of(scheme, type);
    Map<UUID, Map<String, Value>> values = new HashMap<>();
    for (AttributeValueRecord row : rows) {
      AttributeDefinition definition = fields.byCode().get(row.getCode());
      if (definition != null) {
        definition
            .type()
            .valueType()
            .read(row.getValue())
            .ifPresent(value ->
                values
                    .computeIfAbsent(row.getOwnerId(), _ -> new TreeMap<>())
                    .put(type.variable(row.getCode()), value));
      }
    }
    return values;
  }
}
