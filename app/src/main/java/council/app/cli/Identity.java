package council.app.cli;

import council.app.database.InstanceFolder;
import council.app.demo.DemoTokens;
import council.platform.identity.Role;
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
    DemoTokens tokens = new DemoTokens(folder);
    boolean known =
        role == Role.PLATFORM_OPERATOR
            ? !tokens.councils().isEmpty()
            : tokens.councils().contains(council);
    if (!known) {
      throw new Failure(
          tokens.councils().isEmpty()
              ? "There is no demo in %s. Start ./council demo first, or pass --token."
                  .formatted(folder.path())
              : "The demo has no council '%s'; it has: %s."
                  .formatted(council, String.join(", ", tokens.councils())));
    }
    return tokens.token(council, role, provider);
  }
}
