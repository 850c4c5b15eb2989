package council.platform.decision;

import java.util.List;
import java.util.Map;

/**
 * One rule that was tried: a node of the tree that explains a decision.
 *
 * @param rule stable code of the rule in lower camel case, a sentence where it can be one, such as
 *     {@code holdsAtMostMaximumAreas}
 * @param schemePath where the scheme sets the rule, such as {@code framework.vehicles.X.areaCap};
 *     empty where the rule is not configured
 * @param seen the figures that the rule saw, in the order in which they are told (by name once the
 *     decision is kept); values are exact text (decimals in plain notation, ISO dates)
 * @param verdict what came of it
 * @param because the finer reasons under this one
 */
public record Reason(
    String rule,
    String schemePath,
    Map<String, String> seen,
    Verdict verdict,
    List<Reason> because) {

  /** What came of a rule. NOTED is a fact that is told but decides nothing. */
  public enum Verdict {
    PASSED,
    FAILED,
    NOTED
  }

  public Reason {
    seen = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(seen));
    because = List.copyOf(because);
  }

  public static Reason of(
      String rule, String schemePath, Verdict verdict, Map<String, String> seen) {
    return new Reason(rule, schemePath, seen, verdict, List.of());
  }

  public boolean failed() {
    return verdict == Verdict.FAILED;
  }
}
