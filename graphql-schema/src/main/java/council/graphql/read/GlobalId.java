package council.graphql.read;

import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** An id as clients see it: opaque, with the type inside. */
public record GlobalId(String type, UUID id) {
  public String encoded() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((type + ":" + id).getBytes(StandardCharsets.UTF_8));
  }

  public static Optional<GlobalId> find(String encoded) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      if (colon < 1 || text.length() != colon + 37) {
        return Optional.empty();
      }
      return Optional.of(
          new GlobalId(text.substring(0, colon), UUID.fromString(text.substring(colon + 1))));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  public static GlobalId get(String argument, String encoded) {
    return find(encoded)
        .orElseThrow(() ->
            new PlatformException(
                ErrorCode.BAD_REQUEST,
                "Argument " + argument + " is not an id that this API gave out."));
  }
}
