package council.platform.data;

import council.platform.identity.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The three settings that row-level security reads. They hold until the end of the transaction; a
 * transaction without them sees nothing and writes nothing.
 *
 * @param tenant code of the council
 * @param scope {@code council}, or {@code provider} for who sees only rows of its own providers
 * @param providers those providers' ids, with commas between
 */
record TenantContext(String tenant, String scope, String providers) {
  static final String SET =
      "select set_config('app.tenant', ?, true), set_config('app.scope', ?, true),"
          + " set_config('app.providers', ?, true)";

  static TenantContext of(Actor actor) {
    if (!actor.isProviderBound()) {
      return ofCouncil(actor.tenant());
    }
    return new TenantContext(
        actor.tenant(),
        "provider",
        actor.providerIds().stream().map(UUID::toString).sorted().collect(Collectors.joining(",")));
  }

  /** The host itself at work in a council, where there is no actor yet. */
  static TenantContext ofCouncil(String tenant) {
    return new TenantContext(tenant, "council", "");
  }

  /** Binds the parameters of {@link #SET}; answers the index of the next parameter. */
  int bind(PreparedStatement statement, int first) throws SQLException {
    statement.setString(first, tenant);
    statement.setString(first + 1, scope);
    statement.setString(first + 2, providers);
    return first + 3;
  }

  /** One round trip, in the transaction that the connection is in. */
  void apply(Connection connection, String before) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(before + SET)) {
      bind(statement, 1);
      statement.execute();
    }
  }
}
