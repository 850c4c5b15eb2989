package council.framework.opendata.store;

import council.framework.opendata.store.PublicProcesses.Key;
import council.framework.opendata.store.PublicProcesses.Kind;
import council.platform.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins.
 *
 * @param process id of the process with which it begins; null for the first of the kind
 * @param seen how many of its releases were told already
 */
record Cursor(Kind kind, @Nullable UUID process, int seen) {
  private static final String BETWEEN = "/";
  private static final int PARTS = 3;

  static Cursor at(Key key, int seen) {
    return new Cursor(key.kind(), key.id(), seen);
  }

  String encoded() {
    String plain = kind + BETWEEN + process + BETWEEN + seen;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static Cursor of(@Nullable String encoded) {
    if (encoded == null) {
      return new Cursor(Kind.ROUND, null, 0);
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      String[] parts = plain.split(BETWEEN, -1);
      if (parts.length == PARTS) {
        return new Cursor(
            Kind.valueOf(parts[0]), UUID.fromString(parts[1]), Integer.parseUnsignedInt(parts[2]));
      }
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    throw unknown();
  }

  private static Refused unknown() {
    return new Refused(
        "BAD_CURSOR",
        "following",
        "Expected what an earlier page named as `next`, but it is something else.");
  }
}
