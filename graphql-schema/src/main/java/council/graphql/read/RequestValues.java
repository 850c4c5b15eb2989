package council.graphql.read;

import graphql.normalized.ExecutableNormalizedField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one request. A compiled operation serves many requests: an argument that is a
 * variable takes its value from the request at hand, everything else stands in the document.
 *
 * @param variableOf for fields whose arguments are variables, argument to variable
 * @param variables the request's coerced variables
 */
public record RequestValues(
    Map<ExecutableNormalizedField, Map<String, String>> variableOf, Map<String, Object> variables) {

  /** Everything from the normalized operation itself. */
  public static RequestValues ofDocument() {
    return new RequestValues(Map.of(), Map.of());
  }

  public @Nullable Object find(ExecutableNormalizedField field, String argument) {
    Map<String, String> ofField = variableOf.get(field);
    String variable = ofField == null ? null : ofField.get(argument);
    return variable != null && variables.containsKey(variable)
        ? variables.get(variable)
        : field.getResolvedArguments().get(argument);
  }
}
