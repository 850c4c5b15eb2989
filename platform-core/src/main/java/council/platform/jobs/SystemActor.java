package council.platform.jobs;

import council.platform.identity.Actor;
import java.util.Set;
import java.util.UUID;

/** In whose name a council's own jobs act. It has no token, and nobody can log in as it. */
public final class SystemActor {
  /** Stands in audit and decisions; no principal of a council may have this label. */
  public static final String LABEL = "system";

  /** The same in every council: no principal has it, ids of principals are UUIDv7. */
  public static final UUID ID = new UUID(0, 1);

  private SystemActor() {}

  /**
   * @param permissions what it may do, and nothing else
   */
  public static Actor of(String tenant, Set<String> permissions) {
    return new Actor(tenant, ID, LABEL, Set.of(), permissions, Set.of());
  }
}
