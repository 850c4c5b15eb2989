package council.app.cli;

import council.app.client.Administration;
import council.app.client.Administration.User;
import council.app.client.ApiClient;
import council.app.client.TextFile;
import council.app.database.InstanceFolder;
import council.app.demo.DemoTokens;
import council.app.demo.DemoUsers;
import council.platform.identity.IssuerEntry;
import council.platform.identity.Role;
import council.platform.module.InstalledModules;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Councils of the instance. */
@Command(
    name = "tenant",
    description = "Brings councils into the instance.",
    mixinStandardHelpOptions = true)
final class TenantCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Expected 'tenant create', but it was not there.");
  }

  /** Whose tokens the council accepts, and who administers it. */
  static final class IssuerOptions {
    @Option(
        names = "--issuer",
        required = true,
        paramLabel = "ISS",
        description = "iss of the tokens that the council accepts.")
    String issuer;

    @Option(
        names = "--audience",
        defaultValue = "council",
        paramLabel = "AUD",
        description = "aud of these tokens. Default: ${DEFAULT-VALUE}.")
    String audience;

    @Option(
        names = "--algorithm",
        defaultValue = "RS256",
        paramLabel = "ALG",
        description = "RS256 or ES256. Default: ${DEFAULT-VALUE}.")
    String algorithm;

    @Option(
        names = "--jwks",
        required = true,
        paramLabel = "FILE",
        description = "File with the issuer's public keys, a JSON Web Key Set.")
    Path jwks;

    @Option(
        names = "--admin",
        required = true,
        paramLabel = "SUB",
        description = "sub of the council's first administrator.")
    String admin;

    IssuerEntry entry() {
      return new IssuerEntry(issuer, audience, algorithm, TextFile.read(jwks), false);
    }
  }

  @Command(
      name = "create",
      description = {
        "Creates a council, as the platform's operator.",
        "On a demo instance the issuer can be left out: the council then gets the demo's own, and a"
            + " user for each role."
      },
      mixinStandardHelpOptions = true,
      footer = "%nExample: ./council tenant create --code kent --title Kent")
  void create(
      @Mixin ConnectionOptions connection,
      @Option(
              names = "--code",
              required = true,
              paramLabel = "CODE",
              description = "Lower-case word that names the council for good.")
          String code,
      @Option(
              names = "--title",
              required = true,
              paramLabel = "TEXT",
              description = "What people call the council.")
          String title,
      @ArgGroup(exclusive = false, heading = "Issuer of the council's tokens:%n")
          @Nullable IssuerOptions issuer) {
    ApiClient operator = connection.connect(InstalledModules.HOST, Role.PLATFORM_OPERATOR);
    Administration administration = new Administration(operator);
    if (issuer == null) {
      IssuerEntry own = new DemoTokens(InstanceFolder.fromEnvironment()).issuer(code);
      administration.createTenant(code, title, own, DemoUsers.staff());
    } else {
      administration.createTenant(
          code,
          title,
          issuer.entry(),
          List.of(new User(issuer.admin, "administrator", Role.TENANT_ADMIN, List.of())));
    }
    spec.commandLine().getOut().println("Created " + code + ".");
  }
}
