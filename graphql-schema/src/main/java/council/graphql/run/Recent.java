package council.graphql.run;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was asked for lately. Entries say what they weigh; once all of them together are
 * too heavy, those go that were not asked for longest.
 */
final class Recent<K, V> {
  private final long capacity;
  private final Map<K, Weighed<V>> entries = new LinkedHashMap<>(64, 0.75f, true);
  private long total;

  /**
   * @param capacity what all entries may weigh together
   */
  Recent(long capacity) {
    this.capacity = capacity;
  }

  private record Weighed<V>(V value, long weight) {}

  synchronized @Nullable V get(K key) {
    Weighed<V> entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  synchronized void put(K key, V value, long weight) {
    Weighed<V> before = entries.put(key, new Weighed<>(value, weight));
    total += weight - (before == null ? 0 : before.weight());
    Iterator<Weighed<V>> oldest = entries.values().iterator();
    while (total > capacity && oldest.hasNext()) {
      total -= oldest.next().weight();
      oldest.remove();
    }
  }
}
