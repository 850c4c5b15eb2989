package council.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.testing.Database;
import council.testing.MigrationFolder;
import council.testing.PostgresForTests;
import council.testing.tenancy.SyntheticRows;
import council.testing.tenancy.TenancyCatalogue;
import council.testing.tenancy.TenancyCatalogue.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the application can see and write of every table that the catalogue names, with rows of two
 * councils in each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final UUID MINE = new UUID(1, 1);
  private static final UUID THEIRS = new UUID(2, 2);

  private final Database database = PostgresForTests.shared().migratedDatabase();
  private final List<String> schemas =
      MigrationFolder.listAll(PostgresForTests.sourceRoot()).stream()
          .map(MigrationFolder::schema)
          .toList();
  private Connection application;

  @BeforeAll
  void giveEveryTableRowsOfTwoCouncils() throws SQLException {
    try (Connection superuser = database.connectAsSuperuser();
        Statement statement = superuser.createStatement()) {
      SyntheticRows.liftConstraints(superuser, schemas);
      for (Table table : tables().toList()) {
        statement.execute(SyntheticRows.insert(table, "north", MINE));
        statement.execute(SyntheticRows.insert(table, "south", MINE));
        if (table.has("provider_id")) {
          statement.execute(SyntheticRows.insert(table, "north", THEIRS));
        }
      }
    }
    application = database.connectAsApplication();
    application.setAutoCommit(false);
  }

  @AfterAll
  void disconnect() throws SQLException {
    application.close();
  }

  Stream<Table> tables() throws SQLException {
    try (Connection superuser = database.connectAsSuperuser()) {
      return new TenancyCatalogue(superuser, schemas).tables().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void noContextMeansNoRowsAndNoWrites(Table table) throws SQLException {
    assertSealed(table, null, null, "north");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void noContextIsLeftBehindByATransaction(Table table) throws SQLException {
    within("north", "council", "", () -> assertThat(count(table, "true")).isPositive());
    assertSealed(table, null, null, "north");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aCouncilWithoutAScopeMeansNoRowsAndNoWrites(Table table) throws SQLException {
    assertSealed(table, "north", null, "north");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aScopeWithoutACouncilMeansNoRowsAndNoWrites(Table table) throws SQLException {
    assertSealed(table, null, "council", "north");
    assertSealed(table, "", "council", "north");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aCouncilWithoutRowsSeesAndWritesNothingOfOthers(Table table) throws SQLException {
    assertSealed(table, "west", "council", "north");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aCouncilSeesAndWritesItsOwnRowsAlone(Table table) throws SQLException {
    within(
        "north",
        "council",
        "",
        () -> {
          assertThat(count(table, "true")).isPositive();
          assertThat(count(table, "tenant_id <> 'north'")).isZero();
          assertRefused(SyntheticRows.insert(table, "south", MINE));
        });
    within("west", "council", "", () -> execute(SyntheticRows.insert(table, "west", MINE)));
    if (mayChange(table)) {
      within(
          "north",
          "council",
          "",
          () -> {
            assertThat(execute("update " + table + " set tenant_id = tenant_id")).isPositive();
            assertThat(execute("delete from " + table + " where tenant_id = 'south'")).isZero();
            assertRefused("update " + table + " set tenant_id = 'south'");
          });
    }
    assertThat(rowsOf(table, "south")).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whatIsNotChangedIsNotDeletedEither(Table table) throws SQLException {
    if (!mayChange(table)) {
      within("north", "council", "", () -> assertRefused("delete from " + table));
      within(
          "north",
          "council",
          "",
          () -> assertRefused("update " + table + " set tenant_id = 'north'"));
    }
    within("north", "council", "", () -> assertRefused("truncate " + table));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aProviderSeesAndWritesNothingOfAnotherProvider(Table table) throws SQLException {
    if (!table.has("provider_id")) {
      return;
    }
    within(
        "north",
        "provider",
        MINE.toString(),
        () -> {
          assertThat(count(table, "provider_id <> '" + MINE + "'")).isZero();
          assertRefused(SyntheticRows.insert(table, "north", THEIRS));
        });
    within("north", "provider", "", () -> assertThat(count(table, "true")).isZero());
    within("south", "provider", THEIRS.toString(), () -> assertThat(count(table, "true")).isZero());
  }

  private void assertSealed(
      Table table, @Nullable String tenant, @Nullable String scope, String victim)
      throws SQLException {
    within(tenant, scope, "", () -> assertThat(count(table, "true")).isZero());
    within(tenant, scope, "", () -> assertRefused(SyntheticRows.insert(table, victim, MINE)));
    if (mayChange(table)) {
      within(
          tenant,
          scope,
          "",
          () -> {
            assertThat(execute("update " + table + " set tenant_id = tenant_id")).isZero();
            assertThat(execute("delete from " + table)).isZero();
          });
    }
    assertThat(rowsOf(table, victim)).isEqualTo(table.has("provider_id") ? 2 : 1);
  }

  private interface Work {
    void run() throws SQLException;
  }

  /** One transaction of the application, rolled back at the end. */
  private void within(@Nullable String tenant, @Nullable String scope, String providers, Work work)
      throws SQLException {
    try {
      set("app.tenant", tenant);
      set("app.scope", scope);
      set("app.providers", providers);
      work.run();
    } finally {
      application.rollback();
    }
  }

  private void set(String name, @Nullable String value) throws SQLException {
    if (value != null) {
      execute("set local " + name + " = '" + value + "'");
    }
  }

  private long count(Table table, String where) throws SQLException {
    try (Statement statement = application.createStatement();
        ResultSet rows =
            statement.executeQuery("select count(*) from " + table + " where " + where)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private long rowsOf(Table table, String tenant) throws SQLException {
    try (Connection superuser = database.connectAsSuperuser();
        Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from " + table + " where tenant_id = '" + tenant + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private int execute(String sql) throws SQLException {
    try (Statement statement = application.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** Refused for want of rights, by row-level security or by the grants, and for nothing else. */
  private void assertRefused(String sql) throws SQLException {
    var before = application.setSavepoint();
    assertThatThrownBy(() -> execute(sql))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    application.rollback(before);
  }

  private boolean mayChange(Table table) throws SQLException {
    try (Statement statement = application.createStatement();
        ResultSet rows =
            statement.executeQuery("select has_table_privilege('" + table + "', 'update')")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}
