package council.platform.identity;

/** Why a token is not accepted: for the log, never for the client, and never with the token. */
final class TokenRefused extends Exception {
  private static final long serialVersionUID = 1L;

  TokenRefused(String reason) {
    super(reason, null, false, false);
  }
}
