package council.platform.data;

import council.platform.identity.Actor;
import java.util.function.Supplier;

/**
 * One operation, one transaction, one connection, one council. Inside, jOOQ's {@code DSLContext}
 * and Micronaut Data repositories see the council's rows and nothing else; outside, they have no
 * connection at all.
 */
public interface Transactions {
  /** READ ONLY, REPEATABLE READ: everything that is read is one consistent snapshot. */
  <T> T read(Actor actor, Supplier<T> work);

  /** READ COMMITTED; commits when the work returns, rolls back when it throws. */
  <T> T write(Actor actor, Supplier<T> work);
}
