package council.graphql.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One SQL statement that answers exactly one row of text columns. */
public record Statement(String sql, List<@Nullable Object> binds, int columns) {}
