package council.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.graphql.spi.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance whose schema does not fit together does not start, and says everything at once. */
class SchemaComposerTest {
  private static final Table<?> THING = DSL.table(DSL.name("things", "thing"));
  private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);

  private static final String SDL =
      """
      type Thing implements Node @requires(permission: "thing.read") { id: ID! name: String! }
      type ThingConnection { nodes: [Thing!]! pageInfo: PageInfo! totalCount: Int! }
      extend type Query {
        things(first: Int, after: String, name: String): ThingConnection! @requires(permission: "thing.read")
        thing(id: ID!): Thing @requires(permission: "thing.read")
      }
      input MakeInput { idempotencyKey: String! name: String! }
      type MakePayload { thing: Thing problems: [Problem!]! }
      extend type Mutation { make(input: MakeInput!): MakePayload! @requires(permission: "thing.write") }
      """;

  /** Input of the mutation. */
  record Make(String name) {}

  private static void declare(Contributions c) {
    c.read("Thing", THING).column("name", NAME).filter("name", NAME);
    c.rootConnection("things", "Thing");
    c.rootById("thing", "Thing");
    c.mutation("make", Make.class, (actor, input) -> Outcome.value("thing", "x"));
  }

  private record Module(String text, Consumer<Contributions> wiring) implements GraphqlModule {
    @Override
    public String moduleId() {
      return "things";
    }

    @Override
    public List<String> sdl() {
      return List.of("things.graphqls");
    }

    @Override
    public void contribute(Contributions contributions) {
      wiring.accept(contributions);
    }
  }

  private static ComposedSchema compose(String sdl, Consumer<Contributions> wiring) {
    return SchemaComposer.compose(
        List.of(new Module(sdl, wiring)),
        Set.of("thing.read", "thing.write"),
        List.of(),
        (module, resource) -> new ByteArrayInputStream(sdl.getBytes(StandardCharsets.UTF_8)));
  }

  private static void isRefused(String sdl, Consumer<Contributions> wiring, String... problems) {
    assertThatThrownBy(() -> compose(sdl, wiring))
        .isInstanceOfSatisfying(
            CompositionFailed.class, e -> assertThat(e.problems()).contains(problems));
  }

  @Test
  void whatFitsIsComposed() {
    ComposedSchema schema = compose(SDL, SchemaComposerTest::declare);
    assertThat(schema.schema().getObjectType("Thing").getFieldDefinition("name")).isNotNull();
    assertThat(schema.findOwner("Query", "things")).contains("things");
    assertThat(schema.findOwner("Query", "node")).isEmpty();
  }

  @Test
  void everyRootFieldNeedsAKnownPermission() {
    isRefused(
        SDL.replace(
                "things(first: Int, after: String, name: String): ThingConnection!"
                    + " @requires(permission: \"thing.read\")",
                "things(first: Int, after: String, name: String): ThingConnection!")
            .replace("thing.write", "thing.wirte")
            .replace("implements Node @requires(permission: \"thing.read\")", "implements Node"),
        SchemaComposerTest::declare,
        "Query.things has no @requires(permission: ...).",
        "Mutation.make requires the permission 'thing.wirte', which no module declares.",
        "Type Thing is a Node without @requires(permission: ...).");
  }

  @Test
  void everyRootFieldIsWiredOnce() {
    isRefused(
        SDL,
        c -> {
          c.read("Thing", THING).column("name", NAME).filter("name", NAME);
          c.rootConnection("things", "Thing");
          c.rootById("something", "Thing");
        },
        "Query.thing is not wired.",
        "Query.something is wired, but the SDL has no such field.",
        "Mutation.make is not wired.");
    isRefused(
        SDL,
        c -> {
          declare(c);
          c.rootById("thing", "Thing");
        },
        "Query.thing is wired twice.");
  }

  @Test
  void declarationsAndSdlSayTheSame() {
    isRefused(
        SDL,
        c -> {
          c.read("Thing", THING).column("nmae", NAME).filter("size", NAME).order("BIG", List.of());
          c.rootConnection("things", "Thing");
          c.rootById("thing", "Thing");
          c.mutation("make", Make.class, (actor, input) -> Outcome.value("thing", "x"));
        },
        "Thing.name is in the SDL, but not declared.",
        "Thing.nmae is declared, but not in the SDL.",
        "Thing declares the filter 'size', but no list of it in the SDL has that argument.",
        "Query.things has the argument 'name', but Thing declares no such filter.");
  }

  /** Lacks the name and has a size that the SDL does not know. */
  record WrongMake(int size) {}

  @Test
  void inputsFitTheirRecordsAndPayloadsKeepTheConventions() {
    isRefused(
        SDL.replace(
                "MakePayload { thing: Thing problems: [Problem!]! }",
                "MakePayload { thing: Thing! }")
            .replace("input MakeInput { idempotencyKey: String! ", "input MakeInput { "),
        c -> {
          c.read("Thing", THING).column("name", NAME).filter("name", NAME);
          c.rootConnection("things", "Thing");
          c.rootById("thing", "Thing");
          c.mutation("make", WrongMake.class, (actor, input) -> Outcome.value("thing", "x"));
        },
        "MakeInput must have the field 'idempotencyKey: String!'.",
        "MakeInput has no field 'size' for " + WrongMake.class.getName() + ".",
        "MakePayload must have the field 'problems: [Problem!]!'.",
        "MakePayload.thing must be nullable: it is null where there are problems.");
  }

  @Test
  void aChangeOfTheApiIsSeenAgainstTheRecordedFile(@TempDir Path folder) throws IOException {
    Path golden = folder.resolve("schema.graphql");
    Files.writeString(
        golden, SchemaGolden.print(compose(SDL, SchemaComposerTest::declare).schema()));
    assertThat(SchemaGolden.difference(compose(SDL, SchemaComposerTest::declare).schema(), golden))
        .isEmpty();
    var changed =
        compose(
            SDL.replace("name: String! }\ntype", "name: String }\ntype"),
            SchemaComposerTest::declare);
    assertThat(SchemaGolden.difference(changed.schema(), golden))
        .isPresent()
        .get()
        .asString()
        .contains("recorded:   name: String!")
        .contains("composed:   name: String");
  }
}
