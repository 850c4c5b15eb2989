package council.config;

import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.testing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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
    try (Connection superuser = database.connectAsSuperuser()) {
      insert(
          superuser,
          "insert into platform.tenant (tenant_id, id, title) values (?, gen_random_uuid(), ?)",
          List.of(council.code(), council.code()));
    }
    return council;
  }

  public Actor admin() {
    return actor(Role.TENANT_ADMIN, Set.of());
  }

  /** A principal that the database knows, with exactly these permissions. */
  public Actor adminIn(Database database, Set<String> permissions) throws SQLException {
    UUID issuer = UUID.randomUUID();
    UUID principal = UUID.randomUUID();
    String label = "test " + principal;
    try (Connection superuser = database.connectAsSuperuser()) {
      insert(
          superuser,
          "insert into platform.issuer (tenant_id, id, issuer, audience, algorithm, jwks)"
              + " values (?, ?::uuid, ?, 'council', 'ES256', '{}')",
          List.of(code, issuer.toString(), issuer.toString()));
      insert(
          superuser,
          "insert into platform.principal (tenant_id, id, issuer_id, subject, label)"
              + " values (?, ?::uuid, ?::uuid, 'test', ?)",
          List.of(code, principal.toString(), issuer.toString(), label));
    }
    return new Actor(code, principal, label, Set.of(Role.TENANT_ADMIN), permissions, Set.of());
  }

  private static void insert(Connection superuser, String sql, List<String> values)
      throws SQLException {
    try (PreparedStatement insert = superuser.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        insert.setString(i + 1, values.get(i));
      }
      insert.executeUpdate();
    }
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
    publication: {byFile: ALWAYS, backdating: ALLOWED}
    geography:
      areas:
        N: {title: North, zones: {LAN: {title: %s}}}
    """
        .formatted(code, effectiveFrom, zoneTitle);
  }
}
