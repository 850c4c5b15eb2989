package council.app.isolation;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every field of a type that somebody may see, and of what it leads to, so many links deep. */
final class Selection {
  private static final int NESTED_PAGE = 5;
  private static final int MOST_OBJECTS = 2_000;
  private final Api api;
  private final Set<String> permissions;
  private final int links;

  Selection(Api api, Set<String> permissions, int links) {
    this.api = api;
    this.permissions = permissions;
    this.links = links;
  }

  /** With braces; empty for scalars and enums. */
  String of(GraphQLOutputType type, int rows) {
    return of(GraphQLTypeUtil.unwrapAll(type), links, rows, List.of());
  }

  private String of(GraphQLType type, int left, int rows, List<String> path) {
    return switch (type) {
      case GraphQLInterfaceType ignored -> everyNode(left, rows);
      case GraphQLObjectType object -> "{ " + fields(object, left, rows, path) + " }";
      default -> "";
    };
  }

  private String everyNode(int left, int rows) {
    return api.nodeTypes().stream()
        .filter(type ->
            council.graphql.schema.Requires.permissionOf(type)
                .map(permissions::contains)
                .orElse(true))
        .map(type -> "... on " + type.getName() + " { id }")
        .collect(Collectors.joining(" ", "{ __typename id ", " }"));
  }

  private String fields(GraphQLObjectType type, int left, int rows, List<String> path) {
    List<String> asked = new ArrayList<>(List.of("__typename"));
    List<String> here = new ArrayList<>(path);
    here.add(type.getName());
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      if (Api.allows(permissions, field)) {
        String one = field(type, field, left, rows, here);
        if (!one.isEmpty()) {
          asked.add(one);
        }
      }
    }
    return String.join(" ", asked);
  }

  private String field(
      GraphQLObjectType owner,
      GraphQLFieldDefinition field,
      int left,
      int rows,
      List<String> path) {
    if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType target)) {
      return hasRequiredArgument(field) ? "" : field.getName();
    }
    if (owner.getFieldDefinition("edges") != null && field.getName().equals("nodes")) {
      return "nodes { __typename }";
    }
    int times = rows * factor(owner, field);
    int cost = path.contains(target.getName()) || Api.isNode(target) ? 1 : 0;
    boolean tooDeep =
        left < cost || Collections.frequency(path, target.getName()) > 1 || times > MOST_OBJECTS;
    if (tooDeep || hasRequiredArgument(field)) {
      return "";
    }
    String page = field.getArgument("first") == null ? "" : "(first: " + NESTED_PAGE + ")";
    return field.getName() + page + " " + of(target, left - cost, times, path);
  }

  private static int factor(GraphQLObjectType owner, GraphQLFieldDefinition field) {
    boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()));
    boolean paged = field.getArgument("first") != null;
    return paged || list && !Api.isConnection(owner) ? NESTED_PAGE : 1;
  }

  private static boolean hasRequiredArgument(GraphQLFieldDefinition field) {
    return field.getArguments().stream().anyMatch(Selection::isRequired);
  }

  static boolean isRequired(GraphQLArgument argument) {
    return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
  }
}
