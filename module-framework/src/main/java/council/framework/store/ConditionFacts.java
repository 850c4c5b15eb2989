package council.framework.store;

import council.framework.domain.EligibilityFacts.AttributeFacts;
import council.framework.scheme.ConditionVariables;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.NewBusinessRule.MeetsCondition;
import council.platform.attribute.Attributes;
import council.platform.attribute.AttributesSection;
import council.platform.attribute.OwnerType;
import council.platform.expression.Expressions;
import council.platform.expression.Value;
import council.platform.expression.ValueType;
import council.platform.problem.Problems;
import council.platform.scheme.SchemeView;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the conditions among the rules for a request must know of the providers, and no more. */
@Singleton
final class ConditionFacts {
  private final Attributes attributes;
  private final OncePerTransaction<Asked, Map<UUID, Map<String, Value>>> lastRead;

  ConditionFacts(Attributes attributes, TransactionOperations<Connection> transactions) {
    this.attributes = attributes;
    this.lastRead = new OncePerTransaction<>(transactions);
  }

  private record Asked(SchemeView scheme, String vehicle) {}

  /** Absent where no rule speaks of an attribute. */
  @Nullable AttributeFacts collect(
      SchemeView scheme, List<NewBusinessRule> rules, Standing standing) {
    return collect(scheme, rules, standing, () -> read(scheme, standing));
  }

  /** The same, read once for many questions about a vehicle in one reading transaction. */
  @Nullable AttributeFacts collectOnce(
      SchemeView scheme, List<NewBusinessRule> rules, Standing standing) {
    var asked = new Asked(scheme, standing.vehicle());
    return collect(scheme, rules, standing, () -> lastRead.get(asked, _ -> read(scheme, standing)));
  }

  private Map<UUID, Map<String, Value>> read(SchemeView scheme, Standing standing) {
    return attributes.find(scheme, OwnerType.PROVIDER, standing.references().keySet());
  }

  private static @Nullable AttributeFacts collect(
      SchemeView scheme,
      List<NewBusinessRule> rules,
      Standing standing,
      Supplier<Map<UUID, Map<String, Value>>> read) {
    Map<String, ValueType> types =
        scheme
            .findSection(AttributesSection.class)
            .map(section -> section.variables(OwnerType.PROVIDER))
            .orElse(Map.of());
    Map<String, ValueType> needed = new TreeMap<>(types);
    needed.keySet().retainAll(spokenOf(rules, types));
    if (needed.isEmpty()) {
      return null;
    }
    Map<String, Map<String, String>> values = new TreeMap<>();
    read.get()
        .forEach((id, held) -> {
          String provider = standing.references().get(id);
          if (provider != null) {
            values.put(provider, told(held, needed.keySet()));
          }
        });
    return new AttributeFacts(needed, values);
  }

  private static Map<String, String> told(Map<String, Value> held, Set<String> needed) {
    Map<String, String> told = new TreeMap<>();
    held.forEach((name, value) -> {
      if (needed.contains(name)) {
        told.put(name, value.canonical());
      }
    });
    return told;
  }

  private static Set<String> spokenOf(List<NewBusinessRule> rules, Map<String, ValueType> types) {
    Map<String, ValueType> variables = ConditionVariables.with(types);
    Set<String> names = new TreeSet<>();
    for (NewBusinessRule rule : rules) {
      if (rule instanceof MeetsCondition condition) {
        Expressions.compile(condition.when(), variables, "", new Problems())
            .ifPresent(expression -> names.addAll(expression.variables()));
      }
    }
    return names;
  }
}
