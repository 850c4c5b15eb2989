package council.graphql.schema;

import council.graphql.read.Filter;
import council.graphql.read.PersonalDirective;
import council.graphql.read.ReadDeclaration;
import council.graphql.read.ReadField;
import council.graphql.spi.ReadType.OrderKey;
import council.platform.personal.PersonalTable;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One declared type: its fields, filters and orders against the marks of its columns. */
final class PersonalTypeChecks {
  private final GraphQLSchema schema;
  private final ReadDeclaration type;
  private final @Nullable PersonalTable own;
  private final PersonalColumns columns;
  private final List<String> problems;

  PersonalTypeChecks(
      GraphQLSchema schema,
      ReadDeclaration type,
      @Nullable PersonalTable own,
      PersonalColumns columns,
      List<String> problems) {
    this.schema = schema;
    this.type = type;
    this.own = own;
    this.columns = columns;
    this.problems = problems;
  }

  void check() {
    GraphQLObjectType object = schema.getObjectType(type.type());
    if (object == null) {
      return;
    }
    type.fields()
        .forEach((name, how) -> {
          GraphQLFieldDefinition field = object.getFieldDefinition(name);
          if (field != null) {
            checkField(type.type() + "." + name, PersonalDirective.marks(field), how);
          }
        });
    for (GraphQLType each : schema.getAllTypesAsList()) {
      if (each instanceof GraphQLObjectType other && !other.getName().startsWith("__")) {
        other.getFieldDefinitions().stream()
            .filter(this::listsThisType)
            .forEach(list -> checkList(other.getName() + "." + list.getName(), list));
      }
    }
  }

  private void checkField(String where, boolean marked, ReadField how) {
    switch (how) {
      case ReadField.Column(var column) -> checkSame(where, marked, columns.has(column));
      case ReadField.Expression(var expression) ->
          checkShown(where, marked, columns.isLookedAtBy(expression.apply(aliased())));
      case ReadField.Computed(var needs, var ignored) ->
          checkSame(where, marked, needs.stream().anyMatch(columns::has));
      case ReadField.Link ignored -> {}
    }
  }

  private void checkSame(String where, boolean marked, boolean personal) {
    checkShown(where, marked, personal);
    if (marked && !personal) {
      problems.add(
          "%s is marked @personal, but what it reads of %s is not marked so in the database."
              .formatted(where, PersonalTable.nameOf(type.table())));
    }
  }

  private void checkShown(String where, boolean marked, boolean personal) {
    if (personal && !marked) {
      problems.add(
          "%s reads a personal column of %s, but is not marked @personal."
              .formatted(where, PersonalTable.nameOf(type.table())));
    }
    if (personal && own == null) {
      problems.add(where + " reads personal data of a table that is not its own.");
    }
  }

  private Table<?> aliased() {
    return type.table().as(DSL.name("aliased_row"));
  }

  private void checkList(String where, GraphQLFieldDefinition list) {
    for (GraphQLArgument argument : list.getArguments()) {
      String at = where + "(" + argument.getName() + ":)";
      if (argument.getName().equals("orderBy")) {
        if (GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLEnumType orders) {
          orders.getValues().forEach(value -> checkOrder(orders.getName(), value));
        }
      } else if (type.filters().get(argument.getName()) instanceof Filter filter) {
        checkSame(at, PersonalDirective.marks(argument), isPersonal(at, argument, filter));
      }
    }
  }

  private boolean isPersonal(String where, GraphQLArgument argument, Filter filter) {
    return switch (filter) {
      case Filter.ByColumn(var column) -> columns.has(column);
      case Filter.ByCondition(var condition) -> {
        try {
          yield columns.isLookedAtBy(
              condition.apply(aliased(), SampleValues.of(argument.getType())));
        } catch (RuntimeException unfit) {
          problems.add(
              "%s: the filter's condition cannot be made of a sample value (%s)."
                  .formatted(where, unfit.getClass().getSimpleName()));
          yield false;
        }
      }
    };
  }

  private void checkOrder(String orders, GraphQLEnumValueDefinition value) {
    List<OrderKey> keys = type.orders().get(value.getName());
    if (keys == null) {
      return;
    }
    boolean personal = keys.stream().anyMatch(key -> columns.has(key.column()));
    checkSame(orders + "." + value.getName(), PersonalDirective.marks(value), personal);
    if (personal && type.orders().keySet().iterator().next().equals(value.getName())) {
      problems.add(
          "%s.%s is personal, so it cannot be the order that %s has unless another is asked for."
              .formatted(orders, value.getName(), type.type()));
    }
  }

  private boolean listsThisType(GraphQLFieldDefinition field) {
    GraphQLType answer = GraphQLTypeUtil.unwrapAll(field.getType());
    if (answer instanceof GraphQLObjectType connection
        && connection.getFieldDefinition("nodes") instanceof GraphQLFieldDefinition nodes) {
      answer = GraphQLTypeUtil.unwrapAll(nodes.getType());
    }
    return answer instanceof GraphQLObjectType object && object.getName().equals(type.type());
  }
}
