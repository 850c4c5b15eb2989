package council.graphql.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.ArrayList;
import java.util.List;

/**
 * How often may be asked. An operation takes one point, and one more for every {@code
 * objectsPerPoint} objects that it could answer. Each instance counts for itself.
 *
 * @param councilBurst points that a council can spend at once
 * @param councilPerSecond points that it gets back each second
 * @param clientBurst the same for one client of a council
 * @param clientPerSecond points that a client gets back each second
 * @param strangerBurst requests without a token, or with one that is refused, from one address at
 *     once
 * @param strangerPerSecond requests that such an address gets back each second
 * @param objectsPerPoint objects, see {@code council.graphql.max-cost}
 */
@ConfigurationProperties("council.rates")
record RateSettings(
    @Bindable(defaultValue = "6000") long councilBurst,
    @Bindable(defaultValue = "600") long councilPerSecond,
    @Bindable(defaultValue = "2000") long clientBurst,
    @Bindable(defaultValue = "200") long clientPerSecond,
    @Bindable(defaultValue = "100") long strangerBurst,
    @Bindable(defaultValue = "10") long strangerPerSecond,
    @Bindable(defaultValue = "20000") long objectsPerPoint) {

  RateSettings {
    List<String> faults = new ArrayList<>();
    check(faults, "council-burst", councilBurst);
    check(faults, "council-per-second", councilPerSecond);
    check(faults, "client-burst", clientBurst);
    check(faults, "client-per-second", clientPerSecond);
    check(faults, "stranger-burst", strangerBurst);
    check(faults, "stranger-per-second", strangerPerSecond);
    check(faults, "objects-per-point", objectsPerPoint);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", faults));
    }
  }

  private static void check(List<String> faults, String name, long value) {
    if (value < 1) {
      faults.add("council.rates.%s must be 1 or more, but it is %d.".formatted(name, value));
    }
  }
}
