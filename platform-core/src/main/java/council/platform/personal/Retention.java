package council.platform.personal;

import static council.platform.store.generated.Tables.PERSON;
import static council.platform.store.generated.Tables.PERSON_HOLD;
import static council.platform.store.generated.Tables.RETENTION_RULE;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * For how long the values of a person are kept: so many years after the last day of care. Records
 * of adult social care are commonly kept for 8 years after the last contact, which is the default.
 */
@Singleton
public final class Retention {
  public static final int DEFAULT_YEARS = 8;
  public static final int FEWEST_YEARS = 1;
  public static final int MOST_YEARS = 75;

  private final DSLContext db;
  private final Audit audit;

  Retention(DSLContext db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  /**
   * The rule of the current council.
   *
   * @param yearsAfterCare whole years after the last day of care
   * @param isDefault whether the council has set none of its own
   * @param revision to be handed back with a change; 0 while there is no rule of its own
   */
  public record Rule(int yearsAfterCare, boolean isDefault, int revision) {}

  public Rule get() {
    return find().orElse(new Rule(DEFAULT_YEARS, true, 0));
  }

  private Optional<Rule> find() {
    return db.select(RETENTION_RULE.YEARS_AFTER_CARE, RETENTION_RULE.REVISION)
        .from(RETENTION_RULE)
        .fetchOptional(row -> new Rule(row.value1(), false, row.value2()));
  }

  /**
   * @param revision the revision that the caller saw
   * @param why the reason, which stands in the audit
   */
  public void set(Actor actor, int years, int revision, @Nullable String why) {
    if (years < FEWEST_YEARS || years > MOST_YEARS) {
      String expected = "%d to %d years".formatted(FEWEST_YEARS, MOST_YEARS);
      throw new Refused(
          List.of(
              new Problem(
                  "OUT_OF_BOUNDS",
                  "input.yearsAfterCare",
                  "Personal data are kept for " + expected + ".",
                  String.valueOf(years),
                  expected)));
    }
    Rule before = change(actor, years, revision);
    audit.record(
        actor,
        new Change(
            "RetentionRule",
            db.select(RETENTION_RULE.ID).from(RETENTION_RULE).fetchSingle(RETENTION_RULE.ID),
            "RetentionRuleChanged",
            Map.of("yearsAfterCare", before.yearsAfterCare()),
            Map.of("yearsAfterCare", years),
            why,
            null));
  }

  /** Answers the rule before, which nobody else changes until the end of the transaction. */
  private Rule change(Actor actor, int years, int revision) {
    db.select(RETENTION_RULE.ID).from(RETENTION_RULE).forUpdate().execute();
    Rule before = get();
    Revisions.check(revision, before.revision());
    if (!before.isDefault()) {
      update(years);
    } else if (insert(actor, years) == 0) {
      Revisions.check(revision, get().revision());
    }
    return before;
  }

  private int insert(Actor actor, int years) {
    return db.insertInto(RETENTION_RULE)
        .set(RETENTION_RULE.TENANT_ID, actor.tenant())
        .set(RETENTION_RULE.ID, Ids.next())
        .set(RETENTION_RULE.YEARS_AFTER_CARE, years)
        .onConflictDoNothing()
        .execute();
  }

  private void update(int years) {
    db.update(RETENTION_RULE)
        .set(RETENTION_RULE.YEARS_AFTER_CARE, years)
        .set(RETENTION_RULE.REVISION, RETENTION_RULE.REVISION.plus(1))
        .execute();
  }

  /** First day on which the values of a person may go; absent while care goes on. */
  public static Field<LocalDate> dueOn(Table<?> person) {
    Field<Integer> years =
        DSL.coalesce(
            DSL.field(
                DSL.select(RETENTION_RULE.YEARS_AFTER_CARE)
                    .from(RETENTION_RULE)
                    .where(RETENTION_RULE.TENANT_ID.eq(of(person, PERSON.TENANT_ID)))),
            DSL.inline(DEFAULT_YEARS));
    return DSL.field(
        "({0} + make_interval(years => {1}, days => 1))::date",
        LocalDate.class, of(person, PERSON.CARE_ENDED_ON), years);
  }

  public static Field<Boolean> isHeld(Table<?> person) {
    return DSL.field(
        DSL.exists(
            DSL.selectOne()
                .from(PERSON_HOLD)
                .where(PERSON_HOLD.TENANT_ID.eq(of(person, PERSON.TENANT_ID)))
                .and(PERSON_HOLD.PERSON_ID.eq(of(person, PERSON.ID)))
                .and(PERSON_HOLD.RELEASED_AT.isNull())));
  }

  /** People whose values are to go on that day: their time is over and nothing holds them. */
  public static Condition isDue(Table<?> person, LocalDate on) {
    return of(person, PERSON.PSEUDONYMISED_AT)
        .isNull()
        .and(of(person, PERSON.CARE_ENDED_ON).isNotNull())
        .and(dueOn(person).le(on))
        .and(DSL.not(DSL.condition(isHeld(person))));
  }

  private static <T> Field<T> of(Table<?> table, Field<T> column) {
    return java.util.Objects.requireNonNull(table.field(column));
  }
}
