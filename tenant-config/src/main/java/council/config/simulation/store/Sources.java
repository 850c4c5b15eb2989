package council.config.simulation.store;

import council.platform.simulation.LiveFacts;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** What the installed modules bring to be simulated. */
@Singleton
final class Sources {
  private final BeanProvider<LiveFacts<?, ?, ?>> beans;

  Sources(BeanProvider<LiveFacts<?, ?, ?>> beans) {
    this.beans = beans;
  }

  /**
   * In the order of their kinds of decision, in which a simulation goes through them.
   *
   * @throws IllegalStateException where two tell of the same kind
   */
  List<LiveFacts<?, ?, ?>> list() {
    TreeMap<String, LiveFacts<?, ?, ?>> byKind = new TreeMap<>();
    for (LiveFacts<?, ?, ?> source : all()) {
      if (byKind.put(source.engine().kind(), source) != null) {
        throw new IllegalStateException(
            "Expected live facts once a kind of decision, but there are two for "
                + source.engine().kind());
      }
    }
    return List.copyOf(byKind.values());
  }

  private Collection<LiveFacts<?, ?, ?>> all() {
    return beans.stream().toList();
  }
}
