package council.app.demo;

import council.app.client.Administration.User;
import council.platform.identity.Permission;
import council.platform.identity.Role;
import council.platform.module.InstalledModules;
import java.util.ArrayList;
import java.util.List;

/** The users that every council of the demo has: one for each role, one for each provider. */
public final class DemoUsers {
  static final List<Role> STAFF =
      List.of(
          Role.TENANT_ADMIN,
          Role.COMMISSIONER,
          Role.LEAD_COMMISSIONER,
          Role.CONTRACT_OFFICER,
          Role.FINANCE,
          Role.AUDITOR,
          Role.API_CLIENT);

  private DemoUsers() {}

  /** One user in each role of a council's own. */
  public static List<User> staff() {
    List<User> users = new ArrayList<>();
    for (Role role : STAFF) {
      String subject = DemoTokens.subject(role, null);
      users.add(
          new User(subject, subject, role, role == Role.API_CLIENT ? readScopes() : List.of()));
    }
    return users;
  }

  /** The user of one provider. */
  public static User provider(String reference) {
    String subject = DemoTokens.subject(Role.PROVIDER_USER, reference);
    return new User(subject, subject, Role.PROVIDER_USER, List.of());
  }

  /** The demo's API client reads whatever its role may read, and changes nothing. */
  private static List<String> readScopes() {
    return InstalledModules.onClassPath().list().stream()
        .flatMap(module -> module.permissions().stream())
        .filter(permission -> permission.roles().contains(Role.API_CLIENT))
        .map(Permission::code)
        .filter(code -> code.endsWith(".read"))
        .sorted()
        .toList();
  }
}
