package council.platform.identity;

import com.nimbusds.jose.JOSEObjectType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code typ} that an issuer's tokens must carry, so that no other kind of token passes. */
public enum TokenType {
  JWT("jwt"),
  /** Access tokens by RFC 9068. */
  AT_JWT("at+jwt");

  private static final String PREFIX = "application/";
  private final String text;

  TokenType(String text) {
    this.text = text;
  }

  /** As media types compare: without regard to case, and with or without {@code application/}. */
  boolean fits(@Nullable JOSEObjectType type) {
    if (type == null) {
      return false;
    }
    String given = type.getType().toLowerCase(Locale.ROOT);
    return given.equals(text) || given.equals(PREFIX + text);
  }

  /** As it stands in a token's header. */
  public String text() {
    return this == JWT ? "JWT" : text;
  }
}
