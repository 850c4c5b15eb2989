package council.graphql.toy;

import static council.graphql.spi.ReadType.OrderKey.asc;

import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.graphql.spi.Outcome;
import council.graphql.spi.ReadType;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Fails in every place where a module can, always with a text that nobody may be told. */
@Singleton
public final class ToyFaults implements GraphqlModule {
  private static final String CANARY = "canary of the house";
  private static final Table<?> FAULT = DSL.table(DSL.name("toy", "fault"));
  private static final Field<String> KIND = DSL.field(DSL.name("kind"), SQLDataType.CLOB.notNull());
  private static final List<String> STATES =
      List.of("22012", "P0001", "23505", "22P02", "40001", "57014", "42501", "XX000", "08006");
  private final DSLContext db;

  public ToyFaults(DSLContext db) {
    this.db = db;
  }

  /** How to fail. */
  public record MakeFault(String how) {}

  /** An answer whose parts do not fit their types; one of them throws when it is looked at. */
  public record Unfit(Object number, Object pounds, Object unwritable, String accessor) {
    Unfit() {
      this(CANARY, CANARY, new Unwritable(), CANARY);
    }

    @Override
    public String accessor() {
      throw new IllegalStateException(CANARY);
    }
  }

  /** JSON cannot be made of this. */
  public static final class Unwritable {
    public String getText() {
      throw new IllegalStateException(CANARY);
    }
  }

  @Override
  public String moduleId() {
    return "toy";
  }

  @Override
  public List<String> sdl() {
    return List.of("graphql/faults.graphqls");
  }

  @Override
  public void contribute(Contributions c) {
    ReadType faults =
        c.read("Fault", FAULT)
            .column("kind", KIND)
            .column("kindNeeded", KIND)
            .order("KIND_ASC", List.of(asc(KIND)));
    for (String state : STATES) {
      faults.expression(
          "state" + state, t -> DSL.field("toy.fail({0})", Integer.class, DSL.inline(state)));
    }
    computed(faults, "thrown", () -> fail("runtime"));
    computed(faults, "thrownChecked", () -> fail("checked"));
    computed(faults, "thrownError", () -> fail("error"));
    computed(faults, "thrownCircular", () -> fail("circular"));
    computed(faults, "thrownInternal", () -> fail("internal"));
    computed(faults, "pounds", () -> CANARY);
    computed(faults, "poundsNeeded", () -> CANARY);
    computed(faults, "number", () -> CANARY);
    faults.computed("needed", List.of(KIND), (row, actor) -> null);
    computed(faults, "unwritable", Unwritable::new);
    c.rootConnection("faults", "Fault");
    c.query("fault", (actor, arguments) -> ask(arguments.get("how", String.class)));
    c.mutation("makeFault", MakeFault.class, this::make);
  }

  private static void computed(ReadType type, String field, Callable<Object> computation) {
    type.computed(
        field, List.of(KIND), (row, actor) -> ToyFaults.<RuntimeException>sneak(computation));
  }

  /** Whatever is thrown, checked or not, as a library that is used carelessly would. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Exception> Object sneak(Callable<Object> computation) throws T {
    try {
      return computation.call();
    } catch (Exception e) {
      throw (T) e;
    }
  }

  private Object ask(String how) {
    return switch (how) {
      case "unfit" -> new Unfit();
      case "text" -> CANARY;
      case "swallowed" -> swallowed();
      default -> ToyFaults.<RuntimeException>sneak(() -> fail(how));
    };
  }

  private Object swallowed() {
    try {
      return db.fetchValue("select toy.fail('P0001')");
    } catch (DataAccessException goesOn) {
      return db.fetchValue("select 'canary'");
    }
  }

  private Outcome make(Actor actor, MakeFault input) {
    insert(actor, "TRACE");
    switch (input.how()) {
      case "late" -> insert(actor, "LATE");
      case "nothing" -> {}
      case "number" -> {
        return Outcome.value("number", CANARY);
      }
      case "unwritable" -> {
        return Outcome.value("unwritable", new Unwritable());
      }
      case "swallowed" -> swallowed();
      default -> ToyFaults.<RuntimeException>sneak(() -> fail(input.how()));
    }
    return Outcome.value("number", 1);
  }

  private void insert(Actor actor, String kind) {
    db.insertInto(FAULT)
        .columns(DSL.field("tenant_id", String.class), DSL.field("id", UUID.class), KIND)
        .values(actor.tenant(), Ids.next(), kind)
        .execute();
  }

  private Object fail(String how) throws Exception {
    switch (how) {
      case "sql" -> db.fetch("select 'canary', toy.fail('P0001')");
      case "syntax" -> db.fetch("select canary from toy.nowhere");
      case "checked" -> throw new SQLException(CANARY, "P0001");
      case "error" -> throw new AssertionError(CANARY);
      case "overflow" -> throw new StackOverflowError(CANARY);
      case "internal" -> throw new PlatformException(ErrorCode.INTERNAL, CANARY);
      case "circular" -> throw circular();
      default -> throw new IllegalStateException(CANARY, new SQLException(CANARY));
    }
    return Map.of();
  }

  private static RuntimeException circular() {
    RuntimeException one = new IllegalStateException(CANARY);
    RuntimeException other = new IllegalArgumentException(CANARY, one);
    one.initCause(other);
    return one;
  }
}
