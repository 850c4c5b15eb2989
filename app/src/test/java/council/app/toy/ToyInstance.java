package council.app.toy;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ApiClient;
import council.app.database.InstanceFolder;
import council.app.demo.DemoTokens;
import council.app.demo.DemoUsers;
import council.app.server.DatabaseAccess;
import council.app.server.Instance;
import council.platform.identity.IssuerEntry;
import council.platform.identity.PrincipalEntry;
import council.platform.identity.Role;
import council.platform.identity.TenantProvisioning;
import council.platform.module.InstalledModules;
import council.testing.Database;
import council.testing.PostgresForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An instance on a database of its own, with the modules that the given class loader sees. */
final class ToyInstance implements AutoCloseable {
  private final Database database;
  private final DemoTokens tokens;
  private final Instance instance;

  private ToyInstance(Database database, DemoTokens tokens, Instance instance) {
    this.database = database;
    this.tokens = tokens;
    this.instance = instance;
  }

  static ToyInstance start(ClassLoader modules, Path folder) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(modules);
    try {
      Database database = PostgresForTests.shared().emptyDatabase();
      DatabaseAccess access =
          new DatabaseAccess(
              database.url(),
              new DatabaseAccess.Login(Database.OWNER, Database.OWNER),
              new DatabaseAccess.Login(Database.APPLICATION, Database.APPLICATION));
      Instance.migrate(access);
      PostgresForTests.shared().allowApplicationToLogIn();
      Instance instance = Instance.start(new Instance.Settings(access, "localhost", 0, true));
      ToyInstance started =
          new ToyInstance(database, new DemoTokens(new InstanceFolder(folder)), instance);
      started.establishHost();
      return started;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void establishHost() {
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

  void createCouncil(String code) {
    new Administration(as(code, Role.PLATFORM_OPERATOR))
        .createTenant(code, code, tokens.issuer(code), DemoUsers.staff());
  }

  void loadScheme(String council, String scheme) {
    new Administration(as(council, Role.TENANT_ADMIN)).loadScheme(scheme, false);
  }

  JsonNode ask(String council, Role role, String document) {
    return as(council, role).send(document, Map.of());
  }

  private ApiClient as(String council, Role role) {
    return new ApiClient(instance.url(), tokens.token(council, role, null));
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    instance.close();
  }
}
