package council.graphql.run;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged where the operation held personal values: what it was and where,
 * without its texts, which may quote them.
 */
final class Untold extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Untold(Throwable failure, int causes) {
    super(describe(failure), cause(failure, causes));
    setStackTrace(failure.getStackTrace());
  }

  static Throwable of(Throwable failure) {
    return new Untold(failure, Errors.MOST_CAUSES);
  }

  private static @Nullable Throwable cause(Throwable failure, int causes) {
    return failure.getCause() == null || causes == 0
        ? null
        : new Untold(failure.getCause(), causes - 1);
  }

  private static String describe(Throwable failure) {
    String state = failure instanceof SQLException sql ? ", SQLSTATE " + sql.getSQLState() : "";
    return failure.getClass().getName() + state + " (text left out: the operation is personal)";
  }
}
