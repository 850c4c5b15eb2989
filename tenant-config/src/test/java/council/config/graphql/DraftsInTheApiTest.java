package council.config.graphql;

import static council.config.graphql.DraftApi.codes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.config.ConfigModule;
import council.config.NewCouncil;
import council.config.graphql.DraftApi.Seen;
import council.graphql.run.GraphqlService;
import council.testing.Database;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Drafts from the first word to the version in force, over the API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftsInTheApiTest {
  private static final Set<String> ALL =
      Set.of(
          ConfigModule.READ,
          ConfigModule.DRAFT,
          ConfigModule.SIMULATE,
          ConfigModule.APPROVE,
          ConfigModule.PUBLISH);

  private Database database;
  private ApplicationContext context;
  private GraphqlService api;
  private NewCouncil council;
  private DraftApi author;
  private DraftApi colleague;
  private DraftApi third;

  @BeforeAll
  void start() {
    database = PostgresForTests.shared().migratedDatabase();
    context = ApplicationContext.run(database.properties(), "test");
    api = context.getBean(GraphqlService.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @BeforeEach
  void aNewCouncilWithTwoPeople() throws SQLException {
    council = NewCouncil.in(database);
    author = new DraftApi(api, council.adminIn(database, ALL));
    third = new DraftApi(api, council.adminIn(database, ALL));
    colleague = new DraftApi(api, council.adminIn(database, ALL));
  }

  private String document(String from, String zone) {
    return council.document(from, zone);
  }

  /** Without the need of a simulation once this one is in force. */
  private String free(String from, String zone) {
    return document(from, zone).replace("byFile: ALWAYS", "simulation: OPTIONAL");
  }

  private int publish(String reference, String document) {
    Seen draft = Seen.of(author.create(reference, document));
    draft = Seen.of(author.submit(draft));
    draft = Seen.of(colleague.step("approveSchemeDraft", draft, Map.of()));
    JsonNode published = author.step("publishSchemeDraft", draft, Map.of());
    assertThat(codes(published)).isEmpty();
    return published.at("/draft/version/number").asInt();
  }

  @Test
  void aFirstSchemeGoesFromDraftToForce() {
    JsonNode created = author.create("first", document("2015-06-01", "Lancaster"));
    assertThat(created.at("/draft/status").asText()).isEqualTo("VALIDATED");
    assertThat(created.at("/draft/base").isNull()).isTrue();
    JsonNode submitted = author.submit(Seen.of(created));
    assertThat(submitted.at("/draft/status").asText()).isEqualTo("SUBMITTED");
    JsonNode approved = colleague.step("approveSchemeDraft", Seen.of(submitted), Map.of());
    assertThat(approved.at("/draft/status").asText()).isEqualTo("APPROVED");
    JsonNode published = author.step("publishSchemeDraft", Seen.of(approved), Map.of());
    assertThat(codes(published)).isEmpty();
    assertThat(published.at("/draft/status").asText()).isEqualTo("PUBLISHED");
    assertThat(published.at("/draft/version/status").asText()).isEqualTo("IN_FORCE");
    JsonNode inForce = author.ask("{ schemeInForce { number draft { reference } } }", Map.of());
    assertThat(inForce.at("/schemeInForce/draft/reference").asText()).isEqualTo("first");
  }

  @Test
  void aDocumentWithProblemsIsKeptButCannotBeHandedIn() {
    JsonNode created =
        author.create("broken", document("2015-06-01", "L").replace("zones:", "zone:"));
    assertThat(codes(created)).isEmpty();
    assertThat(created.at("/draft/status").asText()).isEqualTo("DRAFT");
    assertThat(created.at("/draft/document").isNull()).isTrue();
    assertThat(created.at("/draft/problems").findValuesAsText("code")).contains("UNKNOWN_KEY");
    assertThat(codes(author.submit(Seen.of(created)))).contains("UNKNOWN_KEY");
  }

  @Test
  void whoComesSecondIsToldWhatChangedAndNothingIsLost() {
    Seen seen = Seen.of(author.create("shared", document("2015-06-01", "Lancaster")));
    colleague.save(seen, document("2015-06-01", "Morecambe"));
    JsonNode refused = author.edit(seen, "title", "Another title");
    assertThat(codes(refused)).containsExactly("STALE_REVISION", "CHANGED_MEANWHILE");
    JsonNode change = refused.at("/problems/1");
    assertThat(change.path("path").asText()).isEqualTo("geography.areas.N.zones.LAN.title");
    assertThat(change.path("value").asText()).isEqualTo("\"Lancaster\"");
    assertThat(change.path("expected").asText()).isEqualTo("\"Morecambe\"");
    JsonNode texts =
        author.ask(
            "query($id: ID!) { schemeDraft(id: $id) { texts { nodes { revision source writtenBy } }"
                + " } }",
            Map.of("id", seen.id()));
    assertThat(texts.at("/schemeDraft/texts/nodes").findValuesAsText("revision"))
        .containsExactly("2", "1");
  }

  @Test
  void editsByPathKeepRemarksAndTellWhatTheyChange() {
    publish("base", free("2015-06-01", "Lancaster"));
    String text = "# ours\n" + free("2016-06-01", "Lancaster");
    Seen seen = Seen.of(author.create("edits", text));
    JsonNode edited = author.edit(seen, "geography.areas.N.zones.LAN.title", "Morecambe");
    assertThat(codes(edited)).isEmpty();
    assertThat(edited.at("/draft/source").asText()).contains("# ours", "Morecambe");
    JsonNode changes =
        author.ask(
            "query($id: ID!) { schemeDraftChanges(draft: $id) { total items { path before after"
                + " title } } }",
            Map.of("id", seen.id()));
    assertThat(changes.at("/schemeDraftChanges/items").findValuesAsText("path"))
        .containsExactlyInAnyOrder("effectiveFrom", "geography.areas.N.zones.LAN.title");
    assertThat(codes(author.edit(Seen.of(edited), "title.deeper", "x"))).isNotEmpty();
  }

  @Test
  void whoeverWroteOrSubmittedDoesNotApprove() {
    Seen draft = Seen.of(author.create("own", document("2015-06-01", "L")));
    draft = Seen.of(colleague.edit(draft, "title", "Ours"));
    draft = Seen.of(author.submit(draft));
    assertThat(codes(author.step("approveSchemeDraft", draft, Map.of())))
        .containsExactly("SAME_PERSON");
    assertThat(codes(colleague.step("approveSchemeDraft", draft, Map.of())))
        .containsExactly("SAME_PERSON");
  }

  @Test
  void withoutApprovalNothingIsPublished() {
    Seen draft = Seen.of(author.create("hasty", document("2015-06-01", "L")));
    assertThat(codes(author.step("publishSchemeDraft", draft, Map.of())))
        .containsExactly("WRONG_STATE");
  }

  @Test
  void theSchemeInForceSaysThatASimulationIsNeeded() {
    publish("first", document("2015-06-01", "Lancaster"));
    Seen draft = Seen.of(author.create("second", free("2016-06-01", "Morecambe")));
    draft = Seen.of(author.submit(draft));
    draft = Seen.of(colleague.step("approveSchemeDraft", draft, Map.of()));
    JsonNode refused = author.step("publishSchemeDraft", draft, Map.of());
    assertThat(codes(refused)).containsExactly("SIMULATION_NEEDED");
  }

  @Test
  void aDraftOnAnOlderBaseIsRefusedAndCanBeRebased() {
    publish("first", free("2015-06-01", "Lancaster"));
    Seen draft = Seen.of(author.create("mine", free("2017-06-01", "Lancaster")));
    draft = Seen.of(author.edit(draft, "title", "Mine"));
    publish("theirs", free("2016-06-01", "Morecambe"));
    Seen submitted = Seen.of(author.submit(draft));
    Seen approved = Seen.of(colleague.step("approveSchemeDraft", submitted, Map.of()));
    assertThat(codes(author.step("publishSchemeDraft", approved, Map.of())))
        .containsExactly("STALE_BASE");
    Seen back = Seen.of(colleague.step("returnSchemeDraft", approved, Map.of("why", "Rebase it.")));
    JsonNode rebased = author.step("rebaseSchemeDraft", back, Map.of());
    assertThat(codes(rebased)).isEmpty();
    assertThat(rebased.at("/draft/base/number").asInt()).isEqualTo(2);
    assertThat(rebased.at("/draft/document").asText()).contains("Morecambe", "\"title\":\"Mine\"");
  }

  @Test
  void whatBothChangedIsSettledByPeople() {
    publish("first", free("2015-06-01", "Lancaster"));
    Seen draft = Seen.of(author.create("mine", free("2017-06-01", "Heysham")));
    publish("theirs", free("2016-06-01", "Morecambe"));
    JsonNode refused = author.step("rebaseSchemeDraft", draft, Map.of());
    assertThat(codes(refused)).containsExactly("REBASE_CONFLICT");
    JsonNode kept =
        author.step(
            "rebaseSchemeDraft",
            draft,
            Map.of("keep", List.of("geography.areas.N.zones.LAN.title")));
    assertThat(codes(kept)).isEmpty();
    assertThat(kept.at("/draft/document").asText()).contains("Heysham");
  }

  @Test
  void datesThatCollideAreErrors() {
    publish("first", free("2015-06-01", "Lancaster"));
    Seen sameDay = Seen.of(author.create("same", free("2015-06-01", "Morecambe")));
    assertThat(codes(author.submit(sameDay))).containsExactly("EFFECTIVE_DATE_TAKEN");
    Seen early = Seen.of(author.create("early", free("2015-05-01", "Morecambe")));
    assertThat(codes(author.submit(early))).contains("EFFECTIVE_TOO_EARLY");
    Seen late = Seen.of(author.create("late", free("2016-06-01", "Morecambe")));
    JsonNode crossed =
        author.step(
            "submitSchemeDraft",
            late,
            Map.of("announcedOn", "2016-06-02", "effectiveExistingFrom", "2016-05-01"));
    assertThat(codes(crossed)).contains("ANNOUNCED_TOO_LATE", "EXISTING_BEFORE_NEW");
  }

  @Test
  void existingBusinessFollowsLater() {
    publish("first", free("2015-06-01", "Lancaster"));
    Seen draft = Seen.of(author.create("second", free("2016-06-01", "Morecambe")));
    draft =
        Seen.of(
            author.step(
                "submitSchemeDraft",
                draft,
                Map.of("announcedOn", "2016-01-01", "effectiveExistingFrom", "2199-01-01")));
    draft = Seen.of(colleague.step("approveSchemeDraft", draft, Map.of()));
    assertThat(codes(author.step("publishSchemeDraft", draft, Map.of()))).isEmpty();
    JsonNode both =
        author.ask(
            "{ new: schemeInForce { number } existing: schemeInForce(business: EXISTING) { number }"
                + " }",
            Map.of());
    assertThat(both.at("/new/number").asInt()).isEqualTo(2);
    assertThat(both.at("/existing/number").asInt()).isEqualTo(1);
    Seen third = Seen.of(author.create("third", free("2017-06-01", "Heysham")));
    assertThat(codes(author.submit(third))).containsExactly("EXISTING_DATES_CROSS");
  }

  @Test
  void aVersionIsWithdrawnBeforeItsDayOnly() {
    publish("first", free("2015-06-01", "Lancaster"));
    publish("later", free("2198-06-01", "Morecambe"));
    JsonNode versions = author.ask("{ schemeVersions { nodes { id number } } }", Map.of());
    String scheduled = versions.at("/schemeVersions/nodes/0/id").asText();
    String inForce = versions.at("/schemeVersions/nodes/1/id").asText();
    JsonNode withdrawn =
        author.call("withdrawSchemeVersion", Map.of("version", scheduled, "why", "Typed wrong."));
    assertThat(codes(withdrawn)).isEmpty();
    assertThat(withdrawn.at("/version/status").asText()).isEqualTo("WITHDRAWN");
    assertThat(
            codes(
                author.call(
                    "withdrawSchemeVersion", Map.of("version", scheduled, "why", "Again."))))
        .containsExactly("UNKNOWN_VERSION");
    assertThat(
            codes(author.call("withdrawSchemeVersion", Map.of("version", inForce, "why", "No."))))
        .containsExactly("IN_FORCE_ALREADY");
    JsonNode then = author.ask("{ schemeInForce(on: \"2199-01-01\") { number } }", Map.of());
    assertThat(then.at("/schemeInForce/number").asInt()).isEqualTo(1);
    assertThat(publish("instead", free("2198-06-01", "Heysham"))).isEqualTo(3);
  }

  @Test
  void whoeverEverHandedItInDoesNotApproveIt() {
    Seen draft = Seen.of(author.create("returned", document("2015-06-01", "L")));
    draft = Seen.of(third.submit(draft));
    draft = Seen.of(colleague.step("returnSchemeDraft", draft, Map.of("why", "Look again.")));
    draft = Seen.of(author.submit(draft));
    assertThat(codes(third.step("approveSchemeDraft", draft, Map.of())))
        .containsExactly("SAME_PERSON");
    assertThat(codes(colleague.step("approveSchemeDraft", draft, Map.of()))).isEmpty();
  }

  @Test
  void aVersionOnWhichOthersStandIsNotWithdrawn() {
    publish("first", free("2015-06-01", "Lancaster"));
    publish("second", free("2198-06-01", "Morecambe"));
    publish("third", free("2199-06-01", "Heysham"));
    JsonNode versions = author.ask("{ schemeVersions { nodes { id number } } }", Map.of());
    assertThat(
            codes(
                author.call(
                    "withdrawSchemeVersion",
                    Map.of(
                        "version",
                        versions.at("/schemeVersions/nodes/1/id").asText(),
                        "why",
                        "Typed wrong."))))
        .containsExactly("OTHERS_STAND_ON_IT");
  }

  @Test
  void nothingIsPutBeforeAVersionThatWouldUndoIt() {
    publish("first", free("2015-06-01", "Lancaster"));
    publish("later", free("2199-06-01", "Morecambe"));
    Seen between = Seen.of(author.create("between", free("2198-06-01", "Heysham")));
    assertThat(codes(author.submit(between))).containsExactly("LATER_VERSION_STANDS");
  }

  @Test
  void nothingIsBackdatedUnlessTheSchemeAllowsIt() {
    publish(
        "first",
        free("2015-06-01", "Lancaster").replace("backdating: ALLOWED", "simulatedDays: 1"));
    Seen past = Seen.of(author.create("past", free("2016-06-01", "Morecambe")));
    assertThat(codes(author.submit(past))).containsExactly("BACKDATED");
  }

  @Test
  void onlyWhatChangedCanBeKept() {
    publish("first", free("2015-06-01", "Lancaster"));
    Seen draft = Seen.of(author.create("mine", free("2017-06-01", "Lancaster")));
    publish("theirs", free("2016-06-01", "Morecambe"));
    assertThat(
            codes(
                author.step(
                    "rebaseSchemeDraft", draft, Map.of("keep", List.of("geography.aeras")))))
        .containsExactly("NOTHING_TO_KEEP");
  }

  @Test
  void goingBackIsAnEarlierContentAsANewVersion() {
    publish("first", free("2015-06-01", "Lancaster"));
    publish("second", free("2016-06-01", "Morecambe"));
    JsonNode versions = author.ask("{ schemeVersions { nodes { id number } } }", Map.of());
    JsonNode back =
        author.call(
            "createSchemeDraft",
            Map.of(
                "reference",
                "back",
                "version",
                versions.at("/schemeVersions/nodes/1/id").asText(),
                "effectiveFrom",
                "2017-06-01"));
    assertThat(codes(back)).isEmpty();
    assertThat(back.at("/draft/document").asText()).contains("Lancaster", "2017-06-01");
    assertThat(back.at("/draft/base/number").asInt()).isEqualTo(2);
  }

  @Test
  void aFailingExampleStandsInTheWay() {
    String failing =
        document("2015-06-01", "L")
            + """
            examples:
              - name: Unknown kind
                decision: no.such-kind
                facts: {}
                expected: {}
            """;
    Seen draft = Seen.of(author.create("example", failing));
    assertThat(codes(author.submit(draft))).isNotEmpty();
  }

  @Test
  void aReferenceIsTakenOnce() {
    author.create("twice", document("2015-06-01", "L"));
    assertThat(codes(author.create("twice", document("2015-06-01", "L"))))
        .containsExactly("DUPLICATE_REFERENCE");
    assertThat(codes(author.call("createSchemeDraft", Map.of("reference", "neither"))))
        .containsExactly("ONE_BEGINNING");
  }

  @Test
  void anotherCouncilSeesNothing() throws SQLException {
    Seen draft = Seen.of(author.create("secret", document("2015-06-01", "L")));
    DraftApi stranger = new DraftApi(api, NewCouncil.in(database).adminIn(database, ALL));
    assertThat(codes(stranger.edit(draft, "title", "Theirs"))).containsExactly("UNKNOWN_DRAFT");
    assertThat(
            stranger
                .ask("{ schemeDrafts { totalCount } }", Map.of())
                .at("/schemeDrafts/totalCount")
                .asInt())
        .isZero();
    assertThat(
            codes(
                stranger.call(
                    "createSchemeDraft",
                    Map.of("reference", "x", "version", globalId(UUID.randomUUID())))))
        .containsExactly("UNKNOWN_VERSION");
  }

  private static String globalId(UUID id) {
    return new council.graphql.read.GlobalId("SchemeVersion", id).encoded();
  }
}
