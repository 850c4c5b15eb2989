package council.framework.scheme;

import council.framework.scheme.NewBusinessRule.MeetsCondition;
import council.platform.attribute.AttributesSection;
import council.platform.attribute.OwnerType;
import council.platform.expression.Expressions;
import council.platform.expression.ValueType;
import council.platform.problem.Problems;
import council.platform.scheme.SchemeView;
import java.util.List;
import java.util.Map;

/** Conditions of new business speak of things that there are, and answer true or false. */
final class ConditionChecks {
  private ConditionChecks() {}

  static void check(String code, Vehicle vehicle, SchemeView scheme, Problems problems) {
    Map<String, ValueType> variables =
        ConditionVariables.with(
            scheme
                .findSection(AttributesSection.class)
                .map(section -> section.variables(OwnerType.PROVIDER))
                .orElse(Map.of()));
    vehicle
        .newBusiness()
        .forEach((kind, rules) ->
            check(rules, variables, FrameworkSection.path(code, "newBusiness." + kind), problems));
  }

  private static void check(
      List<NewBusinessRule> rules,
      Map<String, ValueType> variables,
      String path,
      Problems problems) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof MeetsCondition rule) {
        String rulePath = path + "[" + i + "]";
        FrameworkChecks.checkTitle(rule.title(), rulePath, problems);
        Expressions.compile(rule.when(), variables, rulePath + ".when", problems);
      }
    }
  }
}
