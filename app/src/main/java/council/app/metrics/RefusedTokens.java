package council.app.metrics;

import council.platform.identity.Refusal;
import council.platform.identity.RefusalListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts refused tokens by reason. */
@Singleton
final class RefusedTokens implements RefusalListener {
  private final Map<Refusal, Counter> counters = new EnumMap<>(Refusal.class);

  RefusedTokens(PrometheusMeterRegistry registry) {
    for (Refusal why : Refusal.values()) {
      counters.put(
          why,
          Counter.builder("council.tokens.refused")
              .description("Bearer tokens that were not accepted")
              .tag("reason", why.name())
              .register(registry));
    }
  }

  @Override
  public void refused(Refusal why) {
    Objects.requireNonNull(counters.get(why)).increment();
  }
}
