package council.app.isolation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import council.testing.Database;
import council.testing.tenancy.TenancyCatalogue.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A twin of a row in each table of one council, with a canary in every text, number and date.
 * Checks and keys hold for it as for any row, and twins refer to each other, so that the council's
 * own people come upon them wherever its rows are shown.
 */
final class Canaries {
  private final Connection connection;
  private final String council;
  private final Map<String, ObjectNode> twins = new HashMap<>();
  private final List<Canary> planted = new ArrayList<>();
  private final List<String> bare = new ArrayList<>();
  private int columns;

  private Canaries(Connection connection, String council) {
    this.connection = connection;
    this.council = council;
  }

  /** What was planted, and the columns that nothing forbids and that still got nothing. */
  record Planted(List<Canary> canaries, List<String> bare, Map<String, ObjectNode> twins) {
    /** Those that show in a text. */
    List<Canary> in(String text) {
      return canaries.stream().filter(canary -> text.contains(canary.needle())).toList();
    }
  }

  static Planted plant(Database database, String council) {
    try (Connection connection = database.connectAsSuperuser()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        // Foreign keys are kept by the twins themselves, where tables refer to each other too.
        statement.execute("set local session_replication_role = replica");
      }
      Canaries canaries = new Canaries(connection, council);
      canaries.plant(TenantTables.of(database).list());
      connection.commit();
      return new Planted(canaries.planted, canaries.bare, canaries.twins);
    } catch (SQLException e) {
      throw new IllegalStateException("Canaries cannot be planted", e);
    }
  }

  /** Referred-to tables first, as far as they do not refer to each other. */
  private void plant(List<Table> tables) throws SQLException {
    Map<String, TableShape> left = new HashMap<>();
    List<Table> order = new ArrayList<>(tables);
    for (Table table : tables) {
      left.put(table.name(), TableShape.of(connection, table));
    }
    left.remove("platform.tenant");
    order.removeIf(table -> !left.containsKey(table.name()));
    while (!order.isEmpty()) {
      Table next =
          order.stream()
              .filter(table -> isReady(table.name(), left))
              .findFirst()
              .orElseGet(order::getFirst);
      plant(next, Objects.requireNonNull(left.remove(next.name())));
      order.remove(next);
    }
  }

  private static boolean isReady(String table, Map<String, TableShape> left) {
    TableShape shape = left.get(table);
    return shape != null
        && shape.references().stream()
            .map(TableShape.Reference::table)
            .noneMatch(other -> !other.equals(table) && left.containsKey(other));
  }

  private void plant(Table table, TableShape shape) throws SQLException {
    Twin twin = Twin.of(connection, table, shape, council, columns);
    columns += shape.columns().size();
    twin.refer(twins);
    twins.put(table.name(), twin.insert());
    planted.addAll(twin.planted());
    bare.addAll(twin.bare());
  }
}
