package council.platform.data;

import static council.platform.store.generated.Tables.OUTBOX;
import static council.platform.store.generated.Tables.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.data.TenantReads.Select;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.testing.Database;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionsTest {
  private ApplicationContext context;
  private Transactions transactions;
  private HostTransactions host;
  private TenantReads reads;
  private DSLContext sql;

  @BeforeAll
  void start() throws SQLException {
    Database database = PostgresForTests.shared().migratedDatabase();
    waitForTheDisk(database);
    context = ApplicationContext.run(database.properties(), "test");
    transactions = context.getBean(Transactions.class);
    host = context.getBean(HostTransactions.class);
    reads = context.getBean(TenantReads.class);
    sql = context.getBean(DSLContext.class);
    List.of("north", "south").forEach(this::createTenant);
  }

  /** As servers do; those of tests do not. */
  private static void waitForTheDisk(Database database) throws SQLException {
    try (Connection superuser = database.connectAsSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "do $$ begin execute format('alter database %I set synchronous_commit = on',"
              + " current_database()); end $$");
    }
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @Test
  void everyCouncilSeesItsOwnRowsOnly() {
    assertThat(transactions.read(staffOf("north"), this::tenants)).containsExactly("north");
    assertThat(transactions.read(staffOf("south"), this::tenants)).containsExactly("south");
    assertThat(transactions.read(staffOf("nowhere"), this::tenants)).isEmpty();
  }

  @Test
  void aReadIsOneSnapshotAndWritesNothing() {
    assertThat(transactions.read(staffOf("north"), () -> setting("transaction_isolation")))
        .isEqualTo("repeatable read");
    assertThat(transactions.read(staffOf("north"), () -> setting("transaction_read_only")))
        .isEqualTo("on");
    assertThatThrownBy(
            () -> transactions.read(staffOf("north"), () -> sql.deleteFrom(OUTBOX).execute()))
        .hasMessageContaining("read-only");
  }

  @Test
  void aWriteIsReadCommitted() {
    assertThat(transactions.write(staffOf("north"), () -> setting("transaction_isolation")))
        .isEqualTo("read committed");
    assertThat(transactions.write(staffOf("north"), () -> setting("transaction_read_only")))
        .isEqualTo("off");
  }

  /** What is acknowledged has reached the disk: no transaction may trade that for speed. */
  @Test
  void aWriteWaitsForTheDisk() {
    Actor actor = staffOf("north");
    assertThat(transactions.write(actor, () -> setting("synchronous_commit"))).isEqualTo("on");
    assertThat(host.writeAsHost("north", () -> setting("synchronous_commit"))).isEqualTo("on");
    List<String> within =
        transactions.write(
            actor,
            () ->
                List.of(
                    host.within("south", actor, () -> setting("synchronous_commit")),
                    setting("synchronous_commit")));
    assertThat(within).containsOnly("on");
  }

  @Test
  void whatThrowsIsRolledBack() {
    assertThatThrownBy(() ->
            transactions.write(
                staffOf("north"),
                () -> {
                  sql.update(TENANT).set(TENANT.TITLE, "Changed").execute();
                  throw new IllegalArgumentException("no");
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
    assertThat(
            transactions.read(
                staffOf("north"), () -> sql.select(TENANT.TITLE).from(TENANT).fetchOne(0)))
        .isEqualTo("north");
  }

  @Test
  void outsideATransactionThereIsNoConnection() {
    assertThatThrownBy(this::tenants).isInstanceOf(RuntimeException.class);
  }

  @Test
  void aTransactionInATransactionIsRefused() {
    assertThatThrownBy(() ->
            transactions.write(
                staffOf("north"), () -> transactions.read(staffOf("south"), this::tenants)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one operation is one transaction");
  }

  @Test
  void theHostStepsIntoAnotherCouncilAndComesBack() {
    Actor actor = staffOf("north");
    List<String> seen =
        transactions.write(
            actor,
            () -> {
              List<String> all = new ArrayList<>(host.within("south", actor, this::tenants));
              all.addAll(tenants());
              return all;
            });
    assertThat(seen).containsExactly("south", "north");
  }

  @Test
  void aReadInOneRoundTripSeesItsCouncilOnly() throws SQLException {
    Select select =
        new Select("select tenant_id from platform.tenant where title <> ?", List.of(""));
    assertThat(reads.read(staffOf("north"), select, TransactionsTest::column))
        .containsExactly("north");
    assertThat(reads.read(staffOf("south"), select, TransactionsTest::column))
        .containsExactly("south");
    assertThat(
            reads.read(
                staffOf("south"),
                List.of(
                    select,
                    new Select("select unnest(?::uuid[])::text", List.of(List.of(new UUID(1, 2)))),
                    new Select("select current_setting('transaction_isolation')", List.of())),
                TransactionsTest::column))
        .containsExactly(
            List.of("south"), List.of(new UUID(1, 2).toString()), List.of("repeatable read"));
  }

  @Test
  void aFailedReadLeavesNoTransactionBehind() throws SQLException {
    Select broken = new Select("select 1 / ?", List.of(0));
    Select good = new Select("select tenant_id from platform.tenant", List.of());
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> reads.read(staffOf("north"), broken, TransactionsTest::column))
          .isInstanceOf(SQLException.class);
      assertThat(reads.read(staffOf("south"), good, TransactionsTest::column))
          .containsExactly("south");
    }
    assertThat(transactions.read(staffOf("north"), this::tenants)).containsExactly("north");
  }

  @Test
  void aReaderThatThrowsLeavesNoTransactionBehind() throws SQLException {
    Select good = new Select("select tenant_id from platform.tenant", List.of());
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() ->
              reads.read(
                  staffOf("north"),
                  good,
                  rows -> {
                    throw new IllegalArgumentException("unreadable");
                  }))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(reads.read(staffOf("south"), good, TransactionsTest::column))
        .containsExactly("south");
  }

  private void createTenant(String code) {
    host.writeAsHost(
        code,
        () ->
            sql.insertInto(TENANT)
                .set(TENANT.TENANT_ID, code)
                .set(TENANT.ID, Ids.next())
                .set(TENANT.TITLE, code)
                .execute());
  }

  private List<String> tenants() {
    return sql.select(TENANT.TENANT_ID).from(TENANT).fetch(TENANT.TENANT_ID);
  }

  private String setting(String name) {
    return sql.fetchSingle("select current_setting(?)", name).get(0, String.class);
  }

  private static List<String> column(ResultSet rows) throws SQLException {
    List<String> values = new ArrayList<>();
    while (rows.next()) {
      values.add(rows.getString(1));
    }
    return values;
  }

  private static Actor staffOf(String tenant) {
    return new Actor(tenant, Ids.next(), "someone", Set.of(Role.COMMISSIONER), Set.of(), Set.of());
  }
}
