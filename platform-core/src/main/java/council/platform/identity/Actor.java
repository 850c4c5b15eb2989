package council.platform.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, in the name of which council: the outcome of a verified token, never of a header or an
 * argument.
 *
 * @param tenant code of the council, such as {@code northshire}
 * @param principalId the principal's id within the council
 * @param label pseudonymous label of the principal for the audit, such as {@code demo-commissioner}
 * @param roles the roles held
 * @param permissions codes of all permissions held
 * @param providerIds the providers to which a provider user is bound; empty for everybody else
 * @param token what is remembered of the token; absent where there is none
 */
public record Actor(
    String tenant,
    UUID principalId,
    String label,
    Set<Role> roles,
    Set<String> permissions,
    Set<UUID> providerIds,
    @Nullable TokenFacts token) {

  public Actor {
    roles = Set.copyOf(roles);
    permissions = Set.copyOf(permissions);
    providerIds = Set.copyOf(providerIds);
  }

  /** Somebody who acts without a token. */
  public Actor(
      String tenant,
      UUID principalId,
      String label,
      Set<Role> roles,
      Set<String> permissions,
      Set<UUID> providerIds) {
    this(tenant, principalId, label, roles, permissions, providerIds, null);
  }

  /** The same person at work in another council, as an operator is who creates it. */
  Actor in(String council) {
    return new Actor(council, principalId, label, roles, permissions, providerIds, token);
  }

  public boolean may(String permission) {
    return permissions.contains(permission);
  }

  /** Sees only the rows of its own providers, whatever its permissions. */
  public boolean isProviderBound() {
    return roles.contains(Role.PROVIDER_USER);
  }
}
