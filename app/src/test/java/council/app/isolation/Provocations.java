package council.app.isolation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Requests that go wrong, each in another place on the way. */
final class Provocations {
  private Provocations() {}

  static List<String> documents() {
    return List.of(
        "{ places { nodes ",
        "{ nothing }",
        "{ places(first: 0) { totalCount } }",
        "{ places(first: 9999999999) { totalCount } }",
        "{ places(after: \"nonsense\") { totalCount } }",
        "{ providers(after: \"%s\") { nodes { id } } }".formatted(badCursor("Provider NAME_ASC")),
        "{ providers(after: \"%s\") { nodes { id } } }".formatted(badCursor("Provider")),
        "{ node(id: \"%s\") { id } }"
            .formatted(encoded("Provider:00000000-0000-0000-0000-00000000000x")),
        "{ node(id: \"%s\") { id } }"
            .formatted(encoded("Query:00000000-0000-0000-0000-000000000001")),
        "{ node(id: \"%s\") { id } }"
            .formatted(encoded("PageInfo:00000000-0000-0000-0000-000000000001")),
        "{ newBusinessEligibility(vehicle: \"X\", zone: \"Y\", kind: NEW, on: \"0001-01-01\") {"
            + " zone } }",
        "{ validateScheme(document: \"council: [\") { problems { message value expected path } } }",
        "{ schemeInForce(on: \"1911-01-10\") { title document } }",
        "mutation { loadScheme(input: {idempotencyKey: \"\", document: \"\"}) { problems { message"
            + " } } }");
  }

  private static String badCursor(String list) {
    return encoded("[\"" + list + "\",\"x\",\"no uuid\"]");
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
