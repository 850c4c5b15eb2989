package council.platform.attribute;

import council.platform.audit.Change;
import council.platform.store.generated.tables.records.AttributeValueRecord;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changes of an owner's values: written and told alike. */
final class ValueChanges {
  private final String tenant;
  private final Owner owner;
  private final Fields fields;
  private final Map<String, AttributeValueRecord> kept;
  private final Map<String, String> before = new TreeMap<>();
  private final Map<String, String> after = new TreeMap<>();

  ValueChanges(String tenant, Owner owner, Fields fields, Map<String, AttributeValueRecord> kept) {
    this.tenant = tenant;
    this.owner = owner;
    this.fields = fields;
    this.kept = kept;
  }

  /**
   * @param value in its one form; absent where it is taken away
   */
  void put(String code, @Nullable String value) {
    AttributeValueRecord row = kept.get(code);
    String former = row == null ? null : row.getValue();
    if (Objects.equals(former, value)) {
      return;
    }
    if (former != null) {
      before.put(code, former);
    }
    if (value != null) {
      after.put(code, value);
    }
  }

  boolean any() {
    return !before.isEmpty() || !after.isEmpty();
  }

  void write(AttributeStore store) {
    Set<String> codes = new TreeSet<>(before.keySet());
    codes.addAll(after.keySet());
    codes.forEach(code -> write(store, code, kept.get(code), after.get(code)));
  }

  private void write(
      AttributeStore store,
      String code,
      @Nullable AttributeValueRecord row,
      @Nullable String value) {
    if (value == null) {
      store.delete(Objects.requireNonNull(row));
    } else if (row == null) {
      store.insert(tenant, owner, code, fields.kindOf(code), value);
    } else {
      store.update(row, fields.kindOf(code), value);
    }
  }

  /** For the audit. */
  Change told() {
    return new Change(
        owner.type().subject(),
        owner.id(),
        "AttributesSet",
        before,
        after,
        null,
        owner.providerId());
  }
}
