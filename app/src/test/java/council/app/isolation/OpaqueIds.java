package council.app.isolation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids and cursors are texts in other letters; what they hold counts as shown. */
final class OpaqueIds {
  private static final Pattern ENCODED = Pattern.compile("\"([A-Za-z0-9_-]{16,})\"");

  private OpaqueIds() {}

  /** The text, followed by what its encoded parts say. */
  static String opened(String text) {
    StringBuilder opened = new StringBuilder(text);
    Matcher encoded = ENCODED.matcher(text);
    while (encoded.find()) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(encoded.group(1));
        opened.append('\n').append(new String(bytes, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException plain) {
        // A word of letters that is no encoding.
      }
    }
    return opened.toString();
  }
}
