package council.platform.personal;

import council.platform.TestCouncil;
import council.platform.data.HostTransactions;
import council.platform.data.Ids;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.testing.Database;
import council.testing.PostgresForTests;
import council.testing.tenancy.CanaryScan;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The host beside a module that comes later and only marks its columns, with people in it. */
final class LaterModule implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

  private final Database database = PostgresForTests.shared().migratedDatabase();
  private final ApplicationContext context;
  private int tenants;

  LaterModule() {
    try (Connection owner = database.connectAsOwner();
        var statement = owner.createStatement();
        InputStream sql = LaterModule.class.getResourceAsStream("/personal/later.sql")) {
      statement.execute(
          new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Clock clock = Clock.fixed(Instant.parse(TODAY + "T09:00:00Z"), ZoneOffset.UTC);
    context =
        ApplicationContext.builder("test")
            .properties(database.properties())
            .singletons(clock)
            .start();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  DSLContext db() {
    return bean(DSLContext.class);
  }

  Connection superuser() throws SQLException {
    return database.connectAsSuperuser();
  }

  Set<String> tablesWith(String text) {
    try (Connection superuser = superuser()) {
      return CanaryScan.tablesWith(superuser, text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An officer of a council of their own. */
  Actor newCouncil() {
    String code = "later-" + ++tenants;
    bean(HostTransactions.class)
        .writeAsHost(
            code,
            () ->
                db().execute(
                        "insert into platform.tenant (tenant_id, id, title) values (?, ?, ?)",
                        code,
                        Ids.next(),
                        code));
    return TestCouncil.officerOf(code);
  }

  <T> T read(Actor actor, Supplier<T> work) {
    return bean(Transactions.class).read(actor, work);
  }

  <T> T write(Actor actor, Supplier<T> work) {
    return bean(Transactions.class).write(actor, work);
  }

  /** A person with a canary in every marked column of every table, registered and planted. */
  UUID plant(Actor actor, String canary, @Nullable LocalDate careEndedOn) {
    return write(
        actor,
        () -> {
          UUID person =
              bean(People.class).register(actor, new PersonalText(canary + "-ref"), careEndedOn);
          UUID plan = Ids.next();
          UUID goal = Ids.next();
          db().execute(
                  "insert into later.plan values (?, ?, ?, ?, ?, ?, '1931-02-03', array[?],"
                      + " jsonb_build_object('name', ?::text), 123.45, '2014-01-06')",
                  actor.tenant(),
                  plan,
                  person,
                  canary + "-label",
                  canary + "-code",
                  canary + "-note",
                  canary + "-tag",
                  canary + "-detail");
          db().execute(
                  "insert into later.goal values (?, ?, ?, ?, 7)",
                  actor.tenant(),
                  goal,
                  plan,
                  canary + "-goal");
          db().execute(
                  "insert into later.step values (?, ?, ?, ?)",
                  actor.tenant(),
                  Ids.next(),
                  goal,
                  canary + "-step");
          return person;
        });
  }

  @Override
  public void close() {
    context.close();
  }
}
