package council.platform.oidc;

/** No keys of an issuer are at hand, and they cannot be fetched. */
public final class KeysUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  KeysUnavailable(Throwable cause) {
    super("the keys of the issuer cannot be fetched", cause, false, false);
  }
}
