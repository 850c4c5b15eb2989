package council.platform.identity;

import council.platform.jobs.SystemActor;
import council.platform.module.InstalledModules;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import java.util.Set;
import java.util.UUID;

/** What a principal may be. */
final class PrincipalRules {
  private static final Set<Role> ALONE = Set.of(Role.PROVIDER_USER, Role.PLATFORM_OPERATOR);

  private PrincipalRules() {}

  static void check(
      String tenant,
      PrincipalEntry entry,
      Set<UUID> known,
      String path,
      Permissions permissions,
      Problems problems) {
    IssuerRules.text(entry.subject(), path + ".subject", IssuerRules.LONGEST, problems);
    IssuerRules.text(entry.label(), path + ".label", IssuerRules.LONGEST_LABEL, problems);
    if (entry.label().equalsIgnoreCase(SystemActor.LABEL)) {
      labelTaken(entry.label(), path, problems);
    }
    checkRoles(tenant, entry.roles(), path, problems);
    checkProviders(entry.roles(), entry.providerIds(), known, path, problems);
    checkClient(entry, path, problems);
    checkScopes(entry.roles(), entry.scopes(), path, permissions, problems);
  }

  private static void checkClient(PrincipalEntry entry, String path, Problems problems) {
    String client = entry.clientId();
    if (client == null) {
      return;
    }
    IssuerRules.text(client, path + ".clientId", IssuerRules.LONGEST, problems);
    if (!entry.roles().contains(Role.API_CLIENT)) {
      problems.add("NOT_AN_API_CLIENT", path + ".clientId", "Only an API client has a client id.");
    }
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

  /** Another council's provider is not among the known, and so is as good as an invented one. */
  static void checkProviders(
      Set<Role> roles, Set<UUID> providerIds, Set<UUID> known, String path, Problems problems) {
    if (!providerIds.isEmpty() && !roles.contains(Role.PROVIDER_USER)) {
      problems.add(
          "NOT_A_PROVIDER_USER",
          path + ".providers",
          "Only a provider user is bound to providers.");
      return;
    }
    int number = 0;
    for (UUID id : providerIds) {
      String at = path + ".providers[" + number++ + "]";
      if (!known.contains(id)) {
        problems.add(
            "UNKNOWN_PROVIDER",
            at,
            id,
            "a provider of the council's directory",
            "The council has no such provider.");
      }
    }
  }

  static void labelTaken(String label, String path, Problems problems) {
    problems.add(
        "DUPLICATE_LABEL",
        path + ".label",
        TextRule.shown(label),
        "a label that nobody else of the council has",
        "The label %s is somebody else's; the audit tells people apart by it."
            .formatted(TextRule.shown(label)));
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
