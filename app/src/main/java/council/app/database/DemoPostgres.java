package council.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * PostgreSQL from the binaries that Maven brings, with its data in the instance folder. Unlike the
 * library's defaults, which are made for tests, it is durable and asks everybody for a password.
 */
public final class DemoPostgres implements AutoCloseable {
  static final String SUPERUSER = "postgres";
  private static final int ANY_PORT = 0;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String HBA =
      """
      # Written at every start: nobody comes in without a password.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final EmbeddedPostgres server;
  private final Postmaster postmaster;
  private final String superuserPassword;

  private DemoPostgres(EmbeddedPostgres server, Postmaster postmaster, String superuserPassword) {
    this.server = server;
    this.postmaster = postmaster;
    this.superuserPassword = superuserPassword;
  }

  /** Starts on the folder's data, creating them where there are none. */
  public static DemoPostgres start(InstanceFolder folder) {
    return start(folder, ANY_PORT);
  }

  /** The same on a port that stays, so that a server finds it again after its death. */
  public static DemoPostgres start(InstanceFolder folder, int port) {
    Path data = folder.createOwnerOnly(folder.resolve("postgres"));
    String password = folder.password("postgres");
    Path complete = folder.resolve("postgres.complete");
    if (!Files.exists(complete)) {
      // A first start that was interrupted leaves files that initdb would refuse to overwrite.
      folder.deleteInside(data);
    }
    try {
      EmbeddedPostgres server = builder(folder, data, password).setPort(port).start();
      folder.writeOwnerOnly(complete, "initdb came to its end");
      return new DemoPostgres(server, new Postmaster(data), password);
    } catch (IOException | IllegalStateException e) {
      throw new IllegalStateException(
          "PostgreSQL did not start; the end of its log:\n" + endOfLog(folder), e);
    }
  }

  private static EmbeddedPostgres.Builder builder(
      InstanceFolder folder, Path data, String password) {
    File log = folder.resolve("postgres.log").toFile();
    Path passwordFile = folder.resolve("secrets").resolve(SUPERUSER);
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
        .setPGStartupWait(PATIENCE)
        // These are handed to initdb as they are. The later --auth replaces the library's "trust",
        // so that there is no moment at which the server lets anybody in without a password.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", passwordFile.toString())
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setConnectConfig("password", password)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "40")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("password_encryption", "scram-sha-256")
        .setDataDirectoryCustomizer(directory -> writeHba(directory.toPath()))
        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
        .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log));
  }

  private static void writeHba(Path data) {
    try {
      Files.writeString(data.resolve("pg_hba.conf"), HBA);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write pg_hba.conf", e);
    }
  }

  private static String endOfLog(InstanceFolder folder) {
    return folder
        .read(folder.resolve("postgres.log"))
        .map(text -> text.lines().toList())
        .map(lines -> lines.subList(Math.max(0, lines.size() - 20), lines.size()))
        .orElse(List.of())
        .stream()
        .collect(Collectors.joining("\n"));
  }

  public int port() {
    return server.getPort();
  }

  public String superuserPassword() {
    return superuserPassword;
  }

  /** JDBC address of one of its databases. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  @Override
  public void close() {
    try {
      server.close();
      postmaster.stopIfRunning();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }
}
