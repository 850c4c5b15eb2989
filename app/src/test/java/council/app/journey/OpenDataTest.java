package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import council.app.cli.CouncilCommandLine;
import council.platform.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo's councils publish of their frameworks. */
final class OpenDataTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}Z");
  private static final Set<String> DATES =
      Set.of("date", "startDate", "endDate", "publishedDate", "dateSigned");

  private final DemoServer demo = DemoServer.shared();

  @TempDir Path folder;

  private String export(String council, String form) throws IOException {
    Path file = folder.resolve(council + "-" + form + ".json");
    CouncilCommandLine.print(
        "export",
        council,
        "open-data",
        "--form",
        form,
        "--out",
        file.toString(),
        "--url",
        demo.url(),
        "--token",
        demo.tokens().token(council, Role.AUDITOR, null));
    return Files.readString(file);
  }

  @ParameterizedTest
  @CsvSource({"lancashire,release", "lancashire,record", "hampshire,release", "hampshire,record"})
  void packagesAreValidByTheStandardsSchemas(String council, String kind) throws IOException {
    Optional<OcdsSchemas> schemas = OcdsSchemas.find();
    assumeTrue(schemas.isPresent(), "COUNCIL_OCDS_SCHEMAS names no folder with the schemas");
    ObjectNode whole = (ObjectNode) JSON.readTree(export(council, kind + "s"));

    assertThat(schemas.get().faults(kind, whole)).isEmpty();

    whole.remove("publisher");
    assertThat(schemas.get().faults(kind, whole)).as("the check itself can fail").hasSize(1);
  }

  /** A fault in a field of the local extension is found as well as one of the standard. */
  @Test
  void theLocalExtensionsSchemaHolds() throws IOException {
    Optional<OcdsSchemas> schemas = OcdsSchemas.find();
    assumeTrue(schemas.isPresent(), "COUNCIL_OCDS_SCHEMAS names no folder with the schemas");
    ObjectNode whole = (ObjectNode) JSON.readTree(export("lancashire", "releases"));
    ObjectNode framework = (ObjectNode) whole.at("/releases/0/tender/framework");
    framework.put("areaCap", "two");
    framework.put("unknown", true);

    assertThat(schemas.get().faults("release", whole))
        .hasSize(2)
        .allMatch(fault -> fault.contains("framework"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lancashire", "hampshire"})
  void idsAreUniqueLotsAreThereAndDatesHaveAZone(String council) throws IOException {
    JsonNode whole = JSON.readTree(export(council, "releases"));
    List<String> ids =
        whole.path("releases").valueStream().map(r -> r.path("id").asText()).toList();
    assertThat(ids).doesNotHaveDuplicates().noneMatch(id -> id.contains("#"));
    for (JsonNode release : whole.path("releases")) {
      Set<String> lots = new TreeSet<>(release.at("/tender/lots").findValuesAsText("id"));
      for (String list : List.of("parties", "awards", "contracts")) {
        assertThat(release.path(list).valueStream().map(one -> one.path("id").asText()))
            .doesNotHaveDuplicates();
      }
      Set<String> parties = new TreeSet<>(release.path("parties").findValuesAsText("id"));
      for (JsonNode award : release.path("awards")) {
        List<String> related =
            award.path("relatedLots").valueStream().map(JsonNode::asText).toList();
        if (release.at("/tender/lots").isArray()) {
          assertThat(lots).containsAll(related);
          assertThat(related).isNotEmpty();
        }
        assertThat(parties).containsAll(award.path("suppliers").findValuesAsText("id"));
      }
    }
    dates(whole).forEach(date -> assertThat(date).matches(INSTANT));
    assertThat(dates(whole)).hasSizeGreaterThan(10);
    assertThat(whole.path("publishedDate").asText())
        .isEqualTo(
            whole
                .path("releases")
                .valueStream()
                .map(release -> release.path("date").asText())
                .max(String::compareTo)
                .orElseThrow());
  }

  private static List<String> dates(JsonNode tree) {
    List<String> found = new ArrayList<>();
    tree.properties()
        .forEach(member -> {
          if (DATES.contains(member.getKey())) {
            found.add(member.getValue().asText());
          }
        });
    tree.forEach(child -> found.addAll(dates(child)));
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lancashire", "hampshire"})
  void recordsAreWhatTheirReleasesMergeTo(String council) throws IOException {
    JsonNode whole = JSON.readTree(export(council, "records"));
    assertThat(whole.path("records")).isNotEmpty();
    for (JsonNode one : whole.path("records")) {
      ObjectNode merged = JsonNodeFactory.instance.objectNode();
      one.path("releases").forEach(release -> merge(merged, release));
      ObjectNode compiled = ((ObjectNode) one.path("compiledRelease")).deepCopy();
      for (String own : List.of("id", "tag")) {
        compiled.remove(own);
        merged.remove(own);
      }
      assertThat(compiled.path("tender")).isEqualTo(merged.path("tender"));
      assertThat(sorted(compiled.path("awards"))).isEqualTo(sorted(merged.path("awards")));
      assertThat(compiled.path("date")).isEqualTo(merged.path("date"));
    }
  }

  /** As the standard says: lists of objects with an id by the id, everything else is replaced. */
  private static void merge(ObjectNode into, JsonNode from) {
    from.properties()
        .forEach(member -> {
          @Nullable JsonNode there = into.get(member.getKey());
          JsonNode value = member.getValue();
          if (value.isObject() && there instanceof ObjectNode object) {
            merge(object, value);
          } else if (there instanceof ArrayNode list && value.path(0).has("id")) {
            mergeById(list, value);
          } else {
            into.set(member.getKey(), value.deepCopy());
          }
        });
  }

  private static void mergeById(ArrayNode into, JsonNode from) {
    Map<String, ObjectNode> known = new HashMap<>();
    into.forEach(one -> known.put(one.path("id").asText(), (ObjectNode) one));
    for (JsonNode one : from) {
      ObjectNode there = known.get(one.path("id").asText());
      if (there == null) {
        into.add(one.deepCopy());
      } else {
        merge(there, one);
      }
    }
  }

  private static Map<String, JsonNode> sorted(JsonNode list) {
    Map<String, JsonNode> byId = new java.util.TreeMap<>();
    list.forEach(one -> byId.put(one.path("id").asText(), one));
    return byId;
  }

  @Test
  void theSameFactsGiveTheSameBytes() throws IOException {
    assertThat(export("lancashire", "releases")).isEqualTo(export("lancashire", "releases"));
    assertThat(export("hampshire", "records")).isEqualTo(export("hampshire", "records"));
  }

  @Test
  void theAwardTellsWhoHoldsAPlaceInWhichTierAndNobodyElse() throws IOException {
    String text = export("lancashire", "releases");
    JsonNode award =
        JSON.readTree(text)
            .path("releases")
            .valueStream()
            .filter(release -> release.path("tag").path(0).asText().equals("award"))
            .findFirst()
            .orElseThrow();
    Set<String> held = new TreeSet<>();
    for (JsonNode place : placesOfTheAward()) {
      held.add(
          "%s %s %s %s"
              .formatted(
                  place.path("zone").asText(),
                  place.at("/provider/name").asText(),
                  place.path("tier").asText(),
                  place.path("rank").asText()));
    }
    Set<String> told = new TreeSet<>();
    for (JsonNode one : award.path("awards")) {
      told.add(
          "%s %s %s %s"
              .formatted(
                  one.at("/relatedLots/0").asText(),
                  one.at("/suppliers/0/name").asText(),
                  one.at("/places/0/tier").asText(),
                  one.at("/places/0").has("rank") ? one.at("/places/0/rank").asText() : "null"));
    }

    assertThat(told).isEqualTo(held).hasSizeGreaterThan(20);
    assertThat(award.at("/tender/framework/areaCap").asInt()).isEqualTo(2);
    assertThat(text).doesNotContain("\"score\"").doesNotContain("\"reason");
    assertThat(losers()).isNotEmpty().noneMatch(text::contains);
  }

  private JsonNode placesOfTheAward() {
    return demo.ask(
            "lancashire",
            Role.AUDITOR,
            """
            { places(first: 200, vehicle: "SUPPORTED_LIVING", inForceOn: "2015-06-01") {
                nodes { zone tier rank provider { name } } } }
            """)
        .at("/places/nodes");
  }

  private List<String> losers() {
    JsonNode outcomes =
        demo.ask(
            "lancashire",
            Role.AUDITOR,
            """
            { a: providerOutcomes(first: 200, result: "UNSUCCESSFUL") { nodes { provider { name } } }
              b: providerOutcomes(first: 200, result: "NOT_PLACED") { nodes { provider { name } } } }
            """);
    return outcomes.findValuesAsText("name");
  }

  @Test
  void pagesOfOneReleaseComeToTheSameAsTheWhole() throws IOException {
    List<String> paged = new ArrayList<>();
    String following = null;
    do {
      Map<String, Object> variables = new HashMap<>();
      variables.put("following", following);
      JsonNode page =
          demo.as("hampshire", Role.API_CLIENT)
              .execute(
                  """
                  query Page($following: String) {
                    openDataReleases(vehicle: "CARE_AT_HOME", first: 1, following: $following) {
                      documents { ocid id date tag json } next } }
                  """,
                  variables)
              .path("openDataReleases");
      assertThat(page.path("documents")).hasSize(1);
      paged.add(page.at("/documents/0/id").asText());
      following = page.path("next").isTextual() ? page.path("next").asText() : null;
    } while (following != null);

    List<String> whole =
        JSON.readTree(export("hampshire", "releases"))
            .path("releases")
            .valueStream()
            .map(release -> release.path("id").asText())
            .filter(id -> id.contains("HAM-CAH"))
            .toList();
    assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(1);
  }

  @Test
  void whatIsNotPublishedIsSaid() {
    assertThat(failure("lancashire", "releases", "--vehicle", "NOWHERE"))
        .contains("no framework NOWHERE; there are: ", "SUPPORTED_LIVING");
  }

  private String failure(String council, String form, String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", council, "open-data"));
    arguments.addAll(List.of("--form", form, "--url", demo.url()));
    arguments.addAll(List.of("--token", demo.tokens().token(council, Role.AUDITOR, null)));
    arguments.addAll(Stream.of(more).toList());
    try {
      return CouncilCommandLine.print(arguments.toArray(String[]::new));
    } catch (AssertionError failed) {
      return String.valueOf(failed.getMessage());
    }
  }
}
