package council.platform.personal;

import static council.platform.personal.LaterModule.TODAY;
import static council.platform.store.generated.Tables.AUDIT;
import static council.platform.store.generated.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.identity.Actor;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** When its time is over nothing personal is left anywhere, and everything else is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PseudonymisationTest {
  private static final LocalDate LONG_AGO = LocalDate.of(2015, 3, 31);
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

  private List<UUID> run() {
    return later.write(
        officer, () -> later.bean(Pseudonymisation.class).pseudonymiseDue(officer, 100));
  }

  private List<UUID> listDue(LocalDate on) {
    return later.read(
        officer,
        () ->
            later
                .db()
                .select(PERSON.ID)
                .from(PERSON)
                .where(Retention.isDue(PERSON, on))
                .fetch(PERSON.ID));
  }

  private void hold(UUID person) {
    later.write(
        officer,
        () -> {
          later
              .bean(People.class)
              .placeHold(officer, person, 1, new PersonalText(canary + "-reason"));
          return person;
        });
  }

  private void release(UUID person) {
    later.write(
        officer,
        () -> {
          later.bean(People.class).releaseHold(officer, person, 2);
          return person;
        });
  }

  @Test
  void leavesNoPersonalValueInAnyTableOfAnyModule() {
    UUID person = later.plant(officer, canary, LONG_AGO);
    hold(person);
    release(person);
    assertThat(later.tablesWith(canary))
        .containsExactlyInAnyOrder(
            "platform.person", "platform.person_hold", "later.plan", "later.goal", "later.step");

    assertThat(run()).containsExactly(person);

    assertThat(later.tablesWith(canary)).isEmpty();
  }

  @Test
  void keepsIdsDatesAndAmounts() {
    UUID person = later.plant(officer, canary, LONG_AGO);
    run();
    var plan = later.read(officer, () -> later.db().fetchSingle("select * from later.plan"));
    assertThat(plan.get("person_id")).isEqualTo(person);
    assertThat(plan.get("born")).isNull();
    assertThat(plan.get("amount").toString()).isEqualTo("123.45");
    assertThat(plan.get("starts").toString()).isEqualTo("2014-01-06");
    var row = later.read(officer, () -> later.db().selectFrom(PERSON).fetchSingle());
    assertThat(row.getCareEndedOn()).isEqualTo(LONG_AGO);
    assertThat(row.getReference()).startsWith("removed-");
    assertThat(row.getPseudonymisedAt()).isNotNull();
  }

  @Test
  void happensOnceAndIsAudited() {
    UUID person = later.plant(officer, canary, LONG_AGO);
    run();
    String pseudonym =
        later.read(officer, () -> later.db().selectFrom(PERSON).fetchSingle().getReference());
    assertThat(run()).isEmpty();
    assertThat(
            later.read(officer, () -> later.db().selectFrom(PERSON).fetchSingle().getReference()))
        .isEqualTo(pseudonym);
    assertThat(
            later.read(
                officer,
                () ->
                    later
                        .db()
                        .select(AUDIT.AFTER)
                        .from(AUDIT)
                        .where(AUDIT.ACTION.eq("PersonPseudonymised"))
                        .and(AUDIT.SUBJECT_ID.eq(person))
                        .fetch(AUDIT.AFTER)))
        .singleElement()
        .asString()
        .contains("\"later.plan\":1", "\"platform.person\":1");
  }

  @Test
  void leavesOthersAlone() {
    later.plant(officer, canary + "old", LONG_AGO);
    later.plant(officer, canary + "new", LocalDate.of(2020, 1, 1));
    later.plant(officer, canary + "present", null);
    Actor stranger = later.newCouncil();
    later.plant(stranger, canary + "elsewhere", LONG_AGO);

    assertThat(run()).hasSize(1);

    assertThat(later.tablesWith(canary + "old")).isEmpty();
    for (String other : List.of("new", "present", "elsewhere")) {
      assertThat(later.tablesWith(canary + other)).contains("later.plan", "later.step");
    }
  }

  @Test
  void isDueOnTheDayAfterTheYears() {
    UUID person = later.plant(officer, canary, LocalDate.of(2016, 5, 31));
    assertThat(listDue(LocalDate.of(2024, 5, 31))).isEmpty();
    assertThat(listDue(TODAY)).containsExactly(person);
    assertThat(run()).containsExactly(person);
  }

  @Test
  void aHoldPreventsItUntilItIsReleased() {
    UUID person = later.plant(officer, canary, LONG_AGO);
    hold(person);
    assertThat(listDue(TODAY)).isEmpty();
    assertThat(run()).isEmpty();
    assertThat(later.tablesWith(canary)).contains("platform.person", "platform.person_hold");

    release(person);
    assertThat(run()).containsExactly(person);
    assertThat(later.tablesWith(canary)).isEmpty();
  }

  @Test
  void theCouncilsOwnRuleDecides() {
    UUID person = later.plant(officer, canary, LONG_AGO);
    later.write(
        officer,
        () -> {
          later.bean(Retention.class).set(officer, 20, 0, "policy of 2024");
          return person;
        });
    assertThat(listDue(TODAY)).isEmpty();
    assertThat(listDue(LocalDate.of(2035, 4, 1))).containsExactly(person);
    assertThat(later.read(officer, () -> later.bean(Retention.class).get()))
        .isEqualTo(new Retention.Rule(20, false, 1));
  }

  @Test
  void yearsHaveBoundsAndChangesHaveRevisions() {
    for (int years : new int[] {0, 76, -8}) {
      assertThatThrownBy(() ->
              later.write(
                  officer,
                  () -> {
                    later.bean(Retention.class).set(officer, years, 0, null);
                    return years;
                  }))
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.problems().getFirst().value())
                      .isEqualTo(String.valueOf(years)));
    }
    assertThatThrownBy(() ->
            later.write(
                officer,
                () -> {
                  later.bean(Retention.class).set(officer, 9, 4, null);
                  return 9;
                }))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problems().getFirst().code()).isEqualTo(Revisions.STALE));
  }

  @Test
  void nothingCanBeChangedAfterwards() {
    UUID person = later.plant(officer, canary, LONG_AGO);
    run();
    assertThatThrownBy(() ->
            later.write(
                officer,
                () -> {
                  later.bean(People.class).setCareEnd(officer, person, 2, null);
                  return person;
                }))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problems().getFirst().code()).isEqualTo("PSEUDONYMISED"));
  }
}
