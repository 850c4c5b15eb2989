package council.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import council.config.document.SchemeReader;
import council.config.document.SchemeTexts;
import council.platform.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemasTest {
  /** What types, ranges, words and keys can say; the modules' checks are not part of the schema. */
  private static final Set<String> OF_FORM =
      Set.of(
          "UNKNOWN_KEY",
          "MISSING",
          "WRONG_TYPE",
          "OUT_OF_RANGE",
          "UNKNOWN_VALUE",
          "DUPLICATE_VALUE",
          "UNKNOWN_SECTION");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> COMPILED = new HashMap<>();
  private static final SchemeReader READER = SchemeTexts.reader();
  private static final JsonSchemas SCHEMAS = new JsonSchemas(READER.model());

  @Test
  void thereIsOneForTheDocumentAndOneForEachSection() {
    assertThat(SCHEMAS.names()).containsExactly("scheme", "garden", "geography");
    assertThat(SCHEMAS.find("payments")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scheme", "garden", "geography"})
  void everySchemaIsValid(String name) throws Exception {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(text(name), InputFormat.JSON)).isEmpty();
  }

  @Test
  void sectionsAreValidatedByTheirOwnSchema() throws Exception {
    JsonNode document = JSON.readTree(SchemeTexts.canonical());
    assertThat(errors("garden", document.get("garden"))).isEmpty();
    assertThat(errors("geography", document.get("geography"))).isEmpty();
    assertThat(errors("geography", document.get("garden"))).isNotEmpty();
  }

  @Test
  void theYearsOfDatesAndTheLengthOfTextsAreInTheSchema() throws Exception {
    ObjectNode document = JSON.readTree(SchemeTexts.canonical()).deepCopy();
    document.put("effectiveFrom", "2200-12-31");
    assertThat(errors("scheme", document)).isEmpty();
    for (String date : List.of("1899-12-31", "2201-01-01", "9999-12-31")) {
      document.put("effectiveFrom", date);
      assertThat(errors("scheme", document)).as(date).isNotEmpty();
    }
    document.put("effectiveFrom", "2015-06-01").put("title", "x".repeat(4001));
    assertThat(errors("scheme", document)).isNotEmpty();
  }

  @Test
  void aDocumentThatExtendsTemplatesNeedNotBeComplete() throws Exception {
    ObjectNode document = JSON.readTree(SchemeTexts.canonical()).deepCopy();
    ((ObjectNode) document.get("garden")).remove("rent");
    assertThat(errors("scheme", document)).isNotEmpty();
    document.set(
        "extends", JSON.readTree("[\"blank\", {\"template\": \"x\", \"with\": {\"A\": 1}}]"));
    assertThat(errors("scheme", document)).isEmpty();
    document.set("extends", JSON.readTree("[{\"with\": {\"A\": 1}}]"));
    assertThat(errors("scheme", document)).isNotEmpty();
    document.set("extends", JSON.readTree("\"blank\""));
    assertThat(errors("scheme", document)).isNotEmpty();
  }

  @Test
  void factsOfAnExampleAreAnythingButNothing() throws Exception {
    ObjectNode document = JSON.readTree(SchemeTexts.canonical()).deepCopy();
    String example =
        """
        [{"name": "n", "decision": "d", "facts": {"a": [1, {"b": "x"}]}, "expected": [true, 1.5]}]
        """;
    document.set("examples", JSON.readTree(example));
    assertThat(errors("scheme", document)).isEmpty();
    document.set("examples", JSON.readTree(example.replace("\"x\"", "null")));
    assertThat(errors("scheme", document)).isNotEmpty();
    document.set("examples", JSON.readTree(example.replace("\"decision\": \"d\", ", "")));
    assertThat(errors("scheme", document)).isNotEmpty();
  }

  @Test
  void whatTheRecordsSayIsInTheSchema() throws Exception {
    JsonNode garden = JSON.readTree(text("garden")).at("/$defs/Garden");
    assertThat(garden.at("/properties/plots/description").asText())
        .isEqualTo("Plots by code (TST-01)");
    assertThat(garden.at("/properties/rent/maximum").decimalValue()).isEqualByComparingTo("99.99");
    assertThat(garden.at("/properties/helpers/default").toString()).isEqualTo("[\"TENANT\"]");
    assertThat(garden.at("/additionalProperties").asBoolean(true)).isFalse();
    assertThat(garden.at("/required").toString()).isEqualTo("[\"rent\"]");
    JsonNode watering = JSON.readTree(text("garden")).at("/$defs/Garden.Watering/oneOf");
    assertThat(watering.findValuesAsText("const")).containsExactly("RAIN_BARREL", "MAINS", "WELL");
  }

  @Test
  void readerAndSchemaAgreeOnDocumentsThatWereBrokenAtRandom() throws Exception {
    int refused = 0;
    for (long seed = 0; seed < 600; seed++) {
      ObjectNode document = (ObjectNode) JSON.readTree(SchemeTexts.canonical());
      new Mutation(new Random(seed)).apply(document);
      String text = document.toString();
      List<Problem> problems =
          READER.read(text).problems().stream().filter(p -> OF_FORM.contains(p.code())).toList();
      List<Error> errors = errors("scheme", document);
      assertThat(errors.isEmpty())
          .as("seed %d: reader %s, schema %s, document %s", seed, problems, errors, text)
          .isEqualTo(problems.isEmpty());
      refused += problems.isEmpty() ? 0 : 1;
    }
    assertThat(refused).isBetween(200, 590);
  }

  private static List<Error> errors(String name, JsonNode value) {
    return COMPILED
        .computeIfAbsent(name, _ -> REGISTRY.getSchema(text(name)))
        .validate(
            value.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static String text(String name) {
    return JSON.valueToTree(SCHEMAS.find(name).orElseThrow()).toString();
  }

  /** One to three changes somewhere in a document. */
  private record Mutation(Random random) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    void apply(ObjectNode document) {
      for (int i = 0; i <= random.nextInt(3); i++) {
        List<JsonNode> holders = new ArrayList<>();
        collect(document, holders);
        change(holders.get(random.nextInt(holders.size())));
      }
    }

    private void collect(JsonNode node, List<JsonNode> holders) {
      if (node.isContainerNode() && !node.isEmpty()) {
        holders.add(node);
        node.forEach(child -> collect(child, holders));
      }
    }

    private void change(JsonNode holder) {
      if (holder instanceof ArrayNode list) {
        changeList(list);
      } else if (holder instanceof ObjectNode object) {
        List<Map.Entry<String, JsonNode>> members = List.copyOf(object.properties());
        Map.Entry<String, JsonNode> chosen = members.get(random.nextInt(members.size()));
        changeMember(object, chosen.getKey(), chosen.getValue());
      }
    }

    private void changeList(ArrayNode list) {
      int index = random.nextInt(list.size());
      switch (random.nextInt(3)) {
        case 0 -> list.remove(index);
        case 1 -> list.add(list.get(index).deepCopy());
        default -> list.set(index, other(list.get(index)));
      }
    }

    private void changeMember(ObjectNode object, String key, JsonNode value) {
      switch (random.nextInt(6)) {
        case 0 -> object.remove(key);
        case 1 -> {
          object.remove(key);
          object.set(key + "x", value);
        }
        case 2 -> object.put("note", "a remark");
        default -> object.set(key, other(value));
      }
    }

    private JsonNode other(JsonNode value) {
      return switch (random.nextInt(9)) {
        case 0 -> NODES.nullNode();
        case 1 -> NODES.booleanNode(random.nextBoolean());
        case 2 -> NODES.numberNode(random.nextInt(-3, 120));
        case 3 -> NODES.numberNode(random.nextInt(100) / 8.0);
        case 4 -> NODES.textNode(value.asText() + "X");
        case 5 -> NODES.textNode("HAND");
        case 6 -> NODES.arrayNode().add(value);
        case 7 -> NODES.objectNode().set("kind", value);
        default -> value;
      };
    }
  }
}
