package council.platform.personal;

import static council.platform.store.generated.Tables.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.identity.Actor;
import council.platform.json.CanonicalJson;
import council.platform.personal.PersonalReads.Sight;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People are registered without a trace in what is never cleared; all on one can be found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {
  private LaterModule later;
  private Actor officer;
  private String canary;

  @BeforeAll
  void start() {
    later = new LaterModule();
  }

  @AfterAll
  void stop() {
    later.close();
  }

  @BeforeEach
  void aNewCouncil() {
    officer = later.newCouncil();
    canary = "CANARY" + UUID.randomUUID().toString().replace("-", "");
  }

  private JsonNode export(UUID person) {
    return later.read(officer, () -> later.bean(SubjectExport.class).of(person));
  }

  @Test
  void theAuditNamesThePersonByIdAlone() {
    UUID person = later.plant(officer, canary, null);
    assertThat(later.tablesWith(canary)).doesNotContain("platform.audit");
    assertThat(
            later.read(
                officer,
                () ->
                    later
                        .db()
                        .selectFrom(AUDIT)
                        .where(AUDIT.SUBJECT_ID.eq(person))
                        .fetch(AUDIT.ACTION)))
        .containsExactly("PersonRegistered");
  }

  @Test
  void aReferenceIsOnePersonsAndNoProblemShowsIt() {
    later.plant(officer, canary, null);
    assertThatThrownBy(() -> later.plant(officer, canary, null))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              Problem problem = refused.problems().getFirst();
              assertThat(problem.code()).isEqualTo("PERSON_EXISTS");
              assertThat(problem.toString()).doesNotContain(canary);
            });
  }

  @Test
  void badTextsAndDaysAreToldAtOnceWithoutTheText() {
    PersonalText bad = new PersonalText(" " + canary);
    assertThatThrownBy(() ->
            later.write(
                officer,
                () ->
                    later.bean(People.class).register(officer, bad, LaterModule.TODAY.plusDays(1))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problems().stream().map(Problem::code))
                  .containsExactlyInAnyOrder("BAD_TEXT", "BAD_DATE");
              assertThat(refused.problems().toString()).doesNotContain(canary);
            });
  }

  @Test
  void aPersonalTextShowsItselfToNobody() {
    PersonalText text = new PersonalText(canary);
    assertThat("%s %s".formatted(text, Map.of("a", text))).doesNotContain(canary);
    assertThatThrownBy(() -> CanonicalJson.text(Map.of("reference", text)))
        .satisfies(refused -> assertThat(refused.toString()).doesNotContain(canary));
  }

  @Test
  void anExportHoldsEveryMarkedColumnWithAuditDecisionsAndReads() {
    UUID person = later.plant(officer, canary, LocalDate.of(2020, 1, 1));
    later.plant(officer, "OTHER" + canary, null);
    later.write(
        officer,
        () -> {
          later
              .bean(People.class)
              .placeHold(officer, person, 1, new PersonalText(canary + "-reason"));
          later
              .bean(PersonalReads.class)
              .record(
                  officer,
                  new Sight(
                      Purpose.COMPLAINT,
                      Set.of("Person.reference"),
                      Map.of(person, Set.of("Person.reference"))));
          later
              .db()
              .execute(
                  "insert into platform.decision (tenant_id, id, kind, subject_type, subject_id,"
                      + " scheme_version_id, scheme_hash, facts, facts_sha256, result, reasons,"
                      + " outcome_sha256, decided_at, decided_by_id, decided_by) values (?, ?,"
                      + " 'test.kind', 'Batch', ?, ?, 'h', ?, 'h', '{}', '[]', 'h', now(), ?, 'x')",
                  officer.tenant(),
                  UUID.randomUUID(),
                  UUID.randomUUID(),
                  UUID.randomUUID(),
                  "{\"people\":[\"" + person + "\"]}",
                  UUID.randomUUID());
          return person;
        });

    JsonNode export = export(person);

    String all = export.toString();
    for (String part :
        List.of("ref", "label", "code", "note", "tag", "detail", "goal", "step", "reason")) {
      assertThat(all).contains("\"" + canary + "-" + part + "\"");
    }
    assertThat(all).contains("1931-02-03", "123.45").doesNotContain("OTHER");
    assertThat(export.path("platform.audit").findValuesAsText("action"))
        .containsExactlyInAnyOrder("PersonRegistered", "PersonHeld");
    assertThat(export.path("platform.decision").findValuesAsText("kind"))
        .containsExactly("test.kind");
    assertThat(export.path("platform.personal_read").findValuesAsText("purpose"))
        .containsExactly("COMPLAINT");
  }

  @Test
  void anExportIsOfOneCouncil() {
    UUID person = later.plant(officer, canary, null);
    Actor stranger = later.newCouncil();
    assertThat(later.read(stranger, () -> later.bean(SubjectExport.class).of(person))).isEmpty();
  }

  @Test
  void theLogOfReadsCannotBeChanged() throws SQLException {
    try (Connection superuser = later.superuser();
        Statement statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                "select has_table_privilege('app_rw', 'platform.personal_read',"
                    + " 'update, delete, truncate')")) {
      row.next();
      assertThat(row.getBoolean(1)).isFalse();
    }
  }

  /** What could never be cleared cannot be marked, and so cannot be overlooked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select platform.personal('platform.audit', 'subject_id', array['before'])",
        "select platform.personal('later.plan', 'person_id', array['amount'])",
        "select platform.personal('later.plan', 'person_id', array['lable'])",
        "select platform.personal('later.plan', 'label')",
        "select platform.personal_through('later.goal', 'plan_id', 'platform.zone')"
      })
  void marksThatCannotHoldAreRefused(String mark) throws SQLException {
    try (Connection superuser = later.superuser();
        Statement statement = superuser.createStatement()) {
      assertThatThrownBy(() -> statement.execute(mark))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Expected");
    }
  }
}
