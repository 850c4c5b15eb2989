package council.graphql.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation as a client sends it: a document's text, the id of a registered one, or both, which
 * must then fit each other.
 *
 * @param purpose code of the purpose for which personal data are asked for, as it was stated
 */
public record SentRequest(
    @Nullable String query,
    @Nullable String documentId,
    @Nullable String operationName,
    Map<String, Object> variables,
    @Nullable String purpose) {}
