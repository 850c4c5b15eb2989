package council.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.app.client.ClientFailure;
import council.platform.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Polls events from a cursor while councils write and servers die. */
final class EventReader {
  private static final String PAGE =
      "query($after: String) { events(first: 200, after: $after) { nodes { id } pageInfo {"
          + " hasNextPage endCursor } } }";
  private final ApiClient api;
  private final List<String> read = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Thread thread;
  private volatile boolean stopping;

  EventReader(CrashInstance instance) {
    api = new ApiClient(instance.url(), instance.token(CrashInstance.COUNCIL, Role.AUDITOR));
    thread = Thread.ofPlatform().start(this::pollUntilStopped);
  }

  private void pollUntilStopped() {
    while (!stopping) {
      try {
        poll();
      } catch (ClientFailure serverIsDead) {
        CrashInstance.pause(50);
      }
      CrashInstance.pause(20);
    }
  }

  private boolean poll() {
    JsonNode page = api.execute(PAGE, variables).path("events");
    page.path("nodes").forEach(node -> read.add(node.path("id").asText()));
    String end = page.path("pageInfo").path("endCursor").textValue();
    if (end != null) {
      variables.put("after", end);
    }
    return page.path("pageInfo").path("hasNextPage").asBoolean();
  }

  /** Ids of all events in the order in which they were read. */
  List<String> finish() throws InterruptedException {
    stopping = true;
    thread.join();
    while (poll()) {
      // Up to the end: nobody writes any more.
    }
    return read;
  }
}
