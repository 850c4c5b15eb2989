package council.app.server;

import council.app.database.InstanceFolder;
import council.app.server.DatabaseAccess.Login;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code serve} is told by environment variables; refuses what nobody should run with. */
public record ServeSettings(
    DatabaseAccess database,
    String host,
    int port,
    Optional<MetricsAddress> metrics,
    List<String> internalHosts,
    Optional<FirstOperator> operator,
    Path demoFolder) {
  private static final int LEAST_PASSWORD = 16;
  private static final Set<String> GUESSED_FIRST =
      Set.of("password", "postgres", "council", "changeme", "secret", "admin", "letmein", "app_rw");

  /** Why the instance does not start, each with what to do about it. */
  public static final class Unsafe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unsafe(List<String> lines) {
      super(String.join("\n", lines));
    }
  }

  /**
   * @throws Unsafe with everything that is missing or weak
   */
  public static ServeSettings from(Map<String, String> environment) {
    Reader reader = new Reader(environment, new ArrayList<>());
    String url =
        reader.required("COUNCIL_DB_URL", "the JDBC address, jdbc:postgresql://host:5432/db");
    Login owner =
        reader.login("COUNCIL_DB_OWNER", "the role that owns the tables and runs migrations");
    Login user = reader.login("COUNCIL_DB_USER", "the role that serves and owns nothing");
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
      reader.faults.add("COUNCIL_DB_URL must begin with jdbc:postgresql:.");
    }
    if (url.contains("password=")) {
      reader.faults.add("COUNCIL_DB_URL must not hold a password; use the variables made for it.");
    }
    if (!owner.user().isEmpty() && owner.user().equals(user.user())) {
      reader.faults.add(
          "COUNCIL_DB_USER must not be the owner: row-level security would not hold. Create a login"
              + " role and grant it app_rw.");
    }
    if (!owner.password().isEmpty() && owner.password().equals(user.password())) {
      reader.faults.add("COUNCIL_DB_OWNER_PASSWORD and COUNCIL_DB_USER_PASSWORD must differ.");
    }
    int port = reader.port("COUNCIL_PORT", "8080");
    Optional<MetricsAddress> metrics = reader.metrics();
    Optional<FirstOperator> operator = FirstOperator.from(environment, reader.faults);
    if (!reader.faults.isEmpty()) {
      throw new Unsafe(reader.faults);
    }
    return new ServeSettings(
        new DatabaseAccess(url, owner, user),
        environment.getOrDefault("COUNCIL_HOST", "0.0.0.0"),
        port,
        metrics,
        List.of(
            environment.getOrDefault("COUNCIL_OIDC_INTERNAL_HOSTS", "").strip().split("[,\\s]+")),
        operator,
        InstanceFolder.from(environment).path());
  }

  /** The server as it is to be started. */
  Instance.Settings instance() {
    return new Instance.Settings(database, host, port, false, metrics, internalHosts);
  }

  private record Reader(Map<String, String> environment, List<String> faults) {
    String required(String name, String meaning) {
      String value = environment.getOrDefault(name, "").strip();
      if (value.isEmpty()) {
        faults.add("%s is not set. Set it to %s.".formatted(name, meaning));
      }
      return value;
    }

    Login login(String name, String meaning) {
      String user = required(name, meaning);
      String password = required(name + "_PASSWORD", "the password of " + name);
      if (!password.isEmpty() && isWeak(password, user)) {
        faults.add(
            "%s_PASSWORD can be guessed. Use at least %d random characters, for instance of: openssl rand -hex 32"
                .formatted(name, LEAST_PASSWORD));
      }
      return new Login(user, password);
    }

    private static boolean isWeak(String password, String user) {
      String lower = password.toLowerCase(Locale.ROOT);
      return password.length() < LEAST_PASSWORD
          || lower.contains(user.toLowerCase(Locale.ROOT))
          || GUESSED_FIRST.stream().anyMatch(lower::startsWith)
          || password.chars().distinct().count() < 6;
    }

    /** Metrics have an address of their own, this machine's unless something else is said. */
    Optional<MetricsAddress> metrics() {
      if (environment.getOrDefault("COUNCIL_METRICS_PORT", "").isBlank()) {
        return Optional.empty();
      }
      return Optional.of(
          new MetricsAddress(
              environment.getOrDefault("COUNCIL_METRICS_HOST", "127.0.0.1"),
              port("COUNCIL_METRICS_PORT", "")));
    }

    int port(String name, String otherwise) {
      String text = environment.getOrDefault(name, otherwise);
      if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
        return Integer.parseInt(text);
      }
      faults.add("%s must be a number from 0 to 65535, but it is '%s'.".formatted(name, text));
      return 0;
    }
  }
}
