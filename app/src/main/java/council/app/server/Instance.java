package council.app.server;

import council.app.http.Readiness;
import council.platform.data.Migrations;
import council.platform.module.InstalledModules;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;

/** A running server. It answers 503 at /health until somebody says that it is ready. */
public final class Instance implements AutoCloseable {
  private final ApplicationContext context;
  private final EmbeddedServer server;

  private Instance(ApplicationContext context, EmbeddedServer server) {
    this.context = context;
    this.server = server;
  }

  /**
   * @param host interface to listen on
   * @param port 0 takes any free one
   * @param demo whether demo tokens and a page to try queries are there
   */
  public record Settings(DatabaseAccess database, String host, int port, boolean demo) {}

  /** Runs the migrations, as the owner. */
  public static void migrate(DatabaseAccess database) {
    new Migrations(InstalledModules.onClassPath())
        .run(database.url(), database.owner().user(), database.owner().password());
  }

  /**
   * Opens pool, schema and everything else on the calling thread and only then the port: what is
   * initialised on a request's virtual thread can block its carrier for good (JDK-8369238).
   */
  public static Instance start(Settings settings) {
    ApplicationContext context =
        ApplicationContext.builder()
            .classLoader(Thread.currentThread().getContextClassLoader())
            .properties(properties(settings))
            .banner(false)
            .eagerInitSingletons(true)
            .start();
    try {
      EmbeddedServer server = context.getBean(EmbeddedServer.class);
      return new Instance(context, server.start());
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
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
    return properties;
  }

  public ApplicationContext context() {
    return context;
  }

  /** Address for people on the same machine. */
  public String url() {
    return "http://localhost:" + server.getPort();
  }

  public void ready() {
    context.getBean(Readiness.class).ready();
  }

  @Override
  public void close() {
    server.stop();
    context.close();
  }
}
