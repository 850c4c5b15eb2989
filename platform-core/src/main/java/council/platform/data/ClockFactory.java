package council.platform.data;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one place where the time comes from. Councils' days begin and end in London. */
@Factory
final class ClockFactory {
  @Singleton
  @Requires(missingBeans = Clock.class)
  Clock clock() {
    return Clock.system(ZoneId.of("Europe/London"));
  }
}
