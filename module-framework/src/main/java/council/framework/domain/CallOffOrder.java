package council.framework.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To whom a request goes, in order.
 *
 * @param method how one is chosen, as the scheme names it; DIRECT where it names no way
 * @param order those to whom it can go now, the first one first
 * @param stands whether a mini-competition got as many responses as it needs; true for all else
 */
public record CallOffOrder(String method, List<Line> order, boolean stands) {
  /** The method of a kind of request for which the scheme names none. */
  public static final String DIRECT = "DIRECT";

  public CallOffOrder {
    order = List.copyOf(order);
  }

  /**
   * One provider.
   *
   * @param position from 1
   * @param score percent with 4 decimals; of responses to a mini-competition only
   */
  public record Line(String provider, int position, @Nullable BigDecimal score) {}

  public Optional<Line> findFirst() {
    return order.stream().findFirst();
  }

  public Optional<Line> find(String provider) {
    return order.stream().filter(line -> line.provider().equals(provider)).findFirst();
  }
}
