package council.platform.identity;

import java.net.URI;

/** Why a token is not accepted: for the log, never for the client, and never with the token. */
final class TokenRefused extends Exception {
  private static final long serialVersionUID = 1L;
  private final Refusal why;

  TokenRefused(Refusal why, String reason) {
    super(reason, null, false, false);
    this.why = why;
  }

  Refusal why() {
    return why;
  }

  /** The same, with whose token it claims to be: a council and an issuer that are registered. */
  TokenRefused of(String council, String issuer) {
    return new TokenRefused(
        why, "%s (council %s, issuer %s)".formatted(getMessage(), council, host(issuer)));
  }

  private static String host(String issuer) {
    try {
      String host = URI.create(issuer).getHost();
      return host == null ? issuer : host;
    } catch (IllegalArgumentException e) {
      return issuer;
    }
  }
}
