package council.app.server;

import council.app.http.Readiness;
import council.app.metrics.MetricsServer;
import council.platform.data.Migrations;
import council.platform.module.InstalledModules;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A running server. It answers 503 at /health until somebody says that it is ready. */
public final class Instance implements AutoCloseable {
  private final ApplicationContext context;
  private final EmbeddedServer server;

  private final Optional<MetricsAddress> metricsAddress;
  private @Nullable MetricsServer metrics;

  private Instance(ApplicationContext context, Optional<MetricsAddress> metricsAddress) {
    this.context = context;
    this.server = context.getBean(EmbeddedServer.class);
    this.metricsAddress = metricsAddress;
  }

  /**
   * @param host interface to listen on
   * @param port 0 takes any free one
   * @param demo whether demo tokens and a page to try queries are there
   * @param metrics where metrics are told; absent: nowhere
   * @param internalHosts names of issuers' hosts in the own network
   */
  public record Settings(
      DatabaseAccess database,
      String host,
      int port,
      boolean demo,
      Optional<MetricsAddress> metrics,
      List<String> internalHosts) {
    public Settings(DatabaseAccess database, String host, int port, boolean demo) {
      this(database, host, port, demo, Optional.empty(), List.of());
    }
  }

  /** Runs the migrations, as the owner. */
  public static void migrate(DatabaseAccess database) {
    new Migrations(InstalledModules.onClassPath())
        .run(database.url(), database.owner().user(), database.owner().password());
  }

  public static Instance start(Settings settings) {
    Instance instance = prepare(settings);
    try {
      instance.listen();
      return instance;
    } catch (RuntimeException e) {
      instance.close();
      throw e;
    }
  }

  /**
   * Opens pool, schema and everything else on the calling thread; nothing listens yet. What is
   * initialised on a request's virtual thread can block its carrier for good (JDK-8369238).
   */
  static Instance prepare(Settings settings) {
    ApplicationContext context =
        ApplicationContext.builder()
            .classLoader(Thread.currentThread().getContextClassLoader())
            .properties(properties(settings))
            .banner(false)
            .eagerInitSingletons(true)
            .start();
    try {
      return new Instance(context, settings.metrics());
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  /** Opens the port, and that of the metrics. */
  void listen() {
    metrics =
        metricsAddress
            .map(at ->
                new MetricsServer(
                    at.host(), at.port(), context.getBean(PrometheusMeterRegistry.class)))
            .orElse(null);
    server.start();
  }

  private static Map<String, Object> properties(Settings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("datasources.default.url", settings.database().url());
    properties.put("datasources.default.username", settings.database().application().user());
    properties.put("datasources.default.password", settings.database().application().password());
    properties.put("datasources.default.maximum-pool-size", 6);
    properties.put("micronaut.server.host", settings.host());
    properties.put("micronaut.server.port", settings.port() == 0 ? -1 : settings.port());
    properties.put("council.demo", settings.demo());
    properties.put("council.oidc.internal-hosts", settings.internalHosts());
    // What is not there is not found, whoever asks: it is no secret which routes there are.
    properties.put("micronaut.security.reject-not-found", false);
    return properties;
  }

  public ApplicationContext context() {
    return context;
  }

  /** Address for people on the same machine. */
  public String url() {
    return "http://localhost:" + server.getPort();
  }

  /** Address of the metrics, where they are told. */
  public Optional<String> metricsUrl() {
    return Optional.ofNullable(metrics).map(MetricsServer::url);
  }

  public void ready() {
    context.getBean(Readiness.class).ready();
  }

  @Override
  public void close() {
    if (metrics != null) {
      metrics.close();
    }
    server.stop();
    context.close();
  }
}
