package council.platform.data;

import council.platform.data.TenantReads.Rows;
import council.platform.data.TenantReads.Select;
import council.platform.identity.Actor;
import java.util.function.Supplier;

/**
 * Steps into a council where there is no actor of that council: to look up who a token stands for,
 * and to create a council. For the host's own use cases; no module may need it.
 */
public interface HostTransactions {
  /** One SELECT in one round trip. */
  <T> T readAsHost(String tenant, Select select, Rows<T> rows);

  <T> T writeAsHost(String tenant, Supplier<T> work);

  /** Inside the actor's current write: does the work in another council, then comes back. */
  <T> T within(String tenant, Actor actor, Supplier<T> work);
}
