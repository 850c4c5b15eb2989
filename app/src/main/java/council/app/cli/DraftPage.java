package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ProblemLine;
import java.io.PrintWriter;

/** A draft as text: where it stands, what was found, what can be done next. */
final class DraftPage {
  private final PrintWriter out;

  DraftPage(PrintWriter out) {
    this.out = out;
  }

  void print(JsonNode draft) {
    out.printf(
        "%s: %s, revision %d%n",
        draft.path("reference").asText(),
        draft.path("status").asText(),
        draft.path("revision").asInt());
    told("title", draft.path("title"));
    told("effective from", draft.path("effectiveFrom"));
    told("for existing business from", draft.path("effectiveExistingFrom"));
    told("announced on", draft.path("announcedOn"));
    told("hash", draft.path("contentHash"));
    told("base version", draft.path("base").path("number"));
    told("published as version", draft.path("version").path("number"));
    told("begun by", draft.path("createdBy"));
    told("submitted by", draft.path("submittedBy"));
    told("approved by", draft.path("approvedBy"));
    draft.path("problems").forEach(problem -> out.println(ProblemLine.of(problem)));
    draft.path("warnings").forEach(warning -> out.println("warning: " + ProblemLine.of(warning)));
    draft.path("examples").forEach(this::example);
    draft.path("allowedActions").forEach(this::action);
  }

  private void told(String name, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      out.println("  " + name + ": " + value.asText());
    }
  }

  private void example(JsonNode example) {
    boolean passed = example.path("passed").asBoolean();
    out.printf(
        "  example %s: %s (%s)%n",
        passed ? "passed" : "FAILED",
        example.path("name").asText(),
        example.path("decision").asText());
    example
        .path("differences")
        .forEach(difference -> out.println("    " + ProblemLine.of(difference)));
  }

  private void action(JsonNode action) {
    if (action.path("allowed").asBoolean()) {
      out.println("  next: " + action.path("action").asText());
    }
  }
}
