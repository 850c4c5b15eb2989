package council.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import council.testing.Database;
import council.testing.MigrationFolder;
import council.testing.PostgresForTests;
import council.testing.tenancy.TenancyCatalogue;
import council.testing.tenancy.TenancyRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules hold for every table of every module, and each of them can be broken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyRulesTest {
  private static final String GOOD =
      "create table broken.thing (tenant_id text collate \"C\" not null, id uuid not null,"
          + " provider_id uuid, code text, primary key (tenant_id, id));"
          + " create table broken.target (tenant_id text collate \"C\" not null, id uuid not null,"
          + " primary key (tenant_id, id), unique (tenant_id, id));"
          + " select platform.protect('broken.thing', 'OWN');"
          + " select platform.protect_append_only('broken.target');";

  private final List<String> schemas =
      MigrationFolder.listAll(PostgresForTests.sourceRoot()).stream()
          .map(MigrationFolder::schema)
          .toList();
  private Database database;
  private Connection superuser;

  @BeforeAll
  void connect() throws SQLException {
    database = PostgresForTests.shared().migratedDatabase();
    superuser = database.connectAsSuperuser();
  }

  @AfterAll
  void disconnect() throws SQLException {
    superuser.close();
  }

  @ParameterizedTest
  @EnumSource
  void holdsForEveryTableOfEveryModule(TenancyRule rule) throws SQLException {
    assertThat(new TenancyCatalogue(superuser, schemas).offenders(rule)).isEmpty();
  }

  @Test
  void thereAreTablesToHoldItFor() throws SQLException {
    assertThat(schemas).contains("platform");
    for (String schema : schemas) {
      assertThat(new TenancyCatalogue(superuser, List.of(schema)).tables()).isNotEmpty();
    }
  }

  @Test
  void whatMustNeverChangeCannotBeChanged() throws SQLException {
    try (Statement statement = superuser.createStatement();
        var rows =
            statement.executeQuery(
                "select has_table_privilege('app_rw', one, 'update, delete, truncate')"
                    + " from unnest(array['platform.audit', 'platform.decision']) one")) {
      while (rows.next()) {
        assertThat(rows.getBoolean(1)).isFalse();
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> canBeBroken() {
    return Stream.of(
        breaks(
            TenancyRule.ROW_SECURITY_IS_ON_AND_FORCED,
            "alter table broken.thing no force row level security"),
        breaks(
            TenancyRule.ROW_SECURITY_IS_ON_AND_FORCED,
            "alter table broken.thing disable row level security"),
        breaks(
            TenancyRule.ROW_SECURITY_IS_ON_AND_FORCED,
            "create table broken.forgotten (tenant_id text)"),
        breaks(
            TenancyRule.TENANT_POLICY_IS_RESTRICTIVE_FOR_ALL, "drop policy tenant on broken.thing"),
        breaks(
            TenancyRule.TENANT_POLICY_IS_RESTRICTIVE_FOR_ALL,
            "drop policy tenant on broken.thing; create policy tenant on broken.thing as"
                + " restrictive using (tenant_id = current_setting('app.tenant', true))"),
        breaks(
            TenancyRule.TENANT_POLICY_IS_RESTRICTIVE_FOR_ALL,
            "drop policy tenant on broken.thing; create policy tenant on broken.thing as"
                + " restrictive for select using (tenant_id = nullif(current_setting('app.tenant',"
                + " true), ''))"),
        breaks(
            TenancyRule.TENANT_POLICY_IS_RESTRICTIVE_FOR_ALL,
            "alter policy tenant on broken.thing to app_rw"),
        breaks(
            TenancyRule.ONLY_THE_APPLICATION_IS_LET_IN,
            "create policy more on broken.thing using (true)"),
        breaks(
            TenancyRule.ONLY_THE_APPLICATION_IS_LET_IN,
            "alter policy application on broken.thing to public"),
        breaks(
            TenancyRule.SCOPE_IS_CHECKED_FOR_EVERY_COMMAND, "drop policy provider on broken.thing"),
        breaks(
            TenancyRule.SCOPE_IS_CHECKED_FOR_EVERY_COMMAND,
            "drop policy provider on broken.target; select"
                + " platform.protect_from_providers('broken.target', 'ALL', ''); drop policy"
                + " provider_delete on broken.target"),
        breaks(
            TenancyRule.PROVIDERS_SEE_THEIR_OWN_ROWS_ONLY,
            "drop policy provider on broken.thing; select"
                + " platform.protect_from_providers('broken.thing', 'ALL', '')"),
        breaks(
            TenancyRule.PROVIDERS_SEE_THEIR_OWN_ROWS_ONLY,
            "drop policy provider on broken.thing; select"
                + " platform.protect_from_providers('broken.thing', 'BOOKKEEPING', '')"),
        breaks(TenancyRule.TENANT_IS_PLAIN_TEXT, "create table broken.blind (id uuid primary key)"),
        breaks(
            TenancyRule.TENANT_IS_PLAIN_TEXT,
            "create table broken.blind (tenant_id text not null, primary key (tenant_id))"),
        breaks(
            TenancyRule.TENANT_LEADS_THE_PRIMARY_KEY,
            "alter table broken.thing drop constraint thing_pkey, add primary key (id, tenant_id)"),
        breaks(
            TenancyRule.TENANT_LEADS_THE_PRIMARY_KEY,
            "alter table broken.thing drop constraint thing_pkey"),
        breaks(
            TenancyRule.TENANT_LEADS_UNIQUE_AND_EXCLUSION,
            "alter table broken.thing add unique (code)"),
        breaks(
            TenancyRule.TENANT_LEADS_UNIQUE_AND_EXCLUSION,
            "create unique index on broken.thing (lower(code), tenant_id)"),
        breaks(
            TenancyRule.TENANT_LEADS_UNIQUE_AND_EXCLUSION,
            "alter table broken.thing add exclude using gist (code with =, tenant_id with =)"),
        breaks(
            TenancyRule.TENANT_LEADS_FOREIGN_KEYS,
            "alter table broken.target add unique (id); alter table broken.thing"
                + " add foreign key (provider_id) references broken.target (id)"),
        breaks(
            TenancyRule.TENANT_LEADS_FOREIGN_KEYS,
            "alter table broken.target add code text, add unique (code, id); alter table"
                + " broken.thing add foreign key (tenant_id, id) references broken.target (code,"
                + " id)"),
        breaks(
            TenancyRule.APPLICATION_READS_AND_WRITES_ROWS_ONLY,
            "grant truncate on broken.thing to app_rw"),
        breaks(
            TenancyRule.APPLICATION_READS_AND_WRITES_ROWS_ONLY,
            "grant delete on broken.target to app_rw"),
        breaks(
            TenancyRule.APPLICATION_READS_AND_WRITES_ROWS_ONLY,
            "revoke all on broken.thing from app_rw"),
        breaks(TenancyRule.NOBODY_ELSE_HAS_RIGHTS, "grant select on broken.thing to public"),
        breaks(TenancyRule.NOBODY_ELSE_HAS_RIGHTS, "grant select (code) on broken.thing to public"),
        breaks(TenancyRule.APPLICATION_ROLE_IS_WEAK, "alter role app_rw bypassrls"),
        breaks(TenancyRule.APPLICATION_ROLE_IS_WEAK, "alter role app_rw superuser"),
        breaks(TenancyRule.APPLICATION_ROLE_IS_WEAK, "alter role app_rw createrole"),
        breaks(TenancyRule.APPLICATION_ROLE_IS_WEAK, "grant pg_read_all_data to app_rw"),
        breaks(TenancyRule.APPLICATION_ROLE_IS_WEAK, "alter table broken.thing owner to app_rw"),
        breaks(TenancyRule.APPLICATION_ROLE_IS_WEAK, "grant create on schema broken to app_rw"),
        breaks(
            TenancyRule.APPLICATION_ROLE_IS_WEAK,
            "do $$ begin execute format('grant temporary on database %I to app_rw',"
                + " current_database()); end $$"),
        breaks(
            TenancyRule.VIEWS_ASK_AS_THE_CALLER,
            "create view broken.seen as select * from broken.thing"),
        breaks(
            TenancyRule.VIEWS_ASK_AS_THE_CALLER,
            "create materialized view broken.seen as select * from broken.thing"),
        breaks(
            TenancyRule.ROWS_ABOUT_PEOPLE_ARE_MARKED,
            "alter table broken.thing add column person_id uuid"),
        breaks(
            TenancyRule.ROWS_ABOUT_PEOPLE_ARE_MARKED,
            "alter table broken.thing add column who uuid, add foreign key (tenant_id, who)"
                + " references platform.person (tenant_id, id)"),
        breaks(
            TenancyRule.PERSONAL_VALUES_CAN_BE_CLEARED,
            "select platform.personal('broken.thing', 'id', array['code']);"
                + " alter table broken.thing drop column code"),
        breaks(
            TenancyRule.PERSONAL_VALUES_CAN_BE_CLEARED,
            "select platform.personal('broken.thing', 'id', array['code']);"
                + " revoke update on broken.thing from app_rw"),
        breaks(
            TenancyRule.VIEWS_OVER_PERSONAL_COLUMNS_ARE_MARKED,
            "create view broken.seen with (security_invoker = true) as"
                + " select tenant_id, id, upper(reference) as shown from platform.person"),
        breaks(
            TenancyRule.FUNCTIONS_RUN_AS_THE_CALLER,
            "create function broken.peek() returns bigint language sql security definer"
                + " as 'select count(*) from broken.thing'"));
  }

  /** Everything happens in a transaction that is rolled back: roles belong to the whole server. */
  private DynamicTest breaks(TenancyRule rule, String sql) {
    return DynamicTest.dynamicTest(
        rule + ": " + sql,
        () -> {
          try (Connection connection = database.connectAsSuperuser();
              Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create schema broken; " + GOOD);
            TenancyCatalogue catalogue = new TenancyCatalogue(connection, List.of("broken"));
            assertThat(catalogue.offenders(rule)).isEmpty();
            statement.execute("set local search_path = broken, platform; " + sql);
            statement.execute("reset search_path");
            assertThat(catalogue.offenders(rule)).isNotEmpty();
            connection.rollback();
          }
        });
  }
}
