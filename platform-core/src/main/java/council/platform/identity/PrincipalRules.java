package council.platform.identity;

import council.platform.module.InstalledModules;
import council.platform.problem.Problems;
import java.util.Set;
import java.util.UUID;

/** What a principal may be. */
final class PrincipalRules {
  private static final Set<Role> ALONE = Set.of(Role.PROVIDER_USER, Role.PLATFORM_OPERATOR);

  private PrincipalRules() {}

  static void check(
      String tenant,
      PrincipalEntry entry,
      String path,
      Permissions permissions,
      Problems problems) {
    IssuerRules.required(entry.subject(), path + ".subject", problems);
    IssuerRules.required(entry.label(), path + ".label", problems);
    checkRoles(tenant, entry.roles(), path, problems);
    checkProviders(entry.roles(), entry.providerIds(), path, problems);
    checkScopes(entry.roles(), entry.scopes(), path, permissions, problems);
  }

  static void checkRoles(String tenant, Set<Role> roles, String path, Problems problems) {
    if (roles.isEmpty()) {
      problems.add("REQUIRED", path + ".roles", "Expected at least one role.");
    }
    for (Role role : ALONE) {
      if (roles.contains(role) && roles.size() > 1) {
        problems.add(
            "ROLE_STANDS_ALONE",
            path + ".roles",
            "Whoever is %s holds no other role.".formatted(role.code()));
      }
    }
    if (roles.contains(Role.PLATFORM_OPERATOR) && !tenant.equals(InstalledModules.HOST)) {
      problems.add(
          "OPERATOR_OF_A_COUNCIL",
          path + ".roles",
          "Platform operators belong to the tenant that runs the instance, not to a council.");
    }
  }

  static void checkProviders(
      Set<Role> roles, Set<UUID> providerIds, String path, Problems problems) {
    if (!providerIds.isEmpty() && !roles.contains(Role.PROVIDER_USER)) {
      problems.add(
          "NOT_A_PROVIDER_USER",
          path + ".providerIds",
          "Only a provider user is bound to providers.");
    }
  }

  private static void checkScopes(
      Set<Role> roles,
      Set<String> scopes,
      String path,
      Permissions permissions,
      Problems problems) {
    if (!scopes.isEmpty() && !roles.contains(Role.API_CLIENT)) {
      problems.add("NOT_AN_API_CLIENT", path + ".scopes", "Only an API client has scopes.");
    }
    for (String scope : scopes) {
      if (!permissions.isKnown(scope)) {
        problems.add(
            "UNKNOWN_PERMISSION",
            path + ".scopes",
            scope,
            "the code of a permission",
            "No installed module knows the permission '%s'.".formatted(scope));
      }
    }
  }
}
