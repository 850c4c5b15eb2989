package council.graphql.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends, by whatever way it came.
 *
 * @param purpose code of the purpose for which personal data are asked for, as it was stated
 */
public record GraphqlRequest(
    String query,
    @Nullable String operationName,
    Map<String, Object> variables,
    @Nullable String purpose) {

  /** Without a purpose: nothing personal can be asked for. */
  public GraphqlRequest(
      String query, @Nullable String operationName, Map<String, Object> variables) {
    this(query, operationName, variables, null);
  }
}
