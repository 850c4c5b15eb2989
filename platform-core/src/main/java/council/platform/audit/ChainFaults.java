package council.platform.audit;

import java.util.ArrayList;
import java.util.List;

/** The first faults that were found, and how many there are in all. */
final class ChainFaults {
  /** More would not tell more: where a chain is broken, all that follows may be. */
  static final int KEPT = 20;

  private final List<ChainFault> first = new ArrayList<>();
  private int count;

  void add(ChainFault fault) {
    count++;
    if (first.size() < KEPT) {
      first.add(fault);
    }
  }

  int count() {
    return count;
  }

  List<ChainFault> list() {
    return List.copyOf(first);
  }
}
