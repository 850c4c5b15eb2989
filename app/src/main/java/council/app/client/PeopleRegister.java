package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registers people by the mutations that a council's staff has. */
public final class PeopleRegister {
  private final ApiClient api;

  /**
   * @param api a client that states a purpose
   */
  public PeopleRegister(ApiClient api) {
    this.api = api;
  }

  /** A registered person as it is handed back with a change. */
  public record Person(String id, int revision) {}

  /** How many people were ever registered. */
  public int count() {
    return api.execute("{ people { totalCount } }", Map.of())
        .path("people")
        .path("totalCount")
        .asInt();
  }

  /**
   * @param careEndedOn ISO date; absent while care goes on
   */
  public Person register(String reference, @Nullable String careEndedOn) {
    Map<String, Object> input = new HashMap<>();
    input.put("reference", reference);
    input.put("careEndedOn", careEndedOn);
    JsonNode person =
        Mutations.run(api, "registerPerson", "person { id revision }", input).path("person");
    return new Person(person.path("id").asText(), person.path("revision").asInt());
  }

  public void hold(Person person, String reason) {
    Mutations.run(
        api,
        "holdPerson",
        "person { id }",
        Map.of("id", person.id(), "revision", person.revision(), "reason", reason));
  }
}
