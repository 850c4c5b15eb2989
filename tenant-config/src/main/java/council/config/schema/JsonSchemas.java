package council.config.schema;

import council.config.document.Component;
import council.config.document.SchemeModel;
import council.config.document.Shape;
import council.config.document.TemplateUse;
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

  private static final String EXTENDS = "extends";
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

  /** Sections need not be complete where a template may complete them. */
  private Map<String, Object> document() {
    SchemaWriter writer = new SchemaWriter();
    Map<String, Object> body = writer.object(model.header(), Optional.empty());
    Map<String, Object> properties = new TreeMap<>();
    Map<String, Object> complete = new TreeMap<>();
    Map<String, Object> partial = new TreeMap<>();
    for (SchemeModel.Section<?> section : model.sections()) {
      String name = section.declared().name();
      properties.put(name, Map.of());
      complete.put(name, writer.schema(section.shape()));
      partial.put(name, Map.of("type", "object"));
    }
    for (Component component : model.header().components()) {
      properties.put(component.name(), writer.component(component));
    }
    properties.put("note", SchemaWriter.note());
    properties.put(EXTENDS, uses(writer));
    body.put("properties", properties);
    body.put("if", Map.of("required", List.of(EXTENDS)));
    body.put("then", Map.of("properties", partial));
    body.put("else", Map.of("properties", complete));
    return root(DOCUMENT, "The scheme of a council", body, writer);
  }

  private Map<String, Object> uses(SchemaWriter writer) {
    Map<String, Object> uses = new LinkedHashMap<>();
    uses.put("description", "Templates, one laid over the other; the document is laid over them.");
    uses.put("type", "array");
    uses.put(
        "items",
        Map.of(
            "anyOf",
            List.of(Map.of("type", "string"), writer.schema(model.shapeOf(TemplateUse.class)))));
    return uses;
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
