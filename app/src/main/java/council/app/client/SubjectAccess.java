package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Asks for all that a council holds on one person. */
public final class SubjectAccess {
  private static final String EXPORT =
      """
      query Export($reference: String!) {
        personExport(reference: $reference) {
          at
          person { id reference careEndedOn pseudonymisedAt }
          tables
        }
      }
      """;

  private final ApiClient api;

  /**
   * @param api a client that states the purpose
   */
  public SubjectAccess(ApiClient api) {
    this.api = api;
  }

  /** Empty where nobody has the reference. */
  public Optional<JsonNode> findExport(String reference) {
    JsonNode export = api.execute(EXPORT, Map.of("reference", reference)).path("personExport");
    return export.isObject() ? Optional.of(export) : Optional.empty();
  }
}
