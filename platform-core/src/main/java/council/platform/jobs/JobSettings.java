package council.platform.jobs;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How this server takes part in the work.
 *
 * @param enabled whether it does jobs at all; it promises them in any case
 * @param threads how many jobs run at once, each of which takes one connection of the requests'
 *     pool while it is in a step
 * @param pollInterval how often it looks for what is due
 * @param heartbeatInterval how often it says that its jobs still run; six missed ones mean that the
 *     server is gone and that another may take them over
 */
@ConfigurationProperties("council.jobs")
record JobSettings(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "2") int threads,
    @Bindable(defaultValue = "2s") Duration pollInterval,
    @Bindable(defaultValue = "10s") Duration heartbeatInterval) {
  JobSettings {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Expected council.jobs.threads of 1 or more, but it is " + threads);
    }
  }
}
