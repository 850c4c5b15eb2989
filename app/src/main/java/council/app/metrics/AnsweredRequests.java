package council.app.metrics;

import council.platform.problem.ErrorCode;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long answers take, by what came of them: a code of ours and the kind of the status. */
@ServerFilter("/graphql/**")
final class AnsweredRequests implements Ordered {
  private static final String STARTED = "council.metrics.started";
  private final PrometheusMeterRegistry registry;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  AnsweredRequests(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.METRICS.order();
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    request.setAttribute(STARTED, System.nanoTime());
  }

  @ResponseFilter
  void end(HttpRequest<?> request, HttpResponse<?> response) {
    request
        .getAttribute(STARTED, Long.class)
        .ifPresent(started ->
            timers
                .computeIfAbsent(outcome(response), this::timer)
                .record(Duration.ofNanos(System.nanoTime() - started)));
  }

  /** Only a code of the closed set can come out of this, whatever stands in the response. */
  private static String outcome(HttpResponse<?> response) {
    return response
        .getAttribute(ErrorCode.OUTCOME, ErrorCode.class)
        .map(ErrorCode::name)
        .orElseGet(() -> ofStatus(response.code()));
  }

  private static String ofStatus(int status) {
    return switch (status / 100) {
      case 2 -> "OK";
      case 4 -> status == 401 ? "UNAUTHENTICATED" : "REFUSED";
      default -> "INTERNAL";
    };
  }

  private Timer timer(String outcome) {
    return Timer.builder("council.graphql.requests")
        .description("Answers of the GraphQL endpoint")
        .tag("outcome", outcome)
        .serviceLevelObjectives(
            InstanceMetrics.SECONDS.stream()
                .map(seconds -> Duration.ofMillis((long) (seconds * 1000)))
                .toArray(Duration[]::new))
        .register(registry);
  }
}
