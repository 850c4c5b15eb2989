package council.graphql.spi;

import java.util.Optional;
import java.util.UUID;

/** The coerced arguments of a field. */
public interface Arguments {
  <T> T get(String name, Class<T> type);

  <T> Optional<T> find(String name, Class<T> type);

  /**
   * Tells the log of reads whose personal values the answer holds, where the facade has read them
   * itself. Nodes that it refers to are logged without being said.
   */
  void sawPerson(UUID person);
}
