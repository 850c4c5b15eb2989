package council.graphql.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a row becomes the object that GraphQL completes. Leaves stand under the field's name, objects
 * and lists of objects under {@link #link}, since the same field may be asked for in two ways.
 */
public record ObjectShape(String type, List<Cell> cells) {
  /** Key under which an object's type is kept for interfaces. */
  public static final String TYPE = "__typename";

  /** Puts one selected field. */
  @FunctionalInterface
  interface Cell {
    void put(List<@Nullable Object> row, Map<String, @Nullable Object> object, ReadRequest request);
  }

  /** Key of a field that has fields of its own, by its alias or name in the operation. */
  public static String link(String resultKey) {
    return "@" + resultKey;
  }

  Map<String, @Nullable Object> read(List<@Nullable Object> row, ReadRequest request) {
    Map<String, @Nullable Object> object = HashMap.newHashMap(cells.size() + 1);
    object.put(TYPE, type);
    for (Cell cell : cells) {
      cell.put(row, object, request);
    }
    return object;
  }

  static @Nullable String text(List<@Nullable Object> row, int place) {
    return (String) row.get(place);
  }
}
