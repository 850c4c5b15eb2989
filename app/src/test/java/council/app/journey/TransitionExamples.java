package council.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.journey.MutationExamples.Example;
import council.platform.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Examples with locations that move, reviews of places, and capacities. */
final class TransitionExamples {
  private static final String ON = "2015-07-01";

  private final DemoServer demo;
  private final List<Example> examples = new ArrayList<>();

  TransitionExamples(DemoServer demo) {
    this.demo = demo;
    add(
        "recordTransitionReview",
        Role.CONTRACT_OFFICER,
        () ->
            with(
                ofCase(),
                Map.of("type", "DESKTOP", "finding", "An example.", "stayAppropriate", false)));
    add(
        "recordTransitionChoice",
        Role.CONTRACT_OFFICER,
        () ->
            with(
                ofCase(),
                Map.of(
                    "choice",
                    "OPT_OUT",
                    "how",
                    "At a meeting with the people.",
                    "support",
                    "An advocate.")));
    add(
        "recordStaffTransfer",
        Role.CONTRACT_OFFICER,
        () -> with(ofCase(), Map.of("transfer", "YES", "note", "An example.")));
    add(
        "recordHomeCheck",
        Role.CONTRACT_OFFICER,
        () -> with(ofCase(), Map.of("nobodyMoves", true, "restsOn", "The tenancies.")));
    add(
        "openTransitionBlocker",
        Role.CONTRACT_OFFICER,
        () -> with(ofCase(), Map.of("what", "An example.")));
    add(
        "resolveTransitionBlocker",
        Role.CONTRACT_OFFICER,
        () -> with(blocker(), Map.of("on", ON, "resolution", "It is over.")));
    add(
        "chooseTransitionReceiver",
        Role.LEAD_COMMISSIONER,
        () -> with(ofCase(), Map.of("receiver", receiver())));
    add(
        "moveTransitionCase",
        Role.CONTRACT_OFFICER,
        () -> with(ofCase(), Map.of("action", "finishReview", "reason", "An example.")));
    add("recordTierReview", Role.LEAD_COMMISSIONER, this::tierReview);
    add(
        "recordCapacity",
        Role.CONTRACT_OFFICER,
        () -> Map.of("location", "L0001", "from", ON, "people", 4, "revision", 0));
  }

  List<Example> list() {
    return examples;
  }

  private void add(String mutation, Role role, Supplier<Map<String, Object>> input) {
    examples.add(new Example(mutation, demo.as(MutationExamples.COUNCIL, role), input));
  }

  private Map<String, Object> ofCase() {
    return with(at("transitionCase", firstCase()), Map.of("on", ON));
  }

  private JsonNode firstCase() {
    return one(
        "transitionCases",
        "transitionCases(first: 1, status: OPEN) { nodes { id revision zone"
            + " blockers { id revision } } }");
  }

  private Map<String, Object> blocker() {
    return at("blocker", firstCase().path("blockers").path(0));
  }

  private String receiver() {
    return one(
            "places",
            "places(first: 1, tier: \"TIER1\", zone: \"%s\", inForceOn: \"%s\") { nodes { provider { reference } } }"
                .formatted(firstCase().path("zone").asText(), ON))
        .at("/provider/reference")
        .asText();
  }

  /** The one that moves locations. */
  private Map<String, Object> tierReview() {
    return with(
        at("tierReview", one("tierReviews", "tierReviews(first: 1) { nodes { id revision } }")),
        Map.of(
            "on",
            "2017-05-02",
            "recommendation",
            "MOVE_TO_TIER1",
            "finding",
            "An example.",
            "evidence",
            "A report."));
  }

  private JsonNode one(String list, String field) {
    return demo.ask(MutationExamples.COUNCIL, Role.AUDITOR, "{ " + field + " }")
        .path(list)
        .path("nodes")
        .path(0);
  }

  private static Map<String, Object> at(String name, JsonNode node) {
    return Map.of(name, node.path("id").asText(), "revision", node.path("revision").asInt());
  }

  private static Map<String, Object> with(Map<String, Object> input, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(input);
    all.putAll(more);
    return all;
  }
}
