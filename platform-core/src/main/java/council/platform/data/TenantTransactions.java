package council.platform.data;

import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Transactions in which the database itself keeps the councils apart. */
@Singleton
final class TenantTransactions implements Transactions, HostTransactions {
  /** Sent in front of the settings, so that the isolation level costs no round trip. */
  private static final String REPEATABLE_READ = "set transaction isolation level repeatable read; ";

  private static final TransactionDefinition READ = definition("read", true);
  private static final TransactionDefinition WRITE = definition("write", false);

  private final TransactionOperations<Connection> operations;
  private final TenantReads reads;

  TenantTransactions(TransactionOperations<Connection> operations, TenantReads reads) {
    this.operations = operations;
    this.reads = reads;
  }

  @Override
  public <T> T read(Actor actor, Supplier<T> work) {
    return run(READ, TenantContext.of(actor), REPEATABLE_READ, work);
  }

  @Override
  public <T> T write(Actor actor, Supplier<T> work) {
    return run(WRITE, TenantContext.of(actor), "", work);
  }

  @Override
  public <T> T readAsHost(String tenant, TenantReads.Select select, TenantReads.Rows<T> rows) {
    try {
      return reads.read(TenantContext.ofCouncil(tenant), List.of(select), rows).getFirst();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  @Override
  public <T> T writeAsHost(String tenant, Supplier<T> work) {
    return run(WRITE, TenantContext.ofCouncil(tenant), "", work);
  }

  @Override
  public <T> T within(String tenant, Actor actor, Supplier<T> work) {
    if (!hasTransaction()) {
      throw new IllegalStateException("There is no transaction in which to change the council");
    }
    apply(TenantContext.ofCouncil(tenant), operations.getConnection(), "");
    T result = work.get();
    apply(TenantContext.of(actor), operations.getConnection(), "");
    return result;
  }

  private <T> T run(
      TransactionDefinition definition, TenantContext context, String before, Supplier<T> work) {
    if (hasTransaction()) {
      throw new IllegalStateException(
          "A transaction is open already: one operation is one transaction");
    }
    return operations.execute(
        definition,
        status -> {
          try {
            return StoppableWork.using(
                status.getConnection(),
                connection -> {
                  apply(context, connection, before);
                  return work.get();
                });
          } catch (SQLException e) {
            throw unavailable(e);
          }
        });
  }

  private boolean hasTransaction() {
    return operations.findTransactionStatus().isPresent();
  }

  private static void apply(TenantContext context, Connection connection, String before) {
    try {
      context.apply(connection, before);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private static PlatformException unavailable(SQLException cause) {
    PlatformException failure =
        new PlatformException(ErrorCode.INTERNAL, "The database does not answer");
    failure.initCause(cause);
    return failure;
  }

  private static TransactionDefinition definition(String name, boolean readOnly) {
    DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
    definition.setName(name);
    definition.setReadOnly(readOnly);
    return definition;
  }
}
