package council.platform.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of the client that obtained it, and of what that client asked for.
 *
 * @param clients {@code client_id} and {@code azp}, as far as they are there
 * @param scopes of {@code scope} or {@code scp}; absent where the token has neither
 */
record ClientClaims(List<String> clients, Optional<Set<String>> scopes) {

  static ClientClaims of(JWTClaimsSet claims) throws TokenRefused {
    try {
      List<String> clients =
          java.util.stream.Stream.of(text(claims, "client_id"), text(claims, "azp"))
              .flatMap(Optional::stream)
              .toList();
      Optional<Set<String>> scopes = scopes(claims.getClaim("scope"));
      return new ClientClaims(
          clients, scopes.isPresent() ? scopes : scopes(claims.getClaim("scp")));
    } catch (ParseException e) {
      throw new TokenRefused(
          Refusal.BAD_CLAIM, "one of its claims client_id, azp and scope is not a text");
    }
  }

  private static Optional<String> text(JWTClaimsSet claims, String name) throws ParseException {
    return Optional.ofNullable(claims.getStringClaim(name));
  }

  private static Optional<Set<String>> scopes(@Nullable Object claim) throws ParseException {
    return switch (claim) {
      case null -> Optional.empty();
      case String text -> Optional.of(new TreeSet<>(Arrays.asList(text.strip().split("\\s+"))));
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          Optional.of(new TreeSet<>(list.stream().map(String.class::cast).toList()));
      default -> throw new ParseException("Expected a text or a list of texts", 0);
    };
  }

  /**
   * An issuer lets a machine choose neither its subject nor its client. A person's token names the
   * client too, the one that the person used, but never as its subject.
   */
  void check(KnownBearer bearer, String subject) throws TokenRefused {
    boolean machine = bearer.roles().contains(Role.API_CLIENT);
    if (!machine && clients.contains(subject)) {
      throw new TokenRefused(
          Refusal.MACHINE_FOR_PERSON, "a client's own token stands for no person");
    }
    String expected = bearer.clientId();
    boolean fits = !clients.isEmpty() && clients.stream().allMatch(one -> one.equals(expected));
    if (machine && expected != null && !fits) {
      throw new TokenRefused(Refusal.WRONG_CLIENT, "another client has obtained it");
    }
  }
}
