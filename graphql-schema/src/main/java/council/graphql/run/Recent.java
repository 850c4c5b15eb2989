package council.graphql.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was not asked for longest. */
final class Recent {
  private Recent() {}

  static <K, V> Map<K, V> of(int size) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > size;
          }
        });
  }
}
