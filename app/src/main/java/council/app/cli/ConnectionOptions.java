package council.app.cli;

import council.app.client.ApiClient;
import council.app.database.InstanceFolder;
import council.platform.identity.Role;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the instance is and who asks. */
final class ConnectionOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Address of the instance. Default: the running demo's, else http://localhost:8080.")
  @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "Access token; also by the environment variable COUNCIL_TOKEN. Default: made for the"
              + " demo's user with --role.")
  @Nullable String token;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      converter = RoleOption.class,
      description = "Role of the demo's user, lower case with hyphens.")
  @Nullable Role role;

  @Option(
      names = "--provider",
      paramLabel = "REFERENCE",
      description = "The provider of the demo's provider user, such as P001.")
  @Nullable String provider;

  /** A client for that council, in that role where none is chosen. */
  ApiClient connect(String council, Role fallback) {
    return new ApiClient(address(), token(council, fallback));
  }

  private String address() {
    InstanceFolder folder = InstanceFolder.fromEnvironment();
    return url != null ? url : folder.read(folder.resolve("url")).orElse("http://localhost:8080");
  }

  private String token(String council, Role fallback) {
    String given = token != null ? token : System.getenv("COUNCIL_TOKEN");
    return given != null
        ? given
        : new Identity(council, Objects.requireNonNullElse(role, fallback), provider).token();
  }
}
