package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import council.app.cli.CouncilCommand;
import council.app.client.ApiClient;
import council.app.client.SubjectAccess;
import council.platform.identity.Role;
import council.platform.personal.Purpose;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** People of the demo, as the roles see them over HTTP. */
final class PersonalDataTest {
  private static final String REFERENCES = "{ people(first: 200) { nodes { id reference } } }";
  private final DemoServer demo = DemoServer.shared();

  private ApiClient as(Role role, Purpose purpose) {
    return demo.as("hampshire", role).withPurpose(purpose);
  }

  private static String code(JsonNode answer) {
    return answer.path("errors").path(0).path("extensions").path("code").asText();
  }

  @Test
  void aPurposeThatIsOpenToTheRoleShowsReferencesAndEveryPersonIsLogged() {
    JsonNode people =
        as(Role.COMMISSIONER, Purpose.CARE_COMMISSIONING).execute(REFERENCES, Map.of());
    Set<String> seen = new HashSet<>(people.findValuesAsText("id"));
    assertThat(people.findValuesAsText("reference")).contains("HAM-P-000101", "HAM-P-000105");

    JsonNode reads =
        demo.ask(
                "hampshire",
                Role.AUDITOR,
                "{ personalReads(first: 200, purpose: CARE_COMMISSIONING) { nodes { operation by"
                    + " purpose fields person { id } } } }")
            .path("personalReads")
            .path("nodes");
    String latest = reads.path(0).path("operation").asText();
    Set<String> logged = new HashSet<>();
    for (JsonNode read : reads) {
      if (read.path("operation").asText().equals(latest)) {
        logged.add(read.path("person").path("id").asText());
        assertThat(read.path("by").asText()).isEqualTo("demo-commissioner");
        assertThat(read.path("fields").toString()).isEqualTo("[\"Person.reference\"]");
      }
    }
    assertThat(logged).isEqualTo(seen);
  }

  @Test
  void whatIsRegisteredForGoodWritesNoPersonalValueOut() {
    String literal = "{ people(reference: \"HAM-P-000101\") { nodes { id } } }";
    String standard =
        "query Q($r: String = \"HAM-P-000101\") { people(reference: $r) { nodes { id } } }";
    String inAnInput =
        "mutation { registerPerson(input: { idempotencyKey: \"k\", reference: \"HAM-P-000101\" }) {"
            + " problems { code } } }";
    for (String document : List.of(literal, standard, inAnInput)) {
      JsonNode problem = register(document).path("problems").path(0);
      assertThat(problem.path("code").asText()).as(document).isEqualTo("INVALID_DOCUMENT");
      assertThat(problem.toString()).doesNotContain("HAM-P-000101");
    }
    String variable = "query Q($r: String!) { people(reference: $r) { nodes { id } } }";
    assertThat(register(variable).path("problems")).isEmpty();
  }

  private JsonNode register(String document) {
    return register(UUID.randomUUID().toString(), document);
  }

  private JsonNode register(String key, String document) {
    return demo.as("hampshire", Role.TENANT_ADMIN)
        .execute(
            "mutation R($i: RegisterDocumentsInput!) { registerDocuments(input: $i) { problems {"
                + " code message value } } }",
            Map.of(
                "i",
                Map.of(
                    "idempotencyKey",
                    key,
                    "documents",
                    List.of(Map.of("name", "people", "document", document)))))
        .path("registerDocuments");
  }

  @Test
  void aMisspeltNameOfAPersonalInputQuotesNothing() {
    JsonNode answer =
        as(Role.CONTRACT_OFFICER, Purpose.RECORD_KEEPING)
            .send(
                "mutation { holdPerson(input: { idempotencyKey: \"z\", id: \"x\", revision: 1,"
                    + " reazon: \"canary against canary\" }) { problems { code } } }",
                Map.of());
    assertThat(answer.path("errors")).isNotEmpty();
    assertThat(answer.toString()).doesNotContain("canary");
  }

