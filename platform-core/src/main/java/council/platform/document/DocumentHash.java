package council.platform.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identity of a document: the SHA-256 of its text in UTF-8.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record DocumentHash(String hex) {
  private static final String PREFIX = "sha256:";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public DocumentHash {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("Expected 64 hexadecimal digits, but was " + hex);
    }
  }

  public static DocumentHash of(String document) {
    try {
      return new DocumentHash(
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(document.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Reads {@code sha256:} and 64 digits, the form in which clients send it. */
  public static Optional<DocumentHash> ofId(String documentId) {
    String hex = documentId.startsWith(PREFIX) ? documentId.substring(PREFIX.length()) : "";
    return HEX.matcher(hex).matches() ? Optional.of(new DocumentHash(hex)) : Optional.empty();
  }

  /** As clients send it. */
  public String id() {
    return PREFIX + hex;
  }
}
