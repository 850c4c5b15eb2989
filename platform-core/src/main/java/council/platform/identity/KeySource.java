package council.platform.identity;

/** Where the keys of an issuer come from. */
public enum KeySource {
  /** They are registered, and hold until they are replaced. */
  PINNED,
  /** The issuer publishes them by OpenID Connect Discovery and turns them as it likes. */
  DISCOVERED
}
