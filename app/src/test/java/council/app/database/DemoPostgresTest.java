package council.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's PostgreSQL keeps what it was given, and lets nobody in without a password. */
final class DemoPostgresTest {
  @TempDir Path folder;

  @Test
  void keepsItsDataIsDurableAndAsksForPasswords() throws SQLException {
    InstanceFolder instance = new InstanceFolder(folder.resolve("with a space"));
    instance.create();
    try (DemoPostgres postgres = DemoPostgres.start(instance)) {
      assertThat(setting(postgres, "fsync")).isEqualTo("on");
      assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
      assertThatThrownBy(() -> connect(postgres, "wrong").close())
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
      execute(postgres, "create table kept (line text)");
      execute(postgres, "insert into kept values ('still here')");
    }
    assertThat(new Postmaster(instance.resolve("postgres")).find()).isEmpty();
    try (DemoPostgres again = DemoPostgres.start(instance)) {
      assertThat(ask(again, "select line from kept")).isEqualTo("still here");
    }
  }

  @Test
  void stopsAServerThatWasLeftOver() throws SQLException {
    InstanceFolder instance = new InstanceFolder(folder);
    DemoPostgres leftOver = DemoPostgres.start(instance);
    execute(leftOver, "create table kept (line text)");
    Postmaster postmaster = new Postmaster(instance.resolve("postgres"));
    assertThat(postmaster.find()).isPresent();

    assertThat(postmaster.stopIfRunning()).isTrue();

    assertThat(postmaster.find()).isEmpty();
    leftOver.close();
    try (DemoPostgres again = DemoPostgres.start(instance)) {
      assertThat(ask(again, "select count(*)::text from kept")).isEqualTo("0");
    }
  }

  @Test
  void doesNotTakeAnotherProgramForALeftOverServer() throws Exception {
    Files.writeString(folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

    assertThat(new Postmaster(folder).find()).isEmpty();
  }

  @Test
  void beginsAnewWhereTheFirstStartWasInterrupted() throws Exception {
    InstanceFolder instance = new InstanceFolder(folder);
    Files.createDirectories(instance.resolve("postgres"));
    Files.writeString(instance.resolve("postgres").resolve("PG_VERSION"), "18\n");
    Files.writeString(instance.resolve("postgres").resolve("postgresql.conf"), "");

    try (DemoPostgres postgres = DemoPostgres.start(instance)) {
      assertThat(ask(postgres, "select 'runs'")).isEqualTo("runs");
    }
  }

  @Test
  void keepsSecretsFromEverybodyElse() throws Exception {
    InstanceFolder instance = new InstanceFolder(folder.resolve("new"));
    String password = instance.password("one");

    assertThat(password).hasSize(64).isEqualTo(instance.password("one"));
    assertThat(instance.password("two")).isNotEqualTo(password);
    Path file = instance.resolve("secrets").resolve("one");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void wipesNothingThatItDoesNotHold() throws Exception {
    InstanceFolder instance = new InstanceFolder(folder);
    instance.password("one");
    InstanceFolder.Hold hold = instance.takeHold().orElseThrow();
    instance.wipe(hold);
    assertThat(instance.resolve("secrets")).doesNotExist();
    hold.close();

    assertThatThrownBy(() -> instance.wipe(hold)).isInstanceOf(IllegalStateException.class);
  }

  private static Connection connect(DemoPostgres postgres, String password) throws SQLException {
    return DriverManager.getConnection(postgres.url("postgres"), DemoPostgres.SUPERUSER, password);
  }

  private static String setting(DemoPostgres postgres, String name) throws SQLException {
    return ask(postgres, "select current_setting('" + name + "')");
  }

  private static String ask(DemoPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres, postgres.superuserPassword());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(DemoPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres, postgres.superuserPassword());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
