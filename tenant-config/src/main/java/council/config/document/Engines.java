package council.config.document;

import council.platform.decision.DecisionEngine;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The engines of an instance, by kind of decision. */
final class Engines {
  private final SortedMap<String, DecisionEngine<?, ?, ?>> byKind = new TreeMap<>();

  Engines(Collection<? extends DecisionEngine<?, ?, ?>> engines) {
    for (DecisionEngine<?, ?, ?> engine : engines) {
      if (byKind.put(engine.kind(), engine) != null) {
        throw new IllegalArgumentException(
            "Expected one engine a kind of decision, but there are two for " + engine.kind());
      }
    }
  }

  Optional<DecisionEngine<?, ?, ?>> find(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  Collection<String> kinds() {
    return byKind.keySet();
  }

  Collection<DecisionEngine<?, ?, ?>> list() {
    return byKind.values();
  }
}
