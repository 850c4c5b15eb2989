package council.app.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a council's people were answered: each text with the field under which it stood. */
final class KnownValues {
  private final Map<String, Set<String>> bySource = new TreeMap<>();
  private final Set<String> all = new LinkedHashSet<>();

  /** Takes in an answer whose objects tell their type. */
  void add(JsonNode node) {
    if (node.isObject()) {
      String type = node.path("__typename").asText();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (!field.getKey().startsWith("__")) {
          keep(type + "." + field.getKey(), field.getValue());
        }
      }
    }
    node.forEach(this::add);
  }

  private void keep(String source, JsonNode value) {
    if (value.isTextual()) {
      all.add(value.textValue());
      if (value.textValue().length() <= 150) {
        bySource.computeIfAbsent(source, s -> new LinkedHashSet<>()).add(value.textValue());
      }
    } else if (value.isArray()) {
      value.forEach(element -> keep(source, element));
    }
  }

  boolean holds(String value) {
    return all.contains(value);
  }

  Set<String> all() {
    return all;
  }

  /** Ids of objects of a type. */
  List<String> ids(String type) {
    return List.copyOf(bySource.getOrDefault(type + ".id", Set.of()));
  }

  /** Cursors of the lists of a type. */
  List<String> cursors(String type) {
    return List.copyOf(bySource.getOrDefault(type + "Edge.cursor", Set.of()));
  }

  /**
   * Values that may be meant by an argument: those of fields of its name, those by which people
   * name the type that it names, and one of every other text.
   */
  List<String> forArgument(String name) {
    Set<String> values = new LinkedHashSet<>();
    String plain = name.replaceFirst("Contains$", "");
    bySource.forEach((source, known) -> {
      String field = source.substring(source.indexOf('.') + 1);
      if (field.equalsIgnoreCase(plain)) {
        known.stream().limit(20).forEach(values::add);
      }
    });
    for (String key : List.of("reference", "code", "label", "name")) {
      bySource.forEach((source, known) -> {
        if (source.equalsIgnoreCase(plain + "." + key)) {
          known.stream().limit(20).forEach(values::add);
        }
      });
    }
    bySource.forEach((source, known) -> {
      if (!source.endsWith(".id") && !source.endsWith(".cursor")) {
        known.stream().limit(3).forEach(values::add);
      }
    });
    return new ArrayList<>(values);
  }
}
