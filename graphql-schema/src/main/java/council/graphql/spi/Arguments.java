package council.graphql.spi;

import java.util.Optional;

/** The coerced arguments of a field. */
public interface Arguments {
  <T> T get(String name, Class<T> type);

  <T> Optional<T> find(String name, Class<T> type);
}
