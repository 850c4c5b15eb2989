package council.platform.identity;

import council.platform.data.HostTransactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a bearer token to the actor for whom it stands. Blocking: one round trip to the database,
 * two where the token does not name its council.
 *
 * <p>Nothing of the outcome is kept. Whoever is disabled, and whatever issuer is removed, is
 * refused from the next request on; a request that was authenticated before ends as it began.
 */
@Singleton
public final class Authenticator {
  private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
  private final HostTransactions host;
  private final TokenVerifier verifier;
  private final Permissions permissions;
  private final List<RefusalListener> listeners;

  Authenticator(
      HostTransactions host,
      TokenVerifier verifier,
      Permissions permissions,
      List<RefusalListener> listeners) {
    this.host = host;
    this.verifier = verifier;
    this.permissions = permissions;
    this.listeners = List.copyOf(listeners);
  }

  /** Empty where the token is not accepted; the reason stands in the log and goes nowhere else. */
  public Optional<Actor> authenticate(String token) {
    try {
      return Optional.of(actor(TokenClaims.read(token)));
    } catch (TokenRefused e) {
      LOG.info("A token is refused: {}: {}", e.why(), e.getMessage());
      listeners.forEach(listener -> listener.refused(e.why()));
      return Optional.empty();
    }
  }

  private Actor actor(TokenClaims token) throws TokenRefused {
    String council = council(token);
    KnownBearer bearer =
        KnownBearer.find(host, council, token.issuer(), token.subject())
            .orElseThrow(() ->
                new TokenRefused(Refusal.UNKNOWN_ISSUER, "the council does not know its issuer"));
    try {
      return actor(council, token, bearer);
    } catch (TokenRefused e) {
      throw e.of(council, token.issuer());
    }
  }

  /** What the token says here is believed only when everything else of it has been verified. */
  private String council(TokenClaims token) throws TokenRefused {
    String named = token.tenant();
    if (named != null) {
      return named;
    }
    return AudienceBindings.findCouncil(host, token.issuer(), token.claims().getAudience())
        .orElseThrow(() ->
            new TokenRefused(
                Refusal.WRONG_TENANT,
                "it has no tenant, and its issuer and audience are bound to no council"));
  }

  private Actor actor(String council, TokenClaims token, KnownBearer bearer) throws TokenRefused {
    if (bearer.removed()) {
      throw new TokenRefused(Refusal.REMOVED_ISSUER, "the council has removed its issuer");
    }
    TokenFacts facts = verifier.verify(council, token, bearer.issuer());
    if (bearer.principalId() == null || bearer.label() == null) {
      throw new TokenRefused(Refusal.UNKNOWN_SUBJECT, "the council does not know its subject");
    }
    if (bearer.disabled()) {
      throw new TokenRefused(Refusal.DISABLED, "the principal is disabled");
    }
    ClientClaims client = ClientClaims.of(token.claims());
    client.check(bearer, token.subject());
    return new Actor(
        council,
        bearer.principalId(),
        bearer.label(),
        bearer.roles(),
        permissionsOf(bearer, client),
        bearer.roles().contains(Role.PROVIDER_USER) ? bearer.providerIds() : Set.of(),
        facts);
  }

  /** An API client has what its roles, its scopes and its token all allow. */
  private Set<String> permissionsOf(KnownBearer bearer, ClientClaims client) {
    Set<String> held = new TreeSet<>(permissions.held(bearer.roles(), bearer.departures()));
    if (bearer.roles().contains(Role.API_CLIENT)) {
      held.retainAll(bearer.scopes());
      client.scopes().ifPresent(held::retainAll);
    }
    return held;
  }
}
