package council.config.simulation;

import council.platform.decision.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what two decisions over the same case bring about, effect by effect. */
public final class EffectComparison {
  private EffectComparison() {}

  /**
   * What comes out differently, in the order of the effects' keys; nothing where all is the same,
   * whatever the reasons say.
   *
   * @throws IllegalArgumentException where two effects of one decision have the same key
   */
  public static List<EffectChange> compare(List<Effect> before, List<Effect> after) {
    Map<String, Effect> earlier = byKey(before);
    Map<String, Effect> later = byKey(after);
    TreeSet<String> keys = new TreeSet<>(earlier.keySet());
    keys.addAll(later.keySet());
    List<EffectChange> changes = new ArrayList<>();
    for (String key : keys) {
      addTo(changes, earlier.get(key), later.get(key));
    }
    return List.copyOf(changes);
  }

  private static Map<String, Effect> byKey(List<Effect> effects) {
    Map<String, Effect> byKey = new TreeMap<>();
    for (Effect effect : effects) {
      if (byKey.put(effect.key(), effect) != null) {
        throw new IllegalArgumentException(
            "Expected one effect a key, but there are two of " + effect.key());
      }
    }
    return byKey;
  }

  private static void addTo(
      List<EffectChange> changes, @Nullable Effect before, @Nullable Effect after) {
    if (before != null && after != null && concernTheSame(before, after)) {
      if (!before.comesOutAs(after)) {
        changes.add(EffectChange.changes(before, after));
      }
      return;
    }
    if (before != null) {
      changes.add(EffectChange.goes(before));
    }
    if (after != null) {
      changes.add(EffectChange.appears(after));
    }
  }

  private static boolean concernTheSame(Effect before, Effect after) {
    return before.kind() == after.kind() && Objects.equals(before.provider(), after.provider());
  }
}
