package council.graphql.http;

import council.graphql.run.GraphqlLimits;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;

/** The server stops reading a body at the limit, before it has all of it. */
@Singleton
final class BodyLimit implements BeanCreatedEventListener<HttpServerConfiguration> {
  private final GraphqlLimits limits;

  BodyLimit(GraphqlLimits limits) {
    this.limits = limits;
  }

  @Override
  public HttpServerConfiguration onCreated(BeanCreatedEvent<HttpServerConfiguration> event) {
    HttpServerConfiguration configuration = event.getBean();
    configuration.setMaxRequestSize(limits.maxBodySize());
    configuration.setMaxRequestBufferSize((int) Math.min(Integer.MAX_VALUE, limits.maxBodySize()));
    return configuration;
  }
}
