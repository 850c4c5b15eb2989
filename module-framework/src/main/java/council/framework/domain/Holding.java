package council.framework.domain;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a provider holds that counts towards the caps. */
final class Holding {
  private final SortedSet<String> areas = new TreeSet<>();
  private final SortedSet<String> zones = new TreeSet<>();

  Holding copy() {
    Holding copy = new Holding();
    copy.areas.addAll(areas);
    copy.zones.addAll(zones);
    return copy;
  }

  void add(String area, String zone) {
    areas.add(area);
    zones.add(zone);
  }

  SortedSet<String> areas() {
    return Collections.unmodifiableSortedSet(areas);
  }

  SortedSet<String> zones() {
    return Collections.unmodifiableSortedSet(zones);
  }
}
