package council.app.isolation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import council.testing.tenancy.TenancyCatalogue.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** One row with canaries in the making: what a constraint refuses gives way to what it allows. */
final class Twin {
  private static final Set<String> WITHOUT_WORDS = Set.of("uuid", "uuid[]", "boolean", "bytea");
  private final Connection connection;
  private final Table table;
  private final TableShape shape;
  private final ObjectNode row;
  private final Map<String, List<Canary>> candidates = new LinkedHashMap<>();
  private final Set<String> settled = new HashSet<>();

  private Twin(Connection connection, Table table, TableShape shape, ObjectNode row) {
    this.connection = connection;
    this.table = table;
    this.shape = shape;
    this.row = row;
  }

  /**
   * Like the council's fullest row; where it has none, like one made up from the types.
   *
   * @param before how many columns there were in the tables before
   */
  static Twin of(Connection connection, Table table, TableShape shape, String council, int before)
      throws SQLException {
    List<ObjectNode> fullest =
        rows(
            connection,
            "select to_jsonb(t) from %s t where tenant_id = ? order by length(jsonb_strip_nulls(to_jsonb(t))::text) desc limit 1"
                .formatted(table),
            council);
    ObjectNode row = fullest.isEmpty() ? madeUp(shape, council) : fullest.getFirst();
    Twin twin = new Twin(connection, table, shape, row);
    int number = before;
    for (Map.Entry<String, TableShape.Column> column : shape.columns().entrySet()) {
      twin.prepare(column.getKey(), column.getValue(), ++number);
    }
    return twin;
  }

  private void prepare(String name, TableShape.Column column, int number) {
    String qualified = table.name() + "." + name;
    List<Canary> of = new ArrayList<>();
    if (!name.equals("tenant_id") && !shape.refersBy(name)) {
      of.addAll(Canary.candidates(qualified, column.type(), number, row.path(name)));
    }
    of.add(Canary.none(qualified, row.path(name)));
    if (shape.refersBy(name) && column.isText() && row.path(name).isNull()) {
      // The first of a chain refers to nothing; its twin may have to be a later one.
      of.addAll(Canary.candidates(qualified, column.type(), number, row.path(name)));
    }
    candidates.put(name, of);
    if (column.isUuid() && column.ofKey()) {
      row.put(name, UUID.randomUUID().toString());
    }
  }

  /** Where the row refers to another, it refers to that one's twin. */
  void refer(Map<String, ObjectNode> twins) {
    for (TableShape.Reference reference : shape.references()) {
      ObjectNode twin = twins.get(reference.table());
      if (twin != null && reference.from().stream().noneMatch(c -> row.path(c).isNull())) {
        for (int i = 0; i < reference.from().size(); i++) {
          row.set(reference.from().get(i), twin.path(reference.to().get(i)));
        }
      }
    }
  }

  /** The row as it stands in the database. */
  ObjectNode insert() throws SQLException {
    String names =
        String.join(", ", shape.columns().keySet().stream().map(c -> '"' + c + '"').toList());
    String sql =
        "insert into %s as t (%s) select %s from jsonb_populate_record(null::%s, ?::jsonb) returning to_jsonb(t)"
            .formatted(table, names, names, table);
    while (true) {
      candidates.forEach(this::fill);
      Savepoint before = connection.setSavepoint();
      try {
        return rows(connection, sql, row.toString()).getFirst();
      } catch (PSQLException refused) {
        connection.rollback(before);
        giveWay(refused);
      }
    }
  }

  private void fill(String column, List<Canary> of) {
    boolean given = shape.column(column).isUuid() && row.hasNonNull(column);
    if (of.size() > 1 || !given) {
      row.set(column, of.getFirst().value());
    }
  }

  private void giveWay(PSQLException refused) throws SQLException {
    ServerErrorMessage told = refused.getServerErrorMessage();
    String constraint = told == null ? null : told.getConstraint();
    List<String> columns =
        constraint == null
            ? List.of()
            : shape.columnsOf(constraint).stream().filter(candidates::containsKey).toList();
    boolean moved =
        takeTheNext(columns, column -> shape.column(column).isText())
            || takeOneOfTheAllowed(columns, String.valueOf(constraint))
            || takeTheNext(columns, column -> true)
            || becomesSomebodyElse(columns);
    if (!moved) {
      throw new IllegalStateException(
          "No row with canaries fits %s; Canary.candidates needs a value that its constraints allow"
              .formatted(table),
          refused);
    }
  }

  private List<Canary> of(String column) {
    return candidates.getOrDefault(column, List.of());
  }

  private boolean takeTheNext(List<String> columns, Predicate<String> which) {
    for (String column : columns) {
      if (of(column).size() > 1 && which.test(column)) {
        of(column).removeFirst();
        return true;
      }
    }
    return false;
  }

  /** A made-up row keeps a check by one of the words that the check names. */
  private boolean takeOneOfTheAllowed(List<String> columns, String constraint) throws SQLException {
    if (!settled.add(constraint)) {
      return false;
    }
    for (String column : columns) {
      if (shape.column(column).isText()) {
        for (String allowed : shape.namesIn(constraint)) {
          of(column).addLast(Canary.none(table.name() + "." + column, TextNode.valueOf(allowed)));
        }
        if (of(column).size() > 1) {
          of(column).removeFirst();
          return true;
        }
      }
    }
    return false;
  }

  /** Where a twin stands on both sides of a relation, one side becomes somebody else. */
  private boolean becomesSomebodyElse(List<String> columns) {
    for (String column : columns) {
      if (shape.column(column).isUuid() && settled.add(column)) {
        row.put(column, UUID.randomUUID().toString());
        return true;
      }
    }
    return false;
  }

  List<Canary> planted() {
    return candidates.values().stream().map(List::getFirst).filter(Canary::isPlanted).toList();
  }

  /** Columns that nothing forbids to hold a canary and that hold none. */
  List<String> bare() {
    List<String> bare = new ArrayList<>();
    candidates.forEach((name, of) -> {
      TableShape.Column column = shape.column(name);
      boolean free = !column.constrained() && !column.ofKey() && !Canary.isWordOfTheProgram(name);
      if (free && !of.getFirst().isPlanted() && !WITHOUT_WORDS.contains(column.type())) {
        bare.add(of.getFirst().column() + " " + column.type());
      }
    });
    return bare;
  }

  private static ObjectNode madeUp(TableShape shape, String council) {
    ObjectNode made = Caller.JSON.createObjectNode();
    shape
        .columns()
        .forEach((name, column) -> {
          switch (column.type().replaceFirst("\\(.*", "")) {
            case "uuid" -> made.put(name, UUID.randomUUID().toString());
            case "boolean" -> made.put(name, true);
            case "smallint", "integer", "bigint", "numeric" -> made.put(name, 1);
            case "date", "timestamp with time zone" -> made.put(name, "2015-06-01");
            case "jsonb", "json" -> made.putObject(name);
            case "bytea" -> made.put(name, "\\x00");
            case "text[]" -> made.putArray(name);
            default -> made.put(name, column.type().endsWith("[]") ? "{}" : "x");
          }
        });
    return made.put("tenant_id", council);
  }

  private static List<ObjectNode> rows(Connection connection, String sql, String bind)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, bind);
      try (ResultSet rows = statement.executeQuery()) {
        List<ObjectNode> found = new ArrayList<>();
        while (rows.next()) {
          found.add((ObjectNode) Caller.JSON.readTree(rows.getString(1)));
        }
        return found;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
