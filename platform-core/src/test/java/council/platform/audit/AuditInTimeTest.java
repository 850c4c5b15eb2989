package council.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.TestCouncil;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A change cannot be committed so late that its audit would look as if it was put in. */
class AuditInTimeTest {
  @Test
  void aTransactionThatLastsForMoreThanAnHourCannotCommitAChange() throws SQLException {
    try (TestCouncil host = new TestCouncil()) {
      SealedCouncil council = new SealedCouncil(host);
      // An hour cannot be waited for: the moment of the beginning is set back instead.
      inDatabase(
          host,
          "create or replace function platform.audit_stamp() returns trigger language plpgsql as"
              + " 'begin new.created_at := now() - interval ''61 minutes''; return new; end'");
      assertThatThrownBy(() -> council.record(1))
          .rootCause()
          .hasMessageContaining("must end within an hour");
      inDatabase(
          host,
          "create or replace function platform.audit_stamp() returns trigger language plpgsql as"
              + " 'begin new.created_at := now() - interval ''59 minutes''; return new; end'");
      council.record(1);
      assertThat(council.sealAll()).hasSize(1);
      assertThat(council.faults()).isEmpty();
    }
  }

  private static void inDatabase(TestCouncil host, String sql) throws SQLException {
    try (Connection superuser = host.database().connectAsSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
