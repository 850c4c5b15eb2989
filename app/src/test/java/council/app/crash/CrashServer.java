package council.app.crash;

import council.app.database.InstanceFolder;
import council.app.demo.DemoTokens;
import council.app.server.DatabaseAccess;
import council.app.server.Instance;
import council.platform.identity.IssuerEntry;
import council.platform.identity.PrincipalEntry;
import council.platform.identity.Role;
import council.platform.identity.TenantProvisioning;
import council.platform.module.InstalledModules;
import java.nio.file.Path;
import java.util.List;

/** The server in a process of its own, fit to be killed. Arguments: folder, database, port. */
final class CrashServer {
  static final String OWNER = "council_owner";
  static final String APPLICATION = "app_rw";

  private CrashServer() {}

  public static void main(String[] arguments) throws InterruptedException {
    InstanceFolder folder = new InstanceFolder(Path.of(arguments[0]));
    DatabaseAccess access =
        new DatabaseAccess(
            arguments[1],
            new DatabaseAccess.Login(OWNER, folder.password(OWNER)),
            new DatabaseAccess.Login(APPLICATION, folder.password(APPLICATION)));
    Instance instance =
        Instance.start(
            new Instance.Settings(access, "localhost", Integer.parseInt(arguments[2]), true));
    establishHost(instance, new DemoTokens(folder));
    instance.ready();
    Thread.currentThread().join();
  }

  private static void establishHost(Instance instance, DemoTokens tokens) {
    IssuerEntry issuer = tokens.issuer(InstalledModules.HOST);
    String subject = DemoTokens.subject(Role.PLATFORM_OPERATOR, null);
    instance
        .context()
        .getBean(TenantProvisioning.class)
        .establishHost(
            issuer,
            List.of(
                PrincipalEntry.staff(issuer.issuer(), subject, subject, Role.PLATFORM_OPERATOR)));
  }
}
