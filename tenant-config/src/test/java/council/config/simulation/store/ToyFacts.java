package council.config.simulation.store;

import council.config.simulation.store.Tolls.Cart;
import council.config.simulation.store.Tolls.Toll;
import council.platform.decision.DecisionEngine;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeView;
import council.platform.simulation.LiveFacts;
import council.platform.simulation.Span;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * As many carts as a test gives a council. Every tenth is in Wyre, every seventh has two wheels,
 * the others four; those that a test names have none.
 */
record ToyFacts(String kind) implements LiveFacts<GeographySection, Cart, Toll> {
  /** In the order of their names; the second comes first. */
  static final String TOLLS = "toy.tolls";

  static final String BRIDGES = "toy.bridges";

  /** Number of carts by council and kind. */
  private static final Map<String, Integer> CARTS = new ConcurrentHashMap<>();

  private static final Map<String, Integer> BROKEN = new ConcurrentHashMap<>();

  /** What happens when a cart of a council is looked at. */
  static final Map<String, IntConsumer> WHEN_LOOKED_AT = new ConcurrentHashMap<>();

  /** In contexts that ask for them only. */
  @Factory
  @Requires(property = "test.simulation")
  static final class Beans {
    @Singleton
    LiveFacts<GeographySection, Cart, Toll> tolls() {
      return new ToyFacts(TOLLS);
    }

    @Singleton
    LiveFacts<GeographySection, Cart, Toll> bridges() {
      return new ToyFacts(BRIDGES);
    }
  }

  static void give(String council, String kind, int carts) {
    CARTS.put(council + " " + kind, carts);
  }

  static void breakCart(String council, int number) {
    BROKEN.put(council, number);
  }

  @Override
  public DecisionEngine<GeographySection, Cart, Toll> engine() {
    return new Tolls(kind);
  }

  @Override
  public List<Case> listCases(
      Span span, SchemeView before, SchemeView after, @Nullable String seen, int limit) {
    int first = seen == null ? 1 : Integer.parseInt(seen) + 1;
    return IntStream.rangeClosed(first, (int) countCases(span, before, after))
        .limit(limit)
        .mapToObj(number -> new Case("%07d".formatted(number), "Cart " + number))
        .toList();
  }

  @Override
  public long countCases(Span span, SchemeView before, SchemeView after) {
    return CARTS.getOrDefault(after.council() + " " + kind, 0);
  }

  @Override
  public Optional<Cart> findFacts(Case which, SchemeView scheme) {
    int number = Integer.parseInt(which.key());
    WHEN_LOOKED_AT.getOrDefault(scheme.council(), ignored -> {}).accept(number);
    String zone = number % 10 == 0 ? "WYR" : "LAN";
    if (!scheme.findSection(GeographySection.class).orElseThrow().zoneCodes().contains(zone)) {
      return Optional.empty();
    }
    int wheels = number % 7 == 0 ? 2 : 4;
    boolean broken = BROKEN.getOrDefault(scheme.council(), 0) == number;
    return Optional.of(new Cart(zone, "P%03d".formatted(number % 5), broken ? 0 : wheels));
  }
}
