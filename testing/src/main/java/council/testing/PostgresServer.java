package council.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A running server, whichever way it was started. */
sealed interface PostgresServer {
  String user();

  String password();

  /** How it was started, for people. */
  String lane();

  String url(String database);

  static PostgresServer start() {
    String forced = setting("council.test.postgres", "COUNCIL_TEST_POSTGRES");
    if (forced == null) {
      return dockerAnswers() ? Container.start() : Embedded.start();
    }
    return switch (forced.toLowerCase(Locale.ROOT)) {
      case "testcontainers" -> Container.start();
      case "embedded" -> Embedded.start();
      default ->
          throw new IllegalArgumentException(
              "Expected council.test.postgres to be testcontainers or embedded, but it is "
                  + forced);
    };
  }

  private static @Nullable String setting(String property, String variable) {
    String value = System.getProperty(property);
    return value != null ? value : System.getenv(variable);
  }

  /** Asks Testcontainers only where there is something to ask: its search is slow and loud. */
  private static boolean dockerAnswers() {
    Path home = Path.of(System.getProperty("user.home"));
    boolean hint =
        System.getenv("DOCKER_HOST") != null
            || System.getProperty("os.name").startsWith("Windows")
            || Stream.of(
                    Path.of("/var/run/docker.sock"),
                    home.resolve(".docker/run/docker.sock"),
                    home.resolve(".docker/desktop/docker.sock"),
                    home.resolve(".testcontainers.properties"))
                .anyMatch(Files::exists);
    return hint && DockerClientFactory.instance().isDockerAvailable();
  }

  /** From the binaries that Maven brings. */
  record Embedded(EmbeddedPostgres postgres) implements PostgresServer {
    static Embedded start() {
      try {
        return new Embedded(
            EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(120))
                .setServerConfig("timezone", "UTC")
                .start());
      } catch (IOException e) {
        throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
      }
    }

    @Override
    public String user() {
      return "postgres";
    }

    @Override
    public String password() {
      return "postgres";
    }

    @Override
    public String lane() {
      return "embedded binaries";
    }

    @Override
    public String url(String database) {
      return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }
  }

  /** In a container; {@code council.test.postgres.image} names another image. */
  record Container(PostgreSQLContainer postgres) implements PostgresServer {
    static Container start() {
      String image = setting("council.test.postgres.image", "COUNCIL_TEST_POSTGRES_IMAGE");
      PostgreSQLContainer container =
          new PostgreSQLContainer(
                  DockerImageName.parse(image == null ? "postgres:18-alpine" : image)
                      .asCompatibleSubstituteFor("postgres"))
              .withUsername("postgres")
              .withPassword("postgres")
              .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
      container.start();
      return new Container(container);
    }

    @Override
    public String user() {
      return "postgres";
    }

    @Override
    public String password() {
      return "postgres";
    }

    @Override
    public String lane() {
      return "Testcontainers, " + postgres.getDockerImageName();
    }

    @Override
    public String url(String database) {
      return "jdbc:postgresql://"
          + postgres.getHost()
          + ":"
          + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)
          + "/"
          + database;
    }
  }
}
