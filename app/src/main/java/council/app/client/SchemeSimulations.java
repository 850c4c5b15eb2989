package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Drafts of a council's scheme, tried on what the council has, by the public API. */
public final class SchemeSimulations {
  /** What is told of a difference, in this order. */
  public static final List<String> COLUMNS =
      List.of(
          "line",
          "decision",
          "caseKey",
          "caseTitle",
          "change",
          "kind",
          "effect",
          "what",
          "providerReference",
          "valueBefore",
          "valueAfter",
          "amountBefore",
          "amountAfter",
          "dueBefore",
          "dueAfter",
          "reasonsBefore",
          "reasonsAfter");

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String DRAFT =
      """
      query Draft($reference: String!) {
        schemeDrafts(first: 1, reference: $reference) { nodes { id revision } }
      }\
      """;
  private static final String DRAFT_BY_ID =
      """
      query Draft($id: ID!) { schemeDraft(id: $id) { id revision } }\
      """;
  private static final String STATE =
      """
      query State($id: ID!) {
        schemeSimulation(id: $id) {
          status done total errorMessage draft { reference } contentHash from to base { number }
          cases undecided decisionsChanged providersAffected appearing going changing
          obligationsAppearing obligationsMoving obligationsGoing
          unpriced amountBefore amountAfter amountDifference
        }
      }\
      """;
  private static final String CHANGES =
      """
      query Changes($id: ID!, $after: String) {
        schemeSimulation(id: $id) {
          changes(first: 200, after: $after) {
            nodes { %s }
            pageInfo { hasNextPage endCursor }
          }
        }
      }\
      """
          .formatted(
              String.join(" ", COLUMNS)
                  .replace("reasonsBefore", "reasonsBefore { text }")
                  .replace("reasonsAfter", "reasonsAfter { text }"));

  private final ApiClient api;

  public SchemeSimulations(ApiClient api) {
    this.api = api;
  }

  /**
   * Asks for it; answers the simulation's id.
   *
   * @param draft the council's name of the draft, or its id
   */
  public String request(String draft, LocalDate from, LocalDate to) {
    JsonNode found = draft(draft);
    return Mutations.run(
            api,
            "simulateScheme",
            "simulation { id }",
            Map.of(
                "draft", found.path("id").asText(),
                "revision", found.path("revision").asInt(),
                "from", from.toString(),
                "to", to.toString()))
        .path("simulation")
        .path("id")
        .asText();
  }

  private JsonNode draft(String draft) {
    JsonNode byReference =
        api.execute(DRAFT, Map.of("reference", draft)).at("/schemeDrafts/nodes/0");
    if (byReference.isObject()) {
      return byReference;
    }
    JsonNode byId = api.send(DRAFT_BY_ID, Map.of("id", draft)).at("/data/schemeDraft");
    if (!byId.isObject()) {
      throw new ClientFailure("The council has no draft '" + draft + "'.");
    }
    return byId;
  }

  /**
   * Waits until its job has ended, however it ends.
   *
   * @param progress told how many cases are done, and of how many, whenever that has changed
   */
  public JsonNode awaitEnd(String id, BiConsumer<Long, Long> progress) {
    long told = -1;
    while (true) {
      JsonNode state = api.execute(STATE, Map.of("id", id)).path("schemeSimulation");
      if (state.path("total").isNumber() && state.path("done").asLong() != told) {
        told = state.path("done").asLong();
        progress.accept(told, state.path("total").asLong());
      }
      switch (state.path("status").asText()) {
        case "WAITING", "RUNNING" -> pause();
        default -> {
          return state;
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientFailure("Interrupted; the simulation goes on.");
    }
  }

  /** Hands on every difference, with its columns; of reasons the sentences. */
  public void forEachChange(String id, Consumer<List<JsonNode>> row) {
    new Pages(api, CHANGES, "schemeSimulation.changes", Map.of("id", id))
        .forEachRemaining(change ->
            row.accept(COLUMNS.stream().map(column -> value(change.path(column))).toList()));
  }

  private static JsonNode value(JsonNode told) {
    if (!told.isArray()) {
      return told;
    }
    ArrayNode sentences = JsonNodeFactory.instance.arrayNode();
    told.forEach(reason -> sentences.add(reason.path("text")));
    return sentences;
  }
}
