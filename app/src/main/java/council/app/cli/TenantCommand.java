package council.app.cli;

import council.app.client.Administration;
import council.app.client.Administration.User;
import council.app.database.InstanceFolder;
import council.app.demo.DemoTokens;
import council.app.demo.DemoUsers;
import council.platform.identity.IssuerEntry;
import council.platform.identity.Role;
import council.platform.module.InstalledModules;
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
        spec.commandLine(), "Expected 'tenant create', 'bind' or 'release', but it was not there.");
  }

  /** Whose tokens the council accepts, and who administers it. */
  static final class FirstIssuer extends IssuerOptions {
    @Option(
        names = "--admin",
        required = true,
        paramLabel = "SUB",
        description = "sub of the council's first administrator.")
    String admin;
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
          @Nullable FirstIssuer issuer) {
    Administration administration = operator(connection);
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

  @Command(
      name = "bind",
      description = {
        "Binds an issuer and an audience to a council, as the platform's operator: for tokens that",
        "cannot carry the claim 'tenant'. The council registers the issuer itself."
      },
      mixinStandardHelpOptions = true)
  void bind(
      @Mixin ConnectionOptions connection,
      @Option(names = "--code", required = true, paramLabel = "CODE", description = "The council.")
          String code,
      @Option(
              names = "--issuer",
              required = true,
              paramLabel = "ISS",
              description = "iss of the tokens.")
          String issuer,
      @Option(
              names = "--audience",
              required = true,
              paramLabel = "AUD",
              description = "aud of the tokens, of this council alone.")
          String audience) {
    operator(connection).bindAudience(issuer, audience, code);
    spec.commandLine().getOut().println("Bound to " + code + ".");
  }

  @Command(
      name = "release",
      description = "Ends what 'tenant bind' has begun.",
      mixinStandardHelpOptions = true)
  void release(
      @Mixin ConnectionOptions connection,
      @Option(
              names = "--issuer",
              required = true,
              paramLabel = "ISS",
              description = "iss of the tokens.")
          String issuer,
      @Option(
              names = "--audience",
              required = true,
              paramLabel = "AUD",
              description = "aud of the tokens.")
          String audience) {
    if (!operator(connection).releaseAudience(issuer, audience)) {
      throw new Failure(
          "%s with the audience %s is bound to no council.".formatted(issuer, audience));
    }
    spec.commandLine().getOut().println("Released.");
  }

  private static Administration operator(ConnectionOptions connection) {
    return new Administration(connection.connect(InstalledModules.HOST, Role.PLATFORM_OPERATOR));
  }
}
