package council.graphql.run;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How requests share the instance.
 *
 * @param queryDeadline how long a request with queries may take; then its SQL is cancelled
 * @param mutationDeadline the same for mutations; what was not committed by then is rolled back
 * @param concurrency operations that run at once; 0 takes two less than the pool has connections
 * @param longestLine operations of one council that run or wait
 * @param patience how long an operation waits for its turn
 * @param introspection who may see the schema; without it, everybody in demo mode and else who has
 *     the permission
 */
@ConfigurationProperties("council.graphql")
public record EndpointSettings(
    @Bindable(defaultValue = "60s") Duration queryDeadline,
    @Bindable(defaultValue = "180s") Duration mutationDeadline,
    @Bindable(defaultValue = "0") int concurrency,
    @Bindable(defaultValue = "200") int longestLine,
    @Bindable(defaultValue = "10s") Duration patience,
    @Bindable(defaultValue = "DEFAULT") SchemaTo introspection) {

  /** Who may see the schema. */
  public enum SchemaTo {
    /** Everybody in demo mode, else as {@link #PERMITTED}. */
    DEFAULT,
    EVERYBODY,
    PERMITTED
  }

  boolean isSchemaOpen(boolean demo) {
    return switch (introspection) {
      case DEFAULT -> demo;
      case EVERYBODY -> true;
      case PERMITTED -> false;
    };
  }

  int places(int poolSize) {
    return concurrency > 0 ? concurrency : Math.max(2, poolSize - 2);
  }
}
