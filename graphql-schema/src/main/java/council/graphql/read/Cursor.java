package council.graphql.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: the values of the list's order at one row.
 *
 * @param list the type and the order of the list; a cursor of another list is refused
 */
record Cursor(String list, List<@Nullable String> values) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String encoded() {
    List<@Nullable String> all = new ArrayList<>();
    all.add(list);
    all.addAll(values);
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(all));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Cursor decode(String encoded, String list, int size) {
    @Nullable String[] all;
    try {
      all = JSON.readValue(Base64.getUrlDecoder().decode(encoded), String[].class);
    } catch (IllegalArgumentException | IOException notACursor) {
      throw refused("is not a cursor that this API gave out");
    }
    if (all == null || all.length < 1) {
      throw refused("is not a cursor that this API gave out");
    }
    if (!list.equals(all[0]) || all.length != size + 1) {
      throw refused("is a cursor of another list or of another order");
    }
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 1; i < all.length; i++) {
      values.add(all[i]);
    }
    return new Cursor(list, values);
  }

  /** One letter for each value; the same for whatever is no cursor. */
  static String shapeOf(String encoded) {
    try {
      StringBuilder shape = new StringBuilder("cursor ");
      for (String value : JSON.readValue(Base64.getUrlDecoder().decode(encoded), String[].class)) {
        shape.append(value == null ? 'n' : 'v');
      }
      return shape.toString();
    } catch (IllegalArgumentException | IOException notACursor) {
      return "cursor";
    }
  }

  static PlatformException refused(String why) {
    return new PlatformException(ErrorCode.BAD_REQUEST, "Argument after " + why + ".");
  }
}
