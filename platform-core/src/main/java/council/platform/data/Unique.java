package council.platform.data;

import council.platform.problem.Refused;
import java.util.function.Supplier;
import org.jooq.Key;
import org.jooq.exception.DataAccessException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a unique key of the database means to people. A facade looks first and tells a problem; of
 * two callers at the same instant both look before either writes, and the second finds out here.
 */
public final class Unique {
  private static final String VIOLATION = "23505";

  private Unique() {}

  /**
   * Does the writing.
   *
   * @param key told apart by its name, never by a message's text
   * @throws Refused as given, where the key is taken by now; the transaction can only roll back
   *     then, at least to a savepoint
   */
  public static <T> T orRefuse(Key<?> key, Supplier<Refused> taken, Supplier<T> write) {
    try {
      return write.get();
    } catch (DataAccessException e) {
      if (isViolated(e, key.getName())) {
        throw taken.get();
      }
      throw e;
    }
  }

  private static boolean isViolated(DataAccessException failure, String key) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException sql) {
        return VIOLATION.equals(sql.getSQLState()) && key.equals(constraintOf(sql));
      }
    }
    return false;
  }

  private static String constraintOf(PSQLException failure) {
    ServerErrorMessage told = failure.getServerErrorMessage();
    String constraint = told == null ? null : told.getConstraint();
    return constraint == null ? "" : constraint;
  }
}
