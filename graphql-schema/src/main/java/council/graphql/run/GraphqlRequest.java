package council.graphql.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client sends, by whatever way it came. */
public record GraphqlRequest(
    String query, @Nullable String operationName, Map<String, Object> variables) {}
