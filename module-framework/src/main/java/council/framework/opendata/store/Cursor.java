package council.framework.opendata.store;

import council.platform.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins.
 *
 * @param process id of the process with which it begins; null for the first of all
 * @param seen how many of its releases were told already
 */
record Cursor(@Nullable UUID process, int seen) {
  private static final String BETWEEN = "/";

  String encoded() {
    String plain = process + BETWEEN + seen;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static Cursor of(@Nullable String encoded) {
    if (encoded == null) {
      return new Cursor(null, 0);
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8)
              .split(BETWEEN, -1);
      return new Cursor(UUID.fromString(parts[0]), Integer.parseUnsignedInt(parts[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new Refused(
          "BAD_CURSOR",
          "following",
          "Expected what an earlier page named as `next`, but it is something else.");
    }
  }
}
