package council.graphql.run;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is kept of a mutation's idempotency key and input: never the key itself. Of personal input a
 * plain hash could be found out by trying, since references are few; so that hash is keyed with the
 * client's own key, and who has the database has neither.
 */
record RequestKey(String key, String inputHash) {
  private static final String HASHED = "sha256:";

  static RequestKey of(String key, String input, boolean personal) {
    return new RequestKey(
        HASHED + sha256("key " + key), personal ? hmac(key, input) : sha256(input));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC with SHA-256", e);
    }
  }
}
