package council.graphql.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One root field as SQL: stable text, where each bind comes from, and how the answer is read. */
public record CompiledRead(String sql, List<Bind> binds, int columns, Answer answer) {

  /** A bind's value, found out for each request. */
  @FunctionalInterface
  public interface Bind extends Function<ReadRequest, @Nullable Object> {}

  /** Makes maps of the text that PostgreSQL answered. */
  @FunctionalInterface
  public interface Answer {
    @Nullable Object read(ReadRequest request, @Nullable String[] columns);
  }

  public Statement statement(ReadRequest request) {
    List<@Nullable Object> values = new ArrayList<>(binds.size());
    for (Bind bind : binds) {
      values.add(bind.apply(request));
    }
    return new Statement(sql, values, columns);
  }
}
