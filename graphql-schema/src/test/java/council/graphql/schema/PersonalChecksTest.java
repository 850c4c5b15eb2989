package council.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.graphql.spi.Outcome;
import council.graphql.spi.ReadType.OrderKey;
import council.platform.personal.PersonalTable;
import council.platform.personal.PersonalTable.PersonalColumn;
import council.platform.personal.PersonalText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** What the database and the SDL mark as personal is the same, or the instance does not start. */
class PersonalChecksTest {
  private static final Table<?> PLAN = DSL.table(DSL.name("care", "plan"));
  private static final Field<String> LABEL = DSL.field(DSL.name("label"), SQLDataType.CLOB);
  private static final Field<String> CODE = DSL.field(DSL.name("code"), SQLDataType.CLOB);
  private static final PersonalTable MARKED =
      new PersonalTable(
          DSL.name("care", "plan"),
          false,
          "person_id",
          null,
          List.of(new PersonalColumn("label", "text", false, false)));

  private static final String SDL =
      """
      enum PlanOrder { CODE_ASC "Personal." LABEL_ASC @personal }
      type Plan implements Node @requires(permission: "plan.read") {
        id: ID!
        code: String!
        "Personal."
        label: String! @personal
        "Personal."
        loud: String! @personal
        "Personal."
        told: String! @personal
      }
      type PlanConnection { nodes: [Plan!]! pageInfo: PageInfo! totalCount: Int! }
      extend type Query {
        plans(first: Int, after: String, orderBy: PlanOrder, "Personal." label: String @personal, "Personal." like: String @personal, code: String): PlanConnection! @requires(permission: "plan.read")
      }
      input MakeInput { idempotencyKey: String! "Personal." label: String! @personal code: String! }
      type MakePayload { plan: Plan problems: [Problem!]! }
      extend type Mutation { make(input: MakeInput!): MakePayload! @requires(permission: "plan.write") }
      """;

  record Make(PersonalText label, String code) {}

  record Careless(String label, PersonalText code) {}

  private static void declare(Contributions c) {
    read(c);
    c.mutation("make", Make.class, (actor, input) -> Outcome.value("plan", "x"));
  }

  private static void read(Contributions c) {
    c.read("Plan", PLAN)
        .column("code", CODE)
        .column("label", LABEL)
        .expression("loud", t -> DSL.upper(in(t, "label")))
        .computed("told", List.of(LABEL), (row, actor) -> row.get(LABEL))
        .filter("label", LABEL)
        .filter("like", (t, text) -> in(t, "label").like(text.toString()))
        .filter("code", CODE)
        .order("CODE_ASC", List.of(OrderKey.asc(CODE)))
        .order("LABEL_ASC", List.of(OrderKey.asc(LABEL)));
    c.rootConnection("plans", "Plan");
  }

  private static Field<String> in(Table<?> table, String column) {
    return DSL.field(Objects.requireNonNull(table.getQualifiedName()).append(column), String.class);
  }

  private record Module(Consumer<Contributions> wiring) implements GraphqlModule {
    @Override
    public String moduleId() {
      return "care";
    }

    @Override
    public List<String> sdl() {
      return List.of("care.graphqls");
    }

    @Override
    public void contribute(Contributions contributions) {
      wiring.accept(contributions);
    }
  }

  private static ComposedSchema compose(
      String sdl, List<PersonalTable> marked, Consumer<Contributions> wiring) {
    return SchemaComposer.compose(
        List.of(new Module(wiring)),
        Set.of("plan.read", "plan.write"),
        marked,
        (module, resource) -> new ByteArrayInputStream(sdl.getBytes(StandardCharsets.UTF_8)));
  }

  private static void isRefused(
      String sdl, List<PersonalTable> marked, Consumer<Contributions> wiring, String... problems) {
    assertThatThrownBy(() -> compose(sdl, marked, wiring))
        .isInstanceOfSatisfying(
            CompositionFailed.class, e -> assertThat(e.problems()).contains(problems));
  }

  @Test
  void whatIsMarkedInBothIsComposed() {
    assertThat(compose(SDL, List.of(MARKED), PersonalChecksTest::declare).schema()).isNotNull();
  }

  @Test
  void personalColumnsAreNotReadWithoutAMark() {
    isRefused(
        SDL.replace(" @personal", ""),
        List.of(MARKED),
        PersonalChecksTest::read,
        "Plan.label reads a personal column of care.plan, but is not marked @personal.",
        "Plan.loud reads a personal column of care.plan, but is not marked @personal.",
        "Plan.told reads a personal column of care.plan, but is not marked @personal.",
        "Query.plans(label:) reads a personal column of care.plan, but is not marked @personal.",
        "Query.plans(like:) reads a personal column of care.plan, but is not marked @personal.",
        "PlanOrder.LABEL_ASC reads a personal column of care.plan, but is not marked @personal.");
  }

  @Test
  void marksNeedAMarkInTheDatabase() {
    PersonalTable other =
        new PersonalTable(DSL.name("care", "plan"), false, "person_id", null, List.of());
    isRefused(
        SDL,
        List.of(other),
        PersonalChecksTest::declare,
        "Plan.label is marked @personal, but what it reads of care.plan is not marked so in the"
            + " database.",
        "Query.plans(label:) is marked @personal, but what it reads of care.plan is not marked so"
            + " in the database.",
        "PlanOrder.LABEL_ASC is marked @personal, but what it reads of care.plan is not marked so"
            + " in the database.");
  }

  @Test
  void whoIsReadCanBeNamed() {
    isRefused(
        SDL,
        List.of(),
        PersonalChecksTest::declare,
        "Plan.label is marked @personal, but is not read from a table that is marked so:"
            + " nobody could tell who was read.");
  }

  @Test
  void personalInputsAreBoundToATextThatHides() {
    isRefused(
        SDL,
        List.of(MARKED),
        c -> {
          read(c);
          c.mutation("make", Careless.class, (actor, input) -> Outcome.value("plan", "x"));
        },
        "MakeInput.label: it is marked @personal, so it must be bound to PersonalText.",
        "MakeInput.code: it is bound to PersonalText, but not marked @personal.");
  }

  @Test
  void descriptionsSaySoAndTheFirstOrderIsOpenToAll() {
    isRefused(
        SDL.replace("\"Personal.\"", "\"Text.\""),
        List.of(MARKED),
        c -> {
          c.read("Plan", PLAN).order("LABEL_ASC", List.of(OrderKey.asc(LABEL)));
          declare(c);
        },
        "Plan.label is marked @personal, but its description does not say 'Personal'.",
        "MakeInput.label is marked @personal, but its description does not say 'Personal'.",
        "PlanOrder.LABEL_ASC is personal, so it cannot be the order that Plan has unless another is"
            + " asked for.");
  }
}
