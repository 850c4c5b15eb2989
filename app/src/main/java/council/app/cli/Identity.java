package council.app.cli;

import council.app.database.InstanceFolder;
import council.app.demo.DemoIssuer;
import council.platform.identity.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who a command of the demo instance speaks for. */
record Identity(String council, Role role, @Nullable String provider) {

  /** A token signed with the demo's own key. */
  String token() {
    if (role == Role.PROVIDER_USER && provider == null) {
      throw new Failure(
          "A provider user belongs to a provider: add --provider, for instance --provider P001.");
    }
    if (role != Role.PROVIDER_USER && provider != null) {
      throw new Failure("--provider goes with --role provider-user only.");
    }
    InstanceFolder folder = InstanceFolder.fromEnvironment();
    DemoIssuer issuer =
        DemoIssuer.find(folder, council)
            .orElseThrow(
                () ->
                    new Failure(
                        "There is no demo issuer for the council '%s' in %s. Start ./council demo first, or pass --token."
                            .formatted(council, folder.path())));
    return issuer.token(DemoIssuer.subject(role, provider), Instant.now());
  }
}
