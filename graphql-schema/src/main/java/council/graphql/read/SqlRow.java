package council.graphql.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;

/** The text columns that one row of a (sub)select answers; each is selected once. */
final class SqlRow {
  private final List<Field<String>> columns = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  /** Place of the column, which is added where it is not selected yet. */
  int place(String key, Field<String> text) {
    return places.computeIfAbsent(key, k -> add(text));
  }

  int add(Field<String> text) {
    columns.add(text);
    return columns.size() - 1;
  }

  List<Field<String>> columns() {
    return columns;
  }
}
