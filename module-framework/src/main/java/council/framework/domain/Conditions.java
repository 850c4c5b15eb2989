package council.framework.domain;

import council.framework.domain.EligibilityFacts.AttributeFacts;
import council.framework.scheme.ConditionVariables;
import council.framework.scheme.Lots;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.NewBusinessRule.MeetsCondition;
import council.platform.expression.Expression;
import council.platform.expression.Expressions;
import council.platform.expression.Result;
import council.platform.expression.Value;
import council.platform.expression.ValueType;
import council.platform.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The conditions among the rules for a request, made ready once for all providers. */
final class Conditions {
  private static final AttributeFacts NOTHING_KNOWN = new AttributeFacts(Map.of(), Map.of());

  private final EligibilityFacts.Request request;
  private final AttributeFacts attributes;
  private final Lots lots;
  private final Map<MeetsCondition, Expression> expressions = new HashMap<>();

  Conditions(List<NewBusinessRule> rules, EligibilityFacts facts, Lots lots) {
    request = facts.request();
    this.lots = lots;
    AttributeFacts known = facts.attributes();
    attributes = known == null ? NOTHING_KNOWN : known;
    Map<String, ValueType> variables = ConditionVariables.with(attributes.types());
    for (NewBusinessRule rule : rules) {
      if (rule instanceof MeetsCondition condition) {
        Expressions.compile(condition.when(), variables, "", new Problems())
            .ifPresent(expression -> expressions.put(condition, expression));
      }
    }
  }

  /** What was seen of the provider and what came of it. */
  record Tried(Map<String, String> values, Result result) {}

  /** A condition that the facts do not fit cannot be worked out, so nobody meets it. */
  Tried evaluate(MeetsCondition rule, String provider) {
    Expression expression = expressions.get(rule);
    if (expression == null) {
      return new Tried(
          Map.of(), new Result.Failed("The condition does not fit what is known of providers."));
    }
    Map<String, Value> values = values(provider);
    Map<String, String> seen = new HashMap<>();
    expression.variables().stream()
        .filter(values::containsKey)
        .forEach(name -> seen.put(name, Objects.requireNonNull(values.get(name)).canonical()));
    return new Tried(seen, expression.evaluate(values));
  }

  private Map<String, Value> values(String provider) {
    Map<String, Value> values = new HashMap<>();
    values.put(ConditionVariables.KIND, new Value.Text(request.kind().name()));
    String zone = lots.zoneOf(request.zone());
    if (zone != null) {
      values.put(ConditionVariables.ZONE, new Value.Text(zone));
    }
    String category = lots.categoryOf(request.zone());
    if (category != null) {
      values.put(ConditionVariables.CATEGORY, new Value.Text(category));
    }
    values.put(ConditionVariables.AREA, new Value.Text(request.area()));
    attributes
        .values()
        .getOrDefault(provider, Map.of())
        .forEach((name, text) -> read(name, text).ifPresent(value -> values.put(name, value)));
    return values;
  }

  private Optional<Value> read(String name, String text) {
    ValueType type = attributes.types().get(name);
    return type == null ? Optional.empty() : type.read(text);
  }
}
