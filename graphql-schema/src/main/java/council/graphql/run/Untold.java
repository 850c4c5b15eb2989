package council.graphql.run;

import java.sql.SQLException;

/**
 * A failure as it may be logged where the operation held personal values: what it was and where,
 * without its texts, which may quote them.
 */
final class Untold extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Untold(Throwable failure) {
    super(describe(failure), failure.getCause() == null ? null : new Untold(failure.getCause()));
    setStackTrace(failure.getStackTrace());
  }

  static Throwable of(Throwable failure) {
    return new Untold(failure);
  }

  private static String describe(Throwable failure) {
    String state = failure instanceof SQLException sql ? ", SQLSTATE " + sql.getSQLState() : "";
    return failure.getClass().getName() + state + " (text left out: the operation is personal)";
  }
}
