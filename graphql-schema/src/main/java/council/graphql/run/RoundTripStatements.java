package council.graphql.run;

import council.graphql.read.Statement;
import council.graphql.read.StatementRunner;
import council.platform.data.TenantReads;
import council.platform.data.TenantReads.Select;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole query in one round trip, in a transaction of its own. */
@Singleton
final class RoundTripStatements implements StatementRunner {
  private final TenantReads reads;

  RoundTripStatements(TenantReads reads) {
    this.reads = reads;
  }

  @Override
  public List<@Nullable String[]> run(Actor actor, List<Statement> statements) {
    List<Select> selects = statements.stream().map(s -> new Select(s.sql(), s.binds())).toList();
    try {
      return reads.read(actor, selects, RoundTripStatements::row);
    } catch (SQLException e) {
      throw new IllegalStateException("A compiled read failed", e);
    }
  }

  /** Every statement answers one row of text columns. */
  static @Nullable String[] row(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      throw new SQLException("A compiled read answered no row");
    }
    @Nullable String[] columns = new @Nullable String[rows.getMetaData().getColumnCount()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = rows.getString(i + 1);
    }
    return columns;
  }
}
