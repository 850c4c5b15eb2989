package council.platform.identity;

import council.platform.data.HostTransactions;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a bearer token to the actor for whom it stands. Blocking: one round trip to the database.
 */
@Singleton
public final class Authenticator {
  private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
  private final HostTransactions host;
  private final TokenVerifier verifier;
  private final Permissions permissions;

  Authenticator(HostTransactions host, TokenVerifier verifier, Permissions permissions) {
    this.host = host;
    this.verifier = verifier;
    this.permissions = permissions;
  }

  /** Empty where the token is not accepted; the reason stands in the log and goes nowhere else. */
  public Optional<Actor> authenticate(String token) {
    try {
      return Optional.of(actor(TokenClaims.read(token)));
    } catch (TokenRefused e) {
      LOG.info("A token is refused: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Actor actor(TokenClaims token) throws TokenRefused {
    KnownBearer bearer =
        KnownBearer.find(host, token.tenant(), token.issuer(), token.subject())
            .orElseThrow(() -> new TokenRefused("the council does not know its issuer"));
    verifier.verify(token, bearer.issuer());
    if (bearer.principalId() == null || bearer.label() == null) {
      throw new TokenRefused("the council does not know its subject");
    }
    if (bearer.disabled()) {
      throw new TokenRefused("the principal is disabled");
    }
    return new Actor(
        token.tenant(),
        bearer.principalId(),
        bearer.label(),
        bearer.roles(),
        permissionsOf(bearer),
        bearer.roles().contains(Role.PROVIDER_USER) ? bearer.providerIds() : Set.of(),
        token.keyId());
  }

  private Set<String> permissionsOf(KnownBearer bearer) {
    Set<String> held = new TreeSet<>(permissions.held(bearer.roles(), bearer.departures()));
    if (bearer.roles().contains(Role.API_CLIENT)) {
      held.retainAll(bearer.scopes());
    }
    return held;
  }
}
