package council.platform.decision;

import council.platform.module.InstalledModules;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The engines of all installed modules, by kind of decision. */
@Singleton
final class DecisionEngines {
  private final Map<String, DecisionEngine<?, ?, ?>> byKind = new HashMap<>();

  DecisionEngines(InstalledModules modules) {
    for (DecisionEngine<?, ?, ?> engine : enginesOf(modules)) {
      if (byKind.put(engine.kind(), engine) != null) {
        throw new IllegalStateException(
            "Expected one engine a kind of decision, but there are two for " + engine.kind());
      }
    }
  }

  DecisionEngine<?, ?, ?> getEngine(String kind) {
    DecisionEngine<?, ?, ?> engine = byKind.get(kind);
    if (engine == null) {
      throw new PlatformException(
          ErrorCode.MODULE_NOT_ENABLED,
          "No module of this instance can run decisions of the kind " + kind + " again.");
    }
    return engine;
  }

  private static List<DecisionEngine<?, ?, ?>> enginesOf(InstalledModules modules) {
    List<DecisionEngine<?, ?, ?>> found = new ArrayList<>();
    modules.list().forEach(module -> found.addAll(module.decisionEngines()));
    return found;
  }
}