  @Test
  void aKeyIsUsedOnceWhetherTheInputIsPersonalOrNot() {
    ApiClient admin = as(Role.TENANT_ADMIN, Purpose.RECORD_KEEPING);
    String key = "shared-" + UUID.randomUUID();
    JsonNode first = register(key, "query Shared { me { roles } }");
    assertThat(first.path("problems")).isEmpty();
    JsonNode second =
        admin.execute(
            "mutation M($i: RegisterPersonInput!) { registerPerson(input: $i) { problems { code } }"
                + " }",
            Map.of("i", Map.of("idempotencyKey", key, "reference", "HAM-P-SHARED-KEY")));
    assertThat(second.path("registerPerson").path("problems").path(0).path("code").asText())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void everybodyElseIsRefusedWithTheReason() {
    assertThat(code(demo.as("hampshire", Role.COMMISSIONER).send(REFERENCES, Map.of())))
        .isEqualTo("PURPOSE_REQUIRED");
    JsonNode payment = as(Role.COMMISSIONER, Purpose.PAYMENT).send(REFERENCES, Map.of());
    assertThat(code(payment)).isEqualTo("PURPOSE_NOT_ALLOWED");
    assertThat(payment.path("errors").path(0).path("extensions").path("fields").toString())
        .isEqualTo("[\"Person.reference\"]");
    for (Role role : List.of(Role.AUDITOR, Role.API_CLIENT)) {
      assertThat(code(as(role, Purpose.AUDIT).send(REFERENCES, Map.of()))).isEqualTo("FORBIDDEN");
    }
    assertThat(
            code(
                demo.asProvider("lancashire", "P001")
                    .withPurpose(Purpose.CARE_COMMISSIONING)
                    .send(REFERENCES, Map.of())))
        .isEqualTo("FORBIDDEN");
    assertThat(
            demo.ask("hampshire", Role.AUDITOR, "{ people { totalCount nodes { id dueOn held } } }")
                .path("people")
                .path("totalCount")
                .asInt())
        .isGreaterThanOrEqualTo(5);
  }

  @Test
  void aSearchIsLoggedWithWhomItFound() {
    JsonNode found =
        as(Role.CONTRACT_OFFICER, Purpose.COMPLAINT)
            .execute("{ people(reference: \"HAM-P-000102\") { nodes { id } } }", Map.of());
    JsonNode read =
        demo.ask(
                "hampshire",
                Role.TENANT_ADMIN,
                "{ personalReads(first: 1, purpose: COMPLAINT) { nodes { fields person { id } } }"
                    + " }")
            .path("personalReads")
            .path("nodes")
            .path(0);
    assertThat(read.path("person").path("id"))
        .isEqualTo(found.path("people").path("nodes").path(0).path("id"));
    assertThat(read.path("fields").toString()).isEqualTo("[\"Query.people(reference:)\"]");
  }

  @Test
  void anExportTellsAllAndNothingOfAnUnknownReference() {
    ApiClient admin = as(Role.TENANT_ADMIN, Purpose.SUBJECT_ACCESS);
    Optional<JsonNode> export = new SubjectAccess(admin).findExport("HAM-P-000105");
    assertThat(export).isPresent();
    assertThat(export.orElseThrow().path("tables").path("platform.person_hold").toString())
        .contains("county court");
    assertThat(
            export.orElseThrow().path("tables").path("platform.audit").findValuesAsText("action"))
        .contains("PersonRegistered", "PersonHeld");
    assertThat(new SubjectAccess(admin).findExport("LAN-P-000101")).isEmpty();
    assertThat(new SubjectAccess(admin).findExport("HAM-P-999999")).isEmpty();
    assertThat(
            code(
                as(Role.TENANT_ADMIN, Purpose.RECORD_KEEPING)
                    .send("{ personExport(reference: \"HAM-P-000105\") { at } }", Map.of())))
        .isEqualTo("PURPOSE_NOT_ALLOWED");
  }

  /** A cursor of a list in the order of references holds references. */
  @Test
  void aCursorCountsAsReadOfTheWholePage() {
    as(Role.LEAD_COMMISSIONER, Purpose.SAFEGUARDING)
        .execute(
            "{ people(first: 2, orderBy: REFERENCE_ASC) { pageInfo { endCursor } } }", Map.of());
    JsonNode reads =
        demo.ask(
                "hampshire",
                Role.AUDITOR,
                "{ personalReads(purpose: SAFEGUARDING) { nodes { fields person { id } } } }")
            .path("personalReads")
            .path("nodes");
    assertThat(reads.findValuesAsText("id")).hasSize(2).doesNotHaveDuplicates();
    assertThat(reads.path(0).path("fields").toString())
        .isEqualTo("[\"PersonOrder.REFERENCE_ASC\"]");
  }

  @Test
  void theCommandLineExportsByAReferenceFromAFile(@TempDir Path folder) throws IOException {
    assertThat(export(folder, "HAM-P-000103")).isZero();
    assertThat(export(folder, "HAM-P-999999")).isEqualTo(1);
    assertThat(export(folder, "")).isEqualTo(2);
  }

  private int export(Path folder, String reference) throws IOException {
    Path file = Files.writeString(folder.resolve("reference.txt"), reference + "\n");
    return CouncilCommand.run(
        "person",
        "export",
        "--url",
        demo.url(),
        "--token",
        demo.tokens().token("hampshire", Role.TENANT_ADMIN, null),
        "--reference-file",
        file.toString());
  }

  private HttpResponse<String> get(String query) throws IOException, InterruptedException {
    String url = demo.url() + "/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .header(
                    "Authorization",
                    "Bearer " + demo.tokens().token("hampshire", Role.COMMISSIONER, null))
                .header("Accept", "application/graphql-response+json")
                .header("X-Purpose", "CARE_COMMISSIONING")
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void valuesAreNotAcceptedInUrls() throws Exception {
    HttpResponse<String> refused = get("{ people(reference: \"HAM-P-000101\") { totalCount } }");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("POST").doesNotContain("HAM-P-000101");
    String page = get("{ people(first: 1) { pageInfo { endCursor } nodes { reference } } }").body();
    assertThat(page).contains("HAM-P-000101");
  }

  /** Through refusals, problems, faults of types and a search, nothing personal is logged. */
  @Test
  void noLogShowsAPersonalValue() {
    String canary = "CANARY" + UUID.randomUUID().toString().replace("-", "");
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger own = (Logger) LoggerFactory.getLogger("council");
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    Level before = own.getLevel();
    root.addAppender(events);
    own.setLevel(Level.TRACE);
    try {
      useEverywhere(canary);
      own.info("the appender listens");
    } finally {
      own.setLevel(before);
      root.detachAppender(events);
    }
    String logged = text(List.copyOf(events.list));
    assertThat(logged).contains("the appender listens").doesNotContain(canary);
  }

  private void useEverywhere(String canary) {
    ApiClient officer = as(Role.CONTRACT_OFFICER, Purpose.RECORD_KEEPING);
    String register =
        "mutation M($input: RegisterPersonInput!) { registerPerson(input: $input) { person {"
            + " reference } problems { code value message } } }";
    for (Object reference :
        List.of(canary, canary, " " + canary, canary + "\u0000", List.of(canary))) {
      JsonNode answer =
          officer.send(
              register,
              Map.of(
                  "input",
                  Map.of("idempotencyKey", UUID.randomUUID().toString(), "reference", reference)));
      JsonNode shown = answer.path("data").path("registerPerson").path("person").path("reference");
      assertThat(answer.toString().replace(shown.toString(), "")).doesNotContain(canary);
    }
    JsonNode searched =
        officer.send("{ people(reference: \"%s\") { totalCount } }".formatted(canary), Map.of());
    assertThat(searched.path("data").path("people").path("totalCount").asInt()).isEqualTo(1);
    officer.send("{ people(reference: \"%s\") { nodes { id } }".formatted(canary), Map.of());
    demo.as("hampshire", Role.AUDITOR)
        .send("{ people(reference: \"%s\") { totalCount } }".formatted(canary), Map.of());
  }

  private static String text(List<ILoggingEvent> events) {
    StringBuilder text = new StringBuilder();
    for (ILoggingEvent event : events) {
      text.append(event.getFormattedMessage()).append('\n');
      for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
        text.append(at.getMessage()).append('\n');
      }
    }
    return text.toString();
  }
}
