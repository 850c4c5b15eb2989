package council.graphql.schema;

import council.graphql.read.ReadDeclaration;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must hold between the schema and the declarations before the instance may start. */
final class SchemaChecks {
  private final GraphQLSchema schema;
  private final Declarations declarations;
  private final Set<String> permissions;
  private final List<String> problems = new ArrayList<>();

  SchemaChecks(GraphQLSchema schema, Declarations declarations, Set<String> permissions) {
    this.schema = schema;
    this.declarations = declarations;
    this.permissions = permissions;
  }

  List<String> problems() {
    checkPermissions();
    checkWiring(schema.getQueryType(), declarations.queries().keySet());
    checkMutationWiring();
    for (ReadDeclaration type : declarations.types().values()) {
      new ReadTypeChecks(schema, declarations, type, problems).check();
    }
    declarations.queries().forEach(this::checkRoot);
    MutationChecks mutations = new MutationChecks(schema, problems);
    declarations.mutations().forEach(mutations::check);
    return problems;
  }

  private void checkMutationWiring() {
    if (schema.getMutationType() != null) {
      checkWiring(schema.getMutationType(), declarations.mutations().keySet());
      return;
    }
    for (String field : declarations.mutations().keySet()) {
      problems.add("Mutation." + field + " is wired, but the SDL has no such field.");
    }
  }

  private void checkPermissions() {
    for (GraphQLNamedType named : schema.getAllTypesAsList()) {
      if (named instanceof GraphQLObjectType type && !type.getName().startsWith("__")) {
        checkPermissions(type);
      }
    }
  }

  private void checkPermissions(GraphQLObjectType type) {
    boolean root = type == schema.getQueryType() || type == schema.getMutationType();
    boolean node = type.getInterfaces().stream().anyMatch(i -> i.getName().equals("Node"));
    if (node && Requires.permissionOf(type).isEmpty()) {
      problems.add("Type " + type.getName() + " is a Node without @requires(permission: ...).");
    }
    Requires.permissionOf(type).ifPresent(p -> checkKnown(type.getName(), p));
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      String name = type.getName() + "." + field.getName();
      if (root && !name.equals("Query.node") && Requires.permissionOf(field).isEmpty()) {
        problems.add(name + " has no @requires(permission: ...).");
      }
      Requires.permissionOf(field).ifPresent(p -> checkKnown(name, p));
    }
  }

  private void checkKnown(String where, String permission) {
    if (!permissions.contains(permission)) {
      problems.add(
          "%s requires the permission '%s', which no module declares."
              .formatted(where, permission));
    }
  }

  private void checkWiring(GraphQLObjectType root, Set<String> wired) {
    Set<String> inSchema = new TreeSet<>();
    root.getFieldDefinitions().forEach(f -> inSchema.add(f.getName()));
    for (String field : inSchema) {
      if (!wired.contains(field)) {
        problems.add(root.getName() + "." + field + " is not wired.");
      }
    }
    for (String field : new TreeSet<>(wired)) {
      if (!inSchema.contains(field)) {
        problems.add(root.getName() + "." + field + " is wired, but the SDL has no such field.");
      }
    }
  }

  private void checkRoot(String name, RootField how) {
    GraphQLFieldDefinition field = schema.getQueryType().getFieldDefinition(name);
    if (field == null) {
      return;
    }
    switch (how) {
      case RootField.Connection(String type) -> checkRootConnection(field, type);
      case RootField.ById(String type) -> checkRootById(field, type);
      case RootField.Facade ignored -> {}
      case RootField.AnyNode ignored -> {}
    }
  }

  private void checkRootConnection(GraphQLFieldDefinition field, String type) {
    ReadDeclaration declaration = declarations.types().get(type);
    if (declaration == null) {
      problems.add("Query." + field.getName() + " reads " + type + ", which is not declared.");
      return;
    }
    new ReadTypeChecks(schema, declarations, declaration, problems)
        .checkConnection("Query." + field.getName(), field);
  }

  private void checkRootById(GraphQLFieldDefinition field, String type) {
    String where = "Query." + field.getName();
    if (!declarations.types().containsKey(type)) {
      problems.add(where + " reads " + type + ", which is not declared.");
    }
    if (!GraphQLTypeUtil.simplePrint(field.getType()).equals(type)) {
      problems.add(
          "%s must answer %s (nullable), but the SDL says %s."
              .formatted(where, type, GraphQLTypeUtil.simplePrint(field.getType())));
    }
    List<String> arguments =
        field.getArguments().stream()
            .map(a -> a.getName() + ": " + GraphQLTypeUtil.simplePrint(a.getType()))
            .toList();
    if (!arguments.equals(List.of("id: ID!"))) {
      problems.add(where + " must have the one argument 'id: ID!', but has " + arguments + ".");
    }
  }
}
