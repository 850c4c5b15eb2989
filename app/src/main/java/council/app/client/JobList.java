package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A council's jobs, by the public API. */
public final class JobList {
  /** What is told of a job, in this order. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "kind",
          "status",
          "dueAt",
          "tries",
          "maxTries",
          "errorCode",
          "errorMessage",
          "submittedBy",
          "submittedAt",
          "finishedAt");

  private static final String PAGE =
      """
      query Jobs($after: String, $status: JobStatus, $kind: String) {
        jobs(first: 200, after: $after, status: $status, kind: $kind) {
          nodes { %s }
          pageInfo { hasNextPage endCursor }
        }
      }\
      """
          .formatted(String.join(" ", COLUMNS));

  private final ApiClient api;

  public JobList(ApiClient api) {
    this.api = api;
  }

  /** Hands on every job that fits, the latest first. */
  public void forEach(
      @Nullable String status, @Nullable String kind, Consumer<List<JsonNode>> row) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("status", status);
    variables.put("kind", kind);
    boolean more;
    do {
      JsonNode page = api.execute(PAGE, variables).path("jobs");
      page.path("nodes").forEach(job -> row.accept(values(job)));
      more = page.path("pageInfo").path("hasNextPage").asBoolean();
      variables.put("after", page.path("pageInfo").path("endCursor").asText());
    } while (more);
  }

  private static List<JsonNode> values(JsonNode job) {
    List<JsonNode> values = new ArrayList<>();
    COLUMNS.forEach(column -> values.add(job.path(column)));
    return values;
  }

  /** Has it tried again; answers its status then. */
  public String retry(String id) {
    return change("retryJob", id);
  }

  /** Ends it; answers its status then, which is RUNNING until its next step. */
  public String cancel(String id) {
    return change("cancelJob", id);
  }

  private String change(String mutation, String id) {
    JsonNode job =
        api.execute("query Job($id: ID!) { job(id: $id) { revision } }", Map.of("id", id))
            .path("job");
    if (!job.isObject()) {
      throw new ClientFailure("The council has no job '" + id + "'.");
    }
    return Mutations.run(
            api,
            mutation,
            "job { status }",
            Map.of("id", id, "revision", job.path("revision").asInt()))
        .path("job")
        .path("status")
        .asText();
  }
}
