package council.config;

import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.testing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A council that no other test has touched.
 *
 * @param code such as {@code council-7}
 */
public record NewCouncil(String code) {
  private static final AtomicInteger COUNT = new AtomicInteger();

  public static NewCouncil in(Database database) throws SQLException {
    NewCouncil council = new NewCouncil("council-" + COUNT.incrementAndGet());
    try (Connection superuser = database.connectAsSuperuser();
        PreparedStatement insert =
            superuser.prepareStatement(
                "insert into platform.tenant (tenant_id, id, title) values (?, gen_random_uuid(),"
                    + " ?)")) {
      insert.setString(1, council.code());
      insert.setString(2, council.code());
      insert.executeUpdate();
    }
    return council;
  }

  public Actor admin() {
    return actor(Role.TENANT_ADMIN, Set.of());
  }

  public Actor providerUser() {
    return actor(Role.PROVIDER_USER, Set.of(UUID.randomUUID()));
  }

  private Actor actor(Role role, Set<UUID> providers) {
    return new Actor(code, UUID.randomUUID(), "test", Set.of(role), Set.of(), providers);
  }

  /** A small scheme of this council. */
  public String document(String effectiveFrom, String zoneTitle) {
    return """
    council: %s
    title: Scheme
    effectiveFrom: %s
    geography:
      areas:
        N: {title: North, zones: {LAN: {title: %s}}}
    """
        .formatted(code, effectiveFrom, zoneTitle);
  }
}
