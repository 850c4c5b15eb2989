package council.graphql.run;

import static council.graphql.run.PersonalDocumentsOfSchema.CANARY;
import static org.assertj.core.api.Assertions.assertThat;

import council.graphql.run.PersonalDocumentsOfSchema.Use;
import council.graphql.schema.ComposedSchema;
import council.platform.data.HostTransactions;
import council.platform.identity.Actor;
import council.platform.identity.Permission;
import council.platform.identity.Role;
import council.platform.module.InstalledModules;
import council.platform.personal.PersonalPermissions;
import council.platform.personal.Purpose;
import council.testing.Database;
import council.testing.PostgresForTests;
import council.testing.tenancy.CanaryScan;
import graphql.GraphQLError;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Whatever any module marks as personal is refused without permission and purpose, and logged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalFieldsTest {
  private static final UUID PRINCIPAL = new UUID(0, 77);
  private final Database database = PostgresForTests.shared().migratedDatabase();
  private ApplicationContext context;
  private ComposedSchema schema;
  private GraphqlService service;
  private final Actor everything = actor(p -> true);

  @BeforeAll
  void start() {
    context = ApplicationContext.run(database.properties(), "test");
    schema = context.getBean(ComposedSchema.class);
    service = context.getBean(GraphqlService.class);
    DSLContext db = context.getBean(DSLContext.class);
    context
        .getBean(HostTransactions.class)
        .writeAsHost(
            "north",
            () -> {
              db.execute(
                  "insert into platform.tenant (tenant_id, id, title) values ('north', ?, 'North')",
                  UUID.randomUUID());
              UUID issuer = UUID.randomUUID();
              db.execute(
                  "insert into platform.issuer (tenant_id, id, issuer, audience, algorithm, jwks)"
                      + " values ('north', ?, 'urn:x', 'x', 'ES256', '{}')",
                  issuer);
              return db.execute(
                  "insert into platform.principal (tenant_id, id, issuer_id, subject, label)"
                      + " values ('north', ?, ?, 'x', 'x')",
                  PRINCIPAL,
                  issuer);
            });
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private static Actor actor(java.util.function.Predicate<String> permission) {
    Set<String> held = new HashSet<>();
    InstalledModules.onClassPath().list().stream()
        .flatMap(module -> module.permissions().stream())
        .map(Permission::code)
        .filter(permission)
        .forEach(held::add);
    return new Actor("north", PRINCIPAL, "x", Set.of(Role.CONTRACT_OFFICER), held, Set.of());
  }

  private List<Use> uses() {
    return new PersonalDocumentsOfSchema(schema.schema()).list();
  }

  private List<GraphQLError> refusal(Actor actor, String document, @Nullable String purpose) {
    GraphqlLimits limits = context.getBean(GraphqlLimits.class);
    var parsed = new Documents(schema, limits).get(document).entry();
    assertThat(parsed.hasErrors()).as("%s %s", document, parsed.getErrors()).isFalse();
    PreparedOperation operation =
        new Operations(schema, limits)
            .prepare(parsed.getDocument(), new GraphqlRequest(document, null, Map.of()), true);
    try {
      context
          .getBean(PersonalAccess.class)
          .check(actor, PersonalUse.of(schema.reads().personal(), operation), purpose);
      return List.of();
    } catch (OperationRefused refused) {
      return refused.errors();
    }
  }

  private void isRefused(Use use, Actor actor, @Nullable String purpose, String code) {
    List<GraphQLError> errors = refusal(actor, use.document(), purpose);
    assertThat(errors)
        .singleElement()
        .satisfies(error -> {
          assertThat(error.getExtensions()).containsEntry("code", code);
          assertThat((List<?>) error.getExtensions().get("fields"))
              .anyMatch(field -> field.equals(use.coordinates()));
          assertThat(error.toString()).doesNotContain(CANARY);
        });
  }

  @Test
  void everyMarkOfTheSchemaIsUsedByADocument() {
    Set<String> used = new TreeSet<>();
    uses().forEach(use -> used.add(use.coordinates()));
    assertThat(used)
        .contains(
            "Person.reference",
            "PersonHold.reason",
            "Query.personExport",
            "Query.people(reference:)",
            "PersonOrder.REFERENCE_ASC",
            "RegisterPersonInput.reference",
            "HoldPersonInput.reason");
    assertThat(used).containsAll(MarkedCoordinates.of(schema.schema()));
  }

  @TestFactory
  Stream<DynamicTest> withoutThePermission() {
    Actor actor = actor(permission -> !permission.equals(PersonalPermissions.READ));
    return uses().stream()
        .map(use ->
            DynamicTest.dynamicTest(
                use.toString(),
                () -> isRefused(use, actor, Purpose.CARE_COMMISSIONING.name(), "FORBIDDEN")));
  }

  @TestFactory
  Stream<DynamicTest> withoutAPurpose() {
    return uses().stream()
        .map(use ->
            DynamicTest.dynamicTest(
                use.toString(),
                () -> {
                  isRefused(use, everything, null, "PURPOSE_REQUIRED");
                  isRefused(use, everything, "CURIOSITY", "PURPOSE_REQUIRED");
                }));
  }

  @TestFactory
  Stream<DynamicTest> forAPurposeThatIsNotOpenToTheRole() {
    return uses().stream()
        .flatMap(use ->
            Stream.of(Purpose.values())
                .map(purpose ->
                    DynamicTest.dynamicTest(
                        purpose + " " + use,
                        () -> {
                          Actor actor = actor(code -> !code.equals(purpose.permission()));
                          isRefused(use, actor, purpose.name(), "PURPOSE_NOT_ALLOWED");
                        })));
  }

  @TestFactory
  Stream<DynamicTest> withBothItIsNotRefused() {
    return uses().stream()
        .map(use ->
            DynamicTest.dynamicTest(
                use.toString(),
                () ->
                    assertThat(Purpose.values())
                        .anyMatch(purpose ->
                            refusal(everything, use.document(), purpose.name()).isEmpty())));
  }

  @TestFactory
  Stream<DynamicTest> valuesAreRefusedInUrls() {
    return uses().stream()
        .filter(use -> use.givesValue() && !use.document().startsWith("mutation"))
        .map(use ->
            DynamicTest.dynamicTest(
                use.toString(),
                () ->
                    assertThat(
                            service
                                .run(everything, request(use.document(), "SUBJECT_ACCESS"), true)
                                .body()
                                .toString())
                        .contains("BAD_REQUEST", "POST")
                        .doesNotContain(CANARY)));
  }

  private static GraphqlRequest request(String document, @Nullable String purpose) {
    return new GraphqlRequest(document, null, Map.of(), purpose);
  }

  private Map<String, Object> run(String document, Purpose purpose) {
    return service.run(everything, request(document, purpose.name()), false).body();
  }

  private Map<String, Object> register(String reference, String key) {
    return run(
        "mutation { registerPerson(input: {idempotencyKey: \"%s\", reference: \"%s\"}) { person { id } problems { code value message } } }"
            .formatted(key, reference),
        Purpose.RECORD_KEEPING);
  }

  @Test
  void withoutALogThereIsNoAnswer() throws SQLException {
    register("LOGGED-" + CANARY, "k1");
    try (Connection superuser = database.connectAsSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("revoke insert on platform.personal_read from app_rw");
      try {
        assertThat(run("{ people { nodes { reference } } }", Purpose.COMPLAINT).toString())
            .contains("INTERNAL")
            .doesNotContain("LOGGED");
        assertThat(run("{ people { nodes { id } } }", Purpose.COMPLAINT))
            .doesNotContainKey("errors");
        assertThat(register("UNLOGGED-" + CANARY, "k2").toString()).contains("INTERNAL");
      } finally {
        statement.execute("grant insert on platform.personal_read to app_rw");
      }
      assertThat(CanaryScan.tablesWith(superuser, "UNLOGGED")).isEmpty();
    }
    assertThat(run("{ people { nodes { reference } } }", Purpose.COMPLAINT).toString())
        .contains("LOGGED-" + CANARY);
  }

  @Test
  void aReferenceStandsInNoOtherTableAndRepetitionsAreKnownAllTheSame() throws SQLException {
    String first = register("ONCE-" + CANARY, "key-1").toString();
    assertThat(register("ONCE-" + CANARY, "key-1").toString()).isEqualTo(first);
    assertThat(register("TWICE-" + CANARY, "key-1").toString())
        .contains("IDEMPOTENCY_KEY_REUSED")
        .doesNotContain(CANARY);
    assertThat(register("ONCE-" + CANARY, "key-2").toString())
        .contains("PERSON_EXISTS")
        .doesNotContain(CANARY);
    try (Connection superuser = database.connectAsSuperuser()) {
      assertThat(CanaryScan.tablesWith(superuser, "ONCE-" + CANARY))
          .containsExactly("platform.person");
      assertThat(CanaryScan.tablesWith(superuser, "key-1")).isEmpty();
    }
  }

  @Test
  void valuesOfTheWrongTypeAreNotQuoted() {
    assertThat(run("{ people(reference: 7316042) { totalCount } }", Purpose.COMPLAINT).toString())
        .contains("reference", "BAD_REQUEST")
        .doesNotContain("7316042");
    String byVariable =
        "mutation M($i: RegisterPersonInput!) { registerPerson(input: $i) { problems { code } } }";
    for (Object input :
        List.of(
            Map.of("idempotencyKey", "k", "reference", "X", "careEndedOn", CANARY),
            Map.of("idempotencyKey", "k", "reference", List.of(CANARY)),
            CANARY)) {
      String body =
          service
              .run(
                  everything,
                  new GraphqlRequest(byVariable, null, Map.of("i", input), "RECORD_KEEPING"),
                  false)
              .body()
              .toString();
      assertThat(body).contains("BAD_REQUEST").doesNotContain(CANARY);
    }
  }
}
