package council.graphql.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.server.HttpServerConfiguration.CorsConfiguration;
import io.micronaut.http.server.cors.CorsOriginConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Pages of other origins may ask where that is set, origin by origin, and never with what the
 * browser would add by itself: tokens travel in a header that the page has to set.
 */
@Singleton
final class CrossOrigin implements BeanCreatedEventListener<CorsConfiguration> {
  private final HttpSettings settings;

  CrossOrigin(HttpSettings settings) {
    this.settings = settings;
  }

  @Override
  public CorsConfiguration onCreated(BeanCreatedEvent<CorsConfiguration> event) {
    CorsConfiguration cors = event.getBean();
    List<String> origins = settings.origins();
    cors.setEnabled(!origins.isEmpty());
    cors.setConfigurations(origins.isEmpty() ? Map.of() : Map.of("allowed", allowed(origins)));
    return cors;
  }

  private static CorsOriginConfiguration allowed(List<String> origins) {
    CorsOriginConfiguration allowed = new CorsOriginConfiguration();
    allowed.setAllowedOrigins(origins);
    allowed.setAllowedMethods(List.of(HttpMethod.GET, HttpMethod.POST));
    allowed.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept", "X-Purpose"));
    allowed.setExposedHeaders(List.of("Retry-After"));
    allowed.setAllowCredentials(false);
    allowed.setMaxAge(600L);
    return allowed;
  }
}
