package council.platform.identity;

import council.platform.data.HostTransactions;
import council.platform.data.TenantReads.Select;
import council.platform.identity.Permissions.Departure;
import council.platform.identity.Permissions.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a council knows about the bearer of a token: read at every request, in one round trip, so
 * that whoever is disabled is out at once, and so is every token of an issuer that is removed.
 *
 * @param principalId absent where the subject is unknown
 * @param clientId the client that must have obtained the token; absent where that is left open
 */
record KnownBearer(
    IssuerEntry issuer,
    boolean removed,
    @Nullable UUID principalId,
    @Nullable String label,
    @Nullable String clientId,
    boolean disabled,
    Set<Role> roles,
    Set<String> scopes,
    Set<UUID> providerIds,
    List<Departure> departures) {

  private static final String SQL =
      """
      select i.issuer, i.audience, i.algorithm, i.key_source, i.jwks, i.token_type,
        i.max_lifetime_seconds, i.demo, i.removed_at is not null as removed,
        p.id, p.label, p.client_id, p.disabled_at is not null as disabled,
        array(select r.role from platform.principal_role r
          where r.tenant_id = p.tenant_id and r.principal_id = p.id) as roles,
        array(select s.permission from platform.principal_scope s
          where s.tenant_id = p.tenant_id and s.principal_id = p.id) as scopes,
        array(select b.provider_id from platform.principal_provider b
          where b.tenant_id = p.tenant_id and b.principal_id = p.id) as providers,
        array(select array[d.role, d.permission, d.effect] from platform.role_permission d
          where d.tenant_id = i.tenant_id) as departures
      from platform.issuer i
      left join platform.principal p
        on p.tenant_id = i.tenant_id and p.issuer_id = i.id and p.subject = ?
      where i.issuer = ?\
      """;

  static Optional<KnownBearer> find(
      HostTransactions host, String tenant, String issuer, String subject) {
    return host.readAsHost(
        tenant,
        new Select(SQL, List.of(subject, issuer)),
        rows -> rows.next() ? Optional.of(of(rows)) : Optional.empty());
  }

  private static KnownBearer of(ResultSet row) throws SQLException {
    return new KnownBearer(
        issuer(row),
        row.getBoolean("removed"),
        row.getObject("id", UUID.class),
        row.getString("label"),
        row.getString("client_id"),
        row.getBoolean("disabled"),
        Arrays.stream((String[]) row.getArray("roles").getArray())
            .map(Role::valueOf)
            .collect(Collectors.toSet()),
        new HashSet<>(Arrays.asList((String[]) row.getArray("scopes").getArray())),
        new HashSet<>(Arrays.asList((UUID[]) row.getArray("providers").getArray())),
        departures((Object[]) row.getArray("departures").getArray()));
  }

  private static IssuerEntry issuer(ResultSet row) throws SQLException {
    return new IssuerEntry(
        row.getString("issuer"),
        row.getString("audience"),
        row.getString("algorithm"),
        KeySource.valueOf(row.getString("key_source")),
        row.getString("jwks"),
        TokenType.valueOf(row.getString("token_type")),
        row.getObject("max_lifetime_seconds", Integer.class),
        row.getBoolean("demo"));
  }

  private static List<Departure> departures(Object[] rows) {
    List<Departure> departures = new ArrayList<>();
    for (Object row : rows) {
      String[] columns = (String[]) row;
      departures.add(
          new Departure(Role.valueOf(columns[0]), columns[1], Effect.valueOf(columns[2])));
    }
    return departures;
  }
}
