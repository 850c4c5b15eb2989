package council.app.cli;

import council.app.client.Administration;
import council.platform.identity.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose tokens a council accepts. */
@Command(
    name = "issuer",
    description =
        "Lists, registers, replaces and removes the issuers whose tokens a council accepts.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./council issuer register --council kent --issuer https://id.kent.example"
          + " --audience council"
    })
final class IssuerCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Expected 'issuer list', 'register', 'replace' or 'remove', but it was not there.");
  }

  /** Whose issuers they are. */
  static final class CouncilOption {
    @Option(
        names = "--council",
        required = true,
        paramLabel = "CODE",
        description = "The council, such as lancashire.")
    String council;

    @Mixin ConnectionOptions connection;

    Administration administrator() {
      return new Administration(connection.connect(council, Role.TENANT_ADMIN));
    }
  }

  @Command(
      name = "list",
      description =
          "Prints issuer, audience, algorithm, source of keys and whether it was removed.",
      mixinStandardHelpOptions = true)
  void list(@Mixin CouncilOption of) {
    of.administrator()
        .issuers()
        .forEach(line -> spec.commandLine().getOut().println(String.join(" ", line)));
  }

  @Command(
      name = "register",
      description = "Registers a further issuer.",
      mixinStandardHelpOptions = true)
  void register(@Mixin CouncilOption of, @Mixin IssuerOptions issuer) {
    of.administrator().registerIssuer(issuer.entry());
    tell("Registered", issuer.issuer);
  }

  @Command(
      name = "replace",
      description = "Replaces everything of an issuer except its name.",
      mixinStandardHelpOptions = true)
  void replace(@Mixin CouncilOption of, @Mixin IssuerOptions issuer) {
    of.administrator().replaceIssuer(issuer.entry());
    tell("Replaced", issuer.issuer);
  }

  @Command(
      name = "remove",
      description = "Refuses an issuer's tokens from the next request on.",
      mixinStandardHelpOptions = true)
  void remove(
      @Mixin CouncilOption of,
      @Option(
              names = "--issuer",
              required = true,
              paramLabel = "ISS",
              description = "iss of its tokens.")
          String issuer) {
    of.administrator().removeIssuer(issuer);
    tell("Removed", issuer);
  }

  private void tell(String done, String issuer) {
    spec.commandLine().getOut().println(done + " " + issuer + ".");
  }
}
