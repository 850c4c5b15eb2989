package council.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.journey.MutationExamples.Example;
import council.platform.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Two drafts of the examples' council: one that is published and taken back, and one that is
 * overtaken by it, rebased and given up.
 */
final class DraftExamples {
  private static final String FIRST = "example-draft";
  private static final String SECOND = "overtaken-draft";

  private final DemoServer demo;
  private final String scheme;
  private final List<Example> examples = new ArrayList<>();

  /**
   * @param scheme the document of the version in force; it asks for no simulation
   */
  DraftExamples(DemoServer demo, String scheme) {
    this.demo = demo;
    this.scheme = scheme;
    write();
    approveAndPublish();
    overtake();
  }

  List<Example> list() {
    return examples;
  }

  private void write() {
    add(
        "createSchemeDraft",
        Role.TENANT_ADMIN,
        () -> Map.of("reference", FIRST, "version", version(1), "effectiveFrom", "2198-01-01"));
    add(
        "createSchemeDraft",
        Role.TENANT_ADMIN,
        () -> Map.of("reference", SECOND, "document", onDay("2199-01-01")));
    add(
        "saveSchemeDraft",
        Role.TENANT_ADMIN,
        () -> with(draft(FIRST), "document", onDay("2198-04-01")));
    add(
        "editSchemeDraft",
        Role.TENANT_ADMIN,
        () ->
            with(
                draft(FIRST),
                "edits",
                List.of(Map.of("path", "title", "value", "Edited by path"))));
    add(
        "addSchemeExample",
        Role.TENANT_ADMIN,
        () -> with(with(draft(FIRST), "decision", decision()), "name", "As it was decided"));
  }

  private void approveAndPublish() {
    add(
        "simulateScheme",
        Role.TENANT_ADMIN,
        () -> with(with(draft(FIRST), "from", "2016-01-01"), "to", "2016-01-01"));
    add(
        "submitSchemeDraft",
        Role.TENANT_ADMIN,
        () -> with(draft(FIRST), "announcedOn", "2198-01-01"));
    add(
        "returnSchemeDraft",
        Role.LEAD_COMMISSIONER,
        () -> with(draft(FIRST), "why", "An example."));
    add(
        "submitSchemeDraft",
        Role.TENANT_ADMIN,
        () -> with(draft(FIRST), "announcedOn", "2198-01-01"));
    add("approveSchemeDraft", Role.LEAD_COMMISSIONER, () -> draft(FIRST));
    add("publishSchemeDraft", Role.TENANT_ADMIN, () -> draft(FIRST));
  }

  private void overtake() {
    add("rebaseSchemeDraft", Role.TENANT_ADMIN, () -> draft(SECOND));
    add("withdrawSchemeDraft", Role.TENANT_ADMIN, () -> with(draft(SECOND), "why", "An example."));
    add(
        "withdrawSchemeVersion",
        Role.TENANT_ADMIN,
        () -> Map.of("version", version(2), "why", "An example."));
  }

  private void add(String mutation, Role role, Supplier<Map<String, Object>> input) {
    examples.add(new Example(mutation, demo.as(MutationExamples.COUNCIL, role), input));
  }

  private String onDay(String day) {
    return scheme.replaceFirst("(?m)^effectiveFrom: [0-9-]+", "effectiveFrom: " + day);
  }

  private Map<String, Object> draft(String reference) {
    JsonNode draft =
        one("{ schemeDrafts(first: 1, reference: \""
                + reference
                + "\") { nodes { id revision } } }")
            .at("/schemeDrafts/nodes/0");
    return Map.of("draft", draft.path("id").asText(), "revision", draft.path("revision").asInt());
  }

  private String version(int number) {
    for (JsonNode version :
        one("{ schemeVersions { nodes { id number } } }").at("/schemeVersions/nodes")) {
      if (version.path("number").asInt() == number) {
        return version.path("id").asText();
      }
    }
    throw new IllegalStateException("There is no version " + number);
  }

  private String decision() {
    return one("{ decisions(first: 1) { nodes { id } } }").at("/decisions/nodes/0/id").asText();
  }

  private JsonNode one(String document) {
    return demo.ask(MutationExamples.COUNCIL, Role.AUDITOR, document);
  }

  private static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
    Map<String, Object> more = new HashMap<>(input);
    more.put(name, value);
    return more;
  }
}
