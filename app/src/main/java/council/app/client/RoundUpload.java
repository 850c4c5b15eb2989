package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a round through its life by the mutations that every user has. */
public final class RoundUpload {
  private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

  static {
    REQUIRED.put("providersCsv", "providers.csv");
    REQUIRED.put("applicationsCsv", "applications.csv");
    REQUIRED.put("appliedZonesCsv", "applied_zones.csv");
    REQUIRED.put("scoresCsv", "scores.csv");
  }

  private static final String LOCATIONS = "locations.csv";
  private static final String ROUND =
      "round { id reference vehicle status revision standstillUntil }";
  private final ApiClient api;

  public RoundUpload(ApiClient api) {
    this.api = api;
  }

  /** A round as the API tells it. */
  public record Round(
      String id, String reference, String status, int revision, @Nullable String standstillUntil) {
    static Round of(JsonNode node) {
      return new Round(
          node.path("id").asText(),
          node.path("reference").asText(),
          node.path("status").asText(),
          node.path("revision").asInt(),
          node.path("standstillUntil").isTextual() ? node.path("standstillUntil").asText() : null);
    }
  }

  /** What the import said, as JSON of {@code RoundImportReport}. */
  public record Imported(@Nullable Round round, JsonNode report) {}

  /** The files of a folder as the input of the import; says all that are missing or unreadable. */
  public static Map<String, String> readFolder(Path folder) {
    List<String> faults = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    REQUIRED.forEach((argument, name) -> readInto(files, argument, folder.resolve(name), faults));
    if (Files.exists(folder.resolve(LOCATIONS))) {
      readInto(files, "locationsCsv", folder.resolve(LOCATIONS), faults);
    }
    if (!faults.isEmpty()) {
      throw new ClientFailure(faults);
    }
    return files;
  }

  private static void readInto(
      Map<String, String> files, String argument, Path file, List<String> faults) {
    try {
      files.put(argument, TextFile.read(file));
    } catch (ClientFailure failure) {
      faults.addAll(failure.lines());
    }
  }

  /** The round with that reference, or null. */
  public @Nullable Round find(String reference) {
    String document =
        """
        query Round($reference: String) {
          evaluationRounds(first: 1, reference: $reference) {
            nodes { id reference vehicle status revision standstillUntil }
          }
        }
        """;
    JsonNode nodes =
        api.execute(document, Map.of("reference", reference))
            .path("evaluationRounds")
            .path("nodes");
    return nodes.isEmpty() ? null : Round.of(nodes.get(0));
  }

  /** The round with that reference, which must be there. */
  public Round get(String reference) {
    Round found = find(reference);
    if (found == null) {
      throw new ClientFailure("There is no round '" + reference + "'.");
    }
    return found;
  }

  /** Opens a round for a provider framework of the scheme in force. */
  public Round open(String reference, String vehicle, String title) {
    return Round.of(
        Mutations.run(
                api,
                "openRound",
                ROUND,
                Map.of("reference", reference, "vehicle", vehicle, "title", title))
            .path("round"));
  }

  public Imported importFiles(Round round, Map<String, String> files, boolean dryRun) {
    Map<String, Object> input = new HashMap<>(files);
    input.put("round", round.id());
    input.put("revision", round.revision());
    input.put("dryRun", dryRun);
    JsonNode payload =
        Mutations.run(
            api,
            "importRound",
            ROUND
                + " report { dryRun files { name rows } providersCreated providersUpdated"
                + " locationsCreated locationsUpdated applications scores }",
            input);
    JsonNode after = payload.path("round");
    return new Imported(after.isObject() ? Round.of(after) : null, payload.path("report"));
  }

  public Round evaluate(Round round) {
    return step("evaluateRound", round, Map.of());
  }

  public Round startStandstill(Round round, String on) {
    return step("startStandstill", round, Map.of("on", on));
  }

  public Round award(Round round, String on) {
    return step("awardRound", round, Map.of("on", on));
  }

  private Round step(String field, Round round, Map<String, String> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("round", round.id());
    input.put("revision", round.revision());
    return Round.of(Mutations.run(api, field, ROUND, input).path("round"));
  }
}
