package council.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import council.app.client.ApiClient;
import council.app.client.Mutations;
import council.app.demo.DemoStory.Step;
import council.app.server.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes the steps of a story that have not been taken yet. */
final class StoryTeller {
  private final Function<Step, ApiClient> clients;
  private final Progress progress;

  /**
   * @param clients a client for whoever takes a step
   */
  StoryTeller(Function<Step, ApiClient> clients, Progress progress) {
    this.clients = clients;
    this.progress = progress;
  }

  void tell(DemoStory story) {
    story.steps().forEach(this::take);
  }

  private void take(Step step) {
    ApiClient client = clients.apply(step);
    List<Map<String, Object>> inputs =
        found(step, client).stream().flatMap(there -> input(step, there).stream()).toList();
    if (!inputs.isEmpty() && step.tell() != null) {
      progress.tell(step.tell());
    }
    inputs.forEach(input -> Mutations.run(client, step.mutation(), "", input));
  }

  private static List<JsonNode> found(Step step, ApiClient client) {
    JsonNode answer =
        step.find() == null
            ? JsonNodeFactory.instance.objectNode()
            : client.execute(step.find(), Map.of());
    if (step.each() == null) {
      return List.of(answer);
    }
    List<JsonNode> entries = new ArrayList<>();
    answer.at(step.each()).forEach(entries::add);
    return entries;
  }

  /** What is sent; empty where the step was taken before, or there is nothing to take it on. */
  private static Optional<Map<String, Object>> input(Step step, JsonNode there) {
    if (step.when() != null
        && !step.when().entrySet().stream()
            .allMatch(expected -> there.at(expected.getKey()).equals(expected.getValue()))) {
      return Optional.empty();
    }
    Map<String, Object> input = new LinkedHashMap<>(step.input());
    if (step.take() != null) {
      for (Map.Entry<String, String> taken : step.take().entrySet()) {
        JsonNode value = there.at(taken.getValue());
        if (value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty())) {
          return Optional.empty();
        }
        input.put(taken.getKey(), value);
      }
    }
    return Optional.of(input);
  }
}
