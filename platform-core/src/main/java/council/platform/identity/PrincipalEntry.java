package council.platform.identity;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user or a machine of a council.
 *
 * @param issuer the {@code iss} of its tokens, registered with the council
 * @param subject the {@code sub} of its tokens
 * @param label pseudonym that stands in the audit; names stay with the issuer
 * @param roles what it is; a provider user or a platform operator is nothing else beside
 * @param providerIds the providers to which a provider user is bound, in the order given; empty for
 *     everybody else
 * @param scopes permissions to which an API client is narrowed; empty for everybody else
 * @param clientId the {@code client_id} or {@code azp} that an API client's tokens must carry
 *     besides their subject; absent where the subject alone tells, and for everybody else
 */
public record PrincipalEntry(
    String issuer,
    String subject,
    String label,
    Set<Role> roles,
    Set<UUID> providerIds,
    Set<String> scopes,
    @Nullable String clientId) {
  public PrincipalEntry {
    roles = Set.copyOf(roles);
    providerIds = Collections.unmodifiableSet(new LinkedHashSet<>(providerIds));
    scopes = Set.copyOf(scopes);
  }

  /** Somebody whom the subject alone tells. */
  public PrincipalEntry(
      String issuer,
      String subject,
      String label,
      Set<Role> roles,
      Set<UUID> providerIds,
      Set<String> scopes) {
    this(issuer, subject, label, roles, providerIds, scopes, null);
  }

  /** Somebody of the council's own staff. */
  public static PrincipalEntry staff(String issuer, String subject, String label, Role... roles) {
    return new PrincipalEntry(issuer, subject, label, Set.of(roles), Set.of(), Set.of());
  }

  public static PrincipalEntry providerUser(
      String issuer, String subject, String label, Set<UUID> providerIds) {
    return new PrincipalEntry(
        issuer, subject, label, Set.of(Role.PROVIDER_USER), providerIds, Set.of());
  }
}
