package council.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.platform.identity.Role;
import council.platform.personal.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a council's frameworks after the rounds, as steps that its people take by the
 * API. A file {@code story.json} beside the council's scheme tells it; a council without one has no
 * story.
 */
record DemoStory(List<Step> steps) {
  DemoStory {
    steps = List.copyOf(steps);
  }

  /**
   * One step, or the same step for each of several things. Whether it was taken before is seen from
   * what is found, so that a story that was interrupted goes on where it ended.
   *
   * @param tell what people are told when it begins; absent where nothing is said
   * @param role who takes it
   * @param provider reference of the provider, for a provider's user
   * @param purpose what personal data are read for, if any are
   * @param find a query whose answer the pointers lead into; absent where nothing is looked up
   * @param each pointer to a list in the answer, for each of whose entries the step is taken;
   *     {@code when} and {@code take} then lead into the entry
   * @param when what is expected at each pointer; the step is left out where it is something else
   * @param take inputs by name, and the pointer at which each is found; the step is left out where
   *     there is nothing
   * @param mutation name of the mutation
   * @param input its other inputs
   */
  record Step(
      @Nullable String tell,
      Role role,
      @Nullable String provider,
      @Nullable Purpose purpose,
      @Nullable String find,
      @Nullable String each,
      @Nullable Map<String, JsonNode> when,
      @Nullable Map<String, String> take,
      String mutation,
      Map<String, Object> input) {}

  /** The story of a council; without steps where it has none. */
  static DemoStory of(String council) {
    try (InputStream in =
        DemoStory.class.getResourceAsStream("/councils/" + council + "/story.json")) {
      return in == null
          ? new DemoStory(List.of())
          : new ObjectMapper().readValue(in, DemoStory.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The story of " + council + " cannot be read", e);
    }
  }
}
