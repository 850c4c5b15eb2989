package council.platform.data;

import council.platform.identity.Actor;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads that take one round trip: begin, the council's settings, the statements and commit travel
 * together as one prepared statement. They are one snapshot, like {@link Transactions#read}.
 */
@Singleton
public final class TenantReads {
  private static final Logger LOG = LoggerFactory.getLogger(TenantReads.class);
  private static final String BEGIN = "begin read only isolation level repeatable read; ";
  private static final String COMMIT = "; commit";

  private final DataSource pool;

  TenantReads(DataSource dataSource, DataSourceResolver resolver) {
    this.pool = resolver.resolve(dataSource);
  }

  /**
   * One SELECT.
   *
   * @param sql stable text with a {@code ?} for each bind and no semicolon: the text is the key of
   *     the prepared statement
   * @param binds values as JDBC takes them; also Instant, and arrays and collections of String,
   *     UUID or Integer
   */
  public record Select(String sql, List<? extends @Nullable Object> binds) {
    public Select {
      if (sql.indexOf(';') >= 0) {
        throw new IllegalArgumentException("Expected one statement without a semicolon: " + sql);
      }
      binds = java.util.Collections.unmodifiableList(new ArrayList<>(binds));
    }
  }

  /** Reads the rows of one SELECT; the result set is positioned before the first. */
  @FunctionalInterface
  public interface Rows<T> {
    T read(ResultSet rows) throws SQLException;
  }

  public <T> T read(Actor actor, Select select, Rows<T> rows) throws SQLException {
    return read(TenantContext.of(actor), List.of(select), rows).getFirst();
  }

  /**
   * Several SELECTs in the same round trip and the same snapshot; one result for each, in order.
   */
  public <T> List<T> read(Actor actor, List<Select> selects, Rows<T> rows) throws SQLException {
    return selects.isEmpty() ? List.of() : read(TenantContext.of(actor), selects, rows);
  }

  /** The host itself reads in a council for which there is no actor yet. */
  <T> List<T> read(TenantContext context, List<Select> selects, Rows<T> rows) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      try {
        return StoppableWork.using(connection, used -> read(used, context, selects, rows));
      } catch (SQLException | RuntimeException e) {
        rollBack(connection);
        throw e;
      }
    }
  }

  private static <T> List<T> read(
      Connection connection, TenantContext context, List<Select> selects, Rows<T> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text(selects))) {
      bind(statement, context, selects);
      return results(statement, rows);
    }
  }

  private static String text(List<Select> selects) {
    StringBuilder text = new StringBuilder(BEGIN).append(TenantContext.SET);
    selects.forEach(select -> text.append("; ").append(select.sql()));
    return text.append(COMMIT).toString();
  }

  private static void bind(PreparedStatement statement, TenantContext context, List<Select> selects)
      throws SQLException {
    int next = context.bind(statement, 1);
    for (Select select : selects) {
      for (Object value : select.binds()) {
        statement.setObject(next++, asJdbc(statement.getConnection(), value));
      }
    }
  }

  /** A bind as the driver takes it; see {@link Select}. */
  public static @Nullable Object asJdbc(Connection connection, @Nullable Object value)
      throws SQLException {
    return switch (value) {
      case null -> null;
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case Collection<?> values -> array(connection, values.toArray());
      case Object[] values -> array(connection, values);
      default -> value;
    };
  }

  private static Object array(Connection connection, Object[] values) throws SQLException {
    String type =
        switch (values.length == 0 ? "" : values[0]) {
          case UUID ignored -> "uuid";
          case Integer ignored -> "int4";
          default -> "text";
        };
    return connection.createArrayOf(type, values);
  }

  /** The answers to begin and commit are counts; the first rows are those of the settings. */
  private static <T> List<T> results(PreparedStatement statement, Rows<T> rows)
      throws SQLException {
    List<T> results = new ArrayList<>();
    boolean settings = true;
    boolean isRows = statement.execute();
    while (isRows || statement.getUpdateCount() >= 0) {
      if (isRows && settings) {
        settings = false;
      } else if (isRows) {
        try (ResultSet found = statement.getResultSet()) {
          results.add(rows.read(found));
        }
      }
      isRows = statement.getMoreResults();
    }
    return results;
  }

  /** The pool must not get back a connection that is still in the failed transaction. */
  private static void rollBack(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.execute("rollback");
    } catch (SQLException e) {
      LOG.warn("A connection that could not be rolled back is thrown away", e);
      abort(connection);
    }
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.warn("A connection could not be aborted", e);
    }
  }
}
