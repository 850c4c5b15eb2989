package council.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import council.testing.PostgresForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the Open Contracting Data Standard from a folder that is no part of the project:
 * the system property {@code council.ocds.schemas} or the environment variable {@code
 * COUNCIL_OCDS_SCHEMAS} names it. The extension for the United Kingdom and our own are merged into
 * the release schema, as the standard says; every address resolves to a file of the folder.
 */
final class OcdsSchemas {
  private static final String BASE = "https://standard.open-contracting.org/schema/1__1__5/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path OWN = PostgresForTests.sourceRoot().resolve("docs/ocds-extension");

  private final SchemaRegistry registry;

  private OcdsSchemas(Path folder) throws IOException {
    ObjectNode release = (ObjectNode) read(folder.resolve("release-schema.json"));
    merge(release, read(folder.resolve("uk-extension/release-schema.json")));
    merge(release, read(OWN.resolve("release-schema.json")));
    // The extension for the United Kingdom builds on others, of which one defines this.
    ((ObjectNode) release.path("definitions")).putIfAbsent("Location", JSON.createObjectNode());
    Map<String, String> known =
        Map.of(
            BASE + "release-schema.json",
            release.toString(),
            BASE + "release-package-schema.json",
            read(folder.resolve("release-package-schema.json")).toString(),
            BASE + "record-package-schema.json",
            read(folder.resolve("record-package-schema.json")).toString(),
            // Versioned releases are not published; whatever names one is wrong.
            BASE + "versioned-release-validation-schema.json",
            "{\"not\": {}}");
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_4, builder -> builder.schemas(known));
  }

  static Optional<OcdsSchemas> find() throws IOException {
    String folder =
        System.getProperty("council.ocds.schemas", System.getenv("COUNCIL_OCDS_SCHEMAS"));
    return folder == null || folder.isBlank()
        ? Optional.empty()
        : Optional.of(new OcdsSchemas(Path.of(folder)));
  }

  /** Everything that is wrong with a package, one line each. */
  List<String> faults(String kind, JsonNode whole) {
    Schema schema = registry.getSchema(SchemaLocation.of(BASE + kind + "-package-schema.json"));
    return schema
        .validate(
            whole.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }

  /** JSON Merge Patch, by which extensions change a schema. */
  private static void merge(ObjectNode into, JsonNode patch) {
    patch
        .properties()
        .forEach(member -> {
          @Nullable JsonNode there = into.get(member.getKey());
          JsonNode value = member.getValue();
          if (value.isNull()) {
            into.remove(member.getKey());
          } else if (value.isObject() && there instanceof ObjectNode object) {
            merge(object, value);
          } else {
            into.set(member.getKey(), value);
          }
        });
  }
}
