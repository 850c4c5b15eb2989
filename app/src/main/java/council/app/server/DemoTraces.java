package council.app.server;

import council.platform.identity.DemoIssuer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether a council of a database accepts tokens that a demo signs: its issuer is marked as one, or
 * it has one of the keys of the demo on this machine under another name.
 */
public final class DemoTraces {
  private static final String ISSUERS =
      "select issuer, demo, coalesce(jwks, '') from platform.issuer order by issuer";
  private final Set<String> demoKeys;

  /**
   * @param demoFolder folder of the demo's data on this machine; need not be there
   */
  public DemoTraces(Path demoFolder) {
    this.demoKeys = DemoIssuer.thumbprints(demoFolder);
  }

  List<String> findFaults(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    List<String> faults = new ArrayList<>();
    enter(connection, "platform");
    List<String> councils = new ArrayList<>(List.of("platform"));
    councils.addAll(hosted(connection));
    for (String council : councils) {
      enter(connection, council);
      issuers(connection, council, faults);
    }
    connection.rollback();
    return faults;
  }

  private void issuers(Connection connection, String council, List<String> faults)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ISSUERS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        if (row.getBoolean(2) || DemoIssuer.isNamedLikeOne(row.getString(1))) {
          faults.add(
              "%s accepts tokens of the demo issuer %s: this is a demo's database. Serve another, or start anew."
                  .formatted(council, row.getString(1)));
        } else if (DemoIssuer.holdsOneOf(demoKeys, row.getString(3))) {
          faults.add(
              "%s accepts tokens of %s under a key of the demo on this machine. Have the issuer make a key of its own, and replace it."
                  .formatted(council, row.getString(1)));
        }
      }
    }
  }

  private static void enter(Connection connection, String council) throws SQLException {
    try (PreparedStatement context =
        connection.prepareStatement(
            "select set_config('app.tenant', ?, true), set_config('app.scope', 'council', true)")) {
      context.setString(1, council);
      context.executeQuery().close();
    }
  }

  private static List<String> hosted(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement("select code from platform.hosted_tenant order by code");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
