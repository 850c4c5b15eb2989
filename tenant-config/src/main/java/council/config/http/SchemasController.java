package council.config.http;

import council.config.document.SchemeReader;
import council.config.schema.JsonSchemas;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON Schema of every section, for editors and for whoever writes a scheme. Open to all. */
@Controller("/schemas")
@Secured(SecurityRule.IS_ANONYMOUS)
final class SchemasController {
  private final Map<String, Map<String, Object>> byFile = new LinkedHashMap<>();

  SchemasController(SchemeReader reader) {
    JsonSchemas schemas = new JsonSchemas(reader.model());
    schemas.names().forEach(name -> byFile.put(name + ".json", schemas.find(name).orElseThrow()));
  }

  /** One schema of the index. */
  record Entry(String name, String title, String href) {}

  /** All schemas of this instance. */
  record Index(List<Entry> schemas) {}

  @Get
  Index index() {
    return new Index(byFile.entrySet().stream().map(e -> entry(e.getKey(), e.getValue())).toList());
  }

  @Get(
      uri = "/{file}",
      produces = {"application/schema+json", MediaType.APPLICATION_JSON})
  HttpResponse<Map<String, Object>> schema(String file) {
    return Optional.ofNullable(byFile.get(file))
        .map(HttpResponse::ok)
        .orElseGet(HttpResponse::notFound);
  }

  private static Entry entry(String file, Map<String, Object> schema) {
    String name = file.substring(0, file.length() - ".json".length());
    return new Entry(name, String.valueOf(schema.get("title")), "/schemas/" + file);
  }
}
