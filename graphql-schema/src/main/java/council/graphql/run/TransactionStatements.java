package council.graphql.run;

import council.graphql.read.Statement;
import council.graphql.read.StatementRunner;
import council.platform.data.TenantReads;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Statements of an operation that has a transaction already, because it is more than reads. */
@Singleton
final class TransactionStatements implements StatementRunner {
  private final DSLContext db;

  TransactionStatements(DSLContext db) {
    this.db = db;
  }

  @Override
  public List<@Nullable String[]> run(Actor actor, List<Statement> statements) {
    return db.connectionResult(connection -> {
      List<@Nullable String[]> answers = new ArrayList<>();
      for (Statement statement : statements) {
        answers.add(run(connection, statement));
      }
      return answers;
    });
  }

  private static @Nullable String[] run(Connection connection, Statement statement)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
      for (int i = 0; i < statement.binds().size(); i++) {
        prepared.setObject(i + 1, TenantReads.asJdbc(connection, statement.binds().get(i)));
      }
      try (ResultSet rows = prepared.executeQuery()) {
        return RoundTripStatements.row(rows);
      }
    }
  }
}
