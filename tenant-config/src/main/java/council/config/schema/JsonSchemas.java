package council.config.schema;

import council.config.document.Component;
import council.config.document.SchemeModel;
import council.config.document.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON Schema 2020-12 of what a scheme may contain, as trees that any JSON library writes. What the
 * reader refuses by types, ranges, words and keys, the schema refuses too; the modules' own checks
 * and the records' constructors refuse more.
 */
public final class JsonSchemas {
  /** Name of the schema of a whole document. */
  public static final String DOCUMENT = "scheme";

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final SchemeModel model;

  public JsonSchemas(SchemeModel model) {
    this.model = model;
  }

  /** Every schema's name: the whole document and each section. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(DOCUMENT));
    model.sections().forEach(section -> names.add(section.declared().name()));
    return names;
  }

  public Optional<Map<String, Object>> find(String name) {
    return name.equals(DOCUMENT)
        ? Optional.of(document())
        : model.findSection(name).map(section -> section(name, section.shape()));
  }

  private Map<String, Object> section(String name, Shape.Composite shape) {
    SchemaWriter writer = new SchemaWriter();
    Map<String, Object> reference = writer.schema(shape);
    return root(name, "The section " + name + " of a scheme", reference, writer);
  }

  private Map<String, Object> document() {
    SchemaWriter writer = new SchemaWriter();
    Map<String, Object> body = writer.object(model.header(), Optional.empty());
    Map<String, Object> properties = new TreeMap<>();
    model
        .sections()
        .forEach(
            section -> properties.put(section.declared().name(), writer.schema(section.shape())));
    for (Component component : model.header().components()) {
      properties.put(component.name(), writer.component(component));
    }
    properties.put("note", SchemaWriter.note());
    body.put("properties", properties);
    return root(DOCUMENT, "The scheme of a council", body, writer);
  }

  private static Map<String, Object> root(
      String name, String title, Map<String, Object> body, SchemaWriter writer) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", DIALECT);
    root.put("$id", "/schemas/" + name + ".json");
    root.put("title", title);
    root.putAll(body);
    root.put("$defs", writer.definitions());
    return root;
  }
}
