package council.graphql.schema;

import council.graphql.read.Filter;
import council.graphql.read.ReadDeclaration;
import council.graphql.read.ReadField;
import council.graphql.spi.ReadType.OrderKey;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** One declared type against its SDL, both ways. */
final class ReadTypeChecks {
  private static final Set<String> PAGING = Set.of("first", "after", "orderBy");

  private final GraphQLSchema schema;
  private final Declarations declarations;
  private final ReadDeclaration type;
  private final List<String> problems;

  ReadTypeChecks(
      GraphQLSchema schema,
      Declarations declarations,
      ReadDeclaration type,
      List<String> problems) {
    this.schema = schema;
    this.declarations = declarations;
    this.type = type;
    this.problems = problems;
  }

  void check() {
    type.twice().forEach(what -> problems.add(type.type() + " declares " + what + " twice."));
    if (!(schema.getType(type.type()) instanceof GraphQLObjectType object)) {
      problems.add(type.type() + " is declared, but the SDL has no such object type.");
      return;
    }
    checkColumn("tenant_id", "tenant_id");
    checkColumn("id", "id");
    for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
      if (!type.fields().containsKey(field.getName()) && !field.getName().equals("id")) {
        problems.add(at(field.getName()) + " is in the SDL, but not declared.");
      }
    }
    type.fields().forEach((name, how) -> checkField(object.getFieldDefinition(name), name, how));
    type.filters().forEach(this::checkFilter);
    type.orders().values().forEach(keys -> keys.forEach(this::checkOrderKey));
    checkFiltersAreUsed();
  }

  private void checkField(@Nullable GraphQLFieldDefinition field, String name, ReadField how) {
    if (field == null) {
      problems.add(at(name) + " is declared, but not in the SDL.");
      return;
    }
    switch (how) {
      case ReadField.Column(Field<?> column) -> {
        checkColumn(name, column.getName());
        checkLeaf(name, field);
      }
      case ReadField.Expression ignored -> checkLeaf(name, field);
      case ReadField.Computed(var needs, var ignored) ->
          needs.forEach(column -> checkColumn(name, column.getName()));
      case ReadField.One(String target, var key) -> {
        checkColumn(name, key.getName());
        checkObject(name, field, target);
      }
      case ReadField.OneBack(String target, var key) -> {
        checkTargetColumn(name, target, key.getName());
        checkObject(name, field, target);
      }
      case ReadField.Many(String target, var key) -> {
        checkTargetColumn(name, target, key.getName());
        ReadDeclaration declared = target(name, target);
        if (declared != null) {
          new ReadTypeChecks(schema, declarations, declared, problems)
              .checkConnection(at(name), field);
        }
      }
      case ReadField.Items(String target, var key) -> {
        checkTargetColumn(name, target, key.getName());
        checkItems(name, field, target);
      }
    }
  }

  private void checkLeaf(String name, GraphQLFieldDefinition field) {
    if (!GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()))) {
      problems.add(at(name) + " is declared as a value, but the SDL says " + print(field) + ".");
    } else if (GraphQLTypeUtil.unwrapAll(field.getType()).getName().equals("ID")) {
      problems.add(at(name) + " is an ID: only the field 'id' is; declare a link instead.");
    }
    if (!field.getArguments().isEmpty()) {
      problems.add(at(name) + " is declared as a value, but has arguments in the SDL.");
    }
  }

  private void checkObject(String name, GraphQLFieldDefinition field, String target) {
    target(name, target);
    GraphQLOutputType answers = (GraphQLOutputType) GraphQLTypeUtil.unwrapNonNull(field.getType());
    if (!(answers instanceof GraphQLNamedOutputType named && named.getName().equals(target))) {
      problems.add(at(name) + " leads to " + target + ", but the SDL says " + print(field) + ".");
    }
  }

  private void checkItems(String name, GraphQLFieldDefinition field, String target) {
    ReadDeclaration declared = target(name, target);
    if (!print(field).replace("!", "").equals("[" + target + "]")) {
      problems.add(at(name) + " lists " + target + ", but the SDL says " + print(field) + ".");
    }
    if (declared != null) {
      new ReadTypeChecks(schema, declarations, declared, problems).checkArguments(at(name), field);
    }
  }

  private @Nullable ReadDeclaration target(String name, String target) {
    ReadDeclaration declared = declarations.types().get(target);
    if (declared == null) {
      problems.add(at(name) + " leads to " + target + ", which is not declared.");
    }
    return declared;
  }

  /** A connection field of this type, wherever it stands. */
  void checkConnection(String where, GraphQLFieldDefinition field) {
    if (!(GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLObjectType connection)) {
      problems.add(where + " must answer a connection, but the SDL says " + print(field) + ".");
      return;
    }
    for (GraphQLFieldDefinition part : connection.getFieldDefinitions()) {
      String expected = expectedPart(part.getName());
      if (expected == null) {
        problems.add(
            "%s.%s is no part of a connection; expected nodes, edges, pageInfo or totalCount."
                .formatted(connection.getName(), part.getName()));
      } else if (!expected.equals(print(part))) {
        problems.add(
            "%s.%s must be %s, but the SDL says %s."
                .formatted(connection.getName(), part.getName(), expected, print(part)));
      }
    }
    checkArguments(where, field);
  }

  private @Nullable String expectedPart(String name) {
    return switch (name) {
      case "nodes" -> "[" + type.type() + "!]!";
      case "edges" -> "[" + type.type() + "Edge!]!";
      case "pageInfo" -> "PageInfo!";
      case "totalCount" -> "Int!";
      default -> null;
    };
  }

  private void checkArguments(String where, GraphQLFieldDefinition field) {
    for (GraphQLArgument argument : field.getArguments()) {
      String name = argument.getName();
      if (name.equals("orderBy")) {
        checkOrders(where, argument);
      } else if (!PAGING.contains(name) && !type.filters().containsKey(name)) {
        problems.add(
            "%s has the argument '%s', but %s declares no such filter."
                .formatted(where, name, type.type()));
      }
    }
  }

  private void checkOrders(String where, GraphQLArgument orderBy) {
    GraphQLUnmodifiedType unwrapped = GraphQLTypeUtil.unwrapAll(orderBy.getType());
    Set<String> values =
        unwrapped instanceof GraphQLEnumType orders
            ? orders.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new))
            : Set.of();
    Set<String> declared = new TreeSet<>(type.orders().keySet());
    if (!values.equals(declared)) {
      problems.add(
          "%s(orderBy:) has the values %s, but %s declares the orders %s."
              .formatted(where, values, type.type(), declared));
    }
  }

  private void checkFilter(String argument, Filter filter) {
    if (filter instanceof Filter.ByColumn(Field<?> column)) {
      checkColumn("filter " + argument, column.getName());
    }
  }

  private void checkFiltersAreUsed() {
    Set<String> used = new TreeSet<>();
    for (var named : schema.getAllTypesAsList()) {
      if (named instanceof GraphQLObjectType object) {
        object.getFieldDefinitions().stream()
            .filter(this::listsThisType)
            .forEach(f -> f.getArguments().forEach(a -> used.add(a.getName())));
      }
    }
    for (String filter : type.filters().keySet()) {
      if (!used.contains(filter)) {
        problems.add(
            "%s declares the filter '%s', but no list of it in the SDL has that argument."
                .formatted(type.type(), filter));
      }
    }
  }

  private boolean listsThisType(GraphQLFieldDefinition field) {
    GraphQLUnmodifiedType answer = GraphQLTypeUtil.unwrapAll(field.getType());
    if (answer.getName().equals(type.type())) {
      return true;
    }
    return answer instanceof GraphQLObjectType connection
        && connection.getFieldDefinition("nodes") != null
        && GraphQLTypeUtil.unwrapAll(connection.getFieldDefinition("nodes").getType())
            .getName()
            .equals(type.type());
  }

  private void checkOrderKey(OrderKey key) {
    checkColumn("order by " + key.column().getName(), key.column().getName());
  }

  private void checkColumn(String name, String column) {
    checkColumn(name, type, column);
  }

  private void checkTargetColumn(String name, String target, String column) {
    ReadDeclaration declared = declarations.types().get(target);
    if (declared != null) {
      checkColumn(name, declared, column);
    }
  }

  private void checkColumn(String name, ReadDeclaration of, String column) {
    if (of.table().fields().length > 0 && of.table().field(column) == null) {
      problems.add(
          "%s: the table %s has no column '%s'."
              .formatted(at(name), of.table().getQualifiedName().unquotedName(), column));
    }
  }

  private static String print(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.simplePrint(field.getType());
  }

  private String at(String field) {
    return type.type() + "." + field;
  }
}
