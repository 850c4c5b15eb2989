package council.app.cli;

import council.app.server.Instance;
import council.app.server.ServeSettings;
import council.app.server.Serving;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves an existing PostgreSQL until it is stopped. */
@Command(
    name = "serve",
    description = "Serves the councils of an existing PostgreSQL (15 or later).",
    mixinStandardHelpOptions = true,
    footerHeading = "%nEnvironment variables:%n",
    footer = {
      "  COUNCIL_DB_URL             jdbc:postgresql://host:5432/database",
      "  COUNCIL_DB_OWNER           role that owns the tables and runs migrations; needs"
          + " CREATEROLE",
      "                             on the first start, or a role app_rw that is there already",
      "  COUNCIL_DB_OWNER_PASSWORD  its password, 16 characters or more",
      "  COUNCIL_DB_USER            role that serves: a login role that was granted app_rw",
      "  COUNCIL_DB_USER_PASSWORD   its password, another one",
      "  COUNCIL_HOST               interface to listen on (0.0.0.0)",
      "  COUNCIL_PORT               port to listen on (8080)",
      "  COUNCIL_METRICS_PORT       port of /metrics for Prometheus; without it there are none",
      "  COUNCIL_METRICS_HOST       interface of that port (127.0.0.1)",
      "  COUNCIL_OIDC_INTERNAL_HOSTS names of issuers' hosts in the own network, with commas"
          + " between;",
      "                             no other issuer may lead to private addresses",
      "First start only, the operator who may create councils; later by ./council operator:",
      "  COUNCIL_OPERATOR_ISSUER    iss of the operator's tokens",
      "  COUNCIL_OPERATOR_AUDIENCE  aud of the operator's tokens (council)",
      "  COUNCIL_OPERATOR_ALGORITHM RS256 (default) or ES256",
      "  COUNCIL_OPERATOR_TOKEN_TYPE typ of the operator's tokens: JWT (default) or at+jwt",
      "  COUNCIL_OPERATOR_JWKS_FILE file with the issuer's public keys, a JSON Web Key Set;"
          + " without",
      "                             it they are discovered by OpenID Connect",
      "  COUNCIL_OPERATOR_SUBJECT   sub of the operator's tokens"
    })
final class ServeCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    PrintWriter err = spec.commandLine().getErr();
    CountDownLatch stopped = new CountDownLatch(1);
    try (Instance instance = start(err)) {
      Shutdown.install(instance, err, stopped);
      instance.metricsUrl().ifPresent(url -> err.println("council: metrics at " + url));
      err.println("council: serving on " + instance.url() + "/graphql. Ctrl-C stops.");
      stopped.await();
    } catch (ServeSettings.Unsafe e) {
      throw new Failure("council: not started.\n" + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Instance start(PrintWriter err) {
    ServeSettings settings = ServeSettings.from(System.getenv());
    return new Serving(settings, line -> err.println("council: " + line)).start();
  }
}
