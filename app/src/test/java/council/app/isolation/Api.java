package council.app.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.journey.DemoServer;
import council.graphql.read.ReadDeclaration;
import council.graphql.schema.ComposedSchema;
import council.graphql.schema.Requires;
import council.platform.personal.PersonalPermissions;
import council.platform.personal.Purpose;
import graphql.introspection.IntrospectionQuery;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The API as introspection over HTTP shows it. What introspection leaves out, the permissions and
 * the types of ids, comes from the schema that the server has composed.
 */
final class Api {
  private final ComposedSchema composed;
  private final Map<String, Set<String>> shown;

  private Api(ComposedSchema composed, Map<String, Set<String>> shown) {
    this.composed = composed;
    this.shown = shown;
  }

  static Api of(DemoServer server, Caller caller) {
    Map<String, Set<String>> shown = new java.util.TreeMap<>();
    Caller.Answer answer = caller.ask(IntrospectionQuery.INTROSPECTION_QUERY, Map.of());
    for (JsonNode type : answer.data().path("__schema").path("types")) {
      Set<String> fields = new TreeSet<>();
      type.path("fields").forEach(field -> fields.add(field.path("name").asText()));
      shown.put(type.path("name").asText(), fields);
    }
    if (shown.isEmpty()) {
      throw new AssertionError(caller + " may not introspect: " + answer.body());
    }
    return new Api(server.instance().context().getBean(ComposedSchema.class), shown);
  }

  /** Fields that introspection shows of a type. */
  Set<String> shownFields(String type) {
    return shown.getOrDefault(type, Set.of());
  }

  /** Object types that introspection shows; its own are not among them. */
  Set<String> shownObjects() {
    Set<String> objects = new TreeSet<>(shown.keySet());
    objects.removeIf(type -> type.startsWith("__") || shownFields(type).isEmpty());
    return objects;
  }

  List<GraphQLFieldDefinition> queries() {
    return shownFields("Query").stream().map(query()::getFieldDefinition).toList();
  }

  List<GraphQLFieldDefinition> mutations() {
    return shownFields("Mutation").stream()
        .map(field -> composed.schema().getMutationType().getFieldDefinition(field))
        .toList();
  }

  GraphQLObjectType query() {
    return composed.schema().getQueryType();
  }

  /** Types whose objects have an id. */
  List<GraphQLObjectType> nodeTypes() {
    return objects(Api::isNode);
  }

  List<GraphQLObjectType> objects(Predicate<GraphQLObjectType> which) {
    return shownObjects().stream()
        .map(name -> composed.schema().getType(name))
        .filter(GraphQLObjectType.class::isInstance)
        .map(GraphQLObjectType.class::cast)
        .filter(which)
        .toList();
  }

  static boolean isNode(GraphQLObjectType type) {
    return type.getInterfaces().stream().map(GraphQLNamedType::getName).anyMatch("Node"::equals);
  }

  static boolean isConnection(GraphQLObjectType type) {
    return type.getFieldDefinition("pageInfo") != null;
  }

  Optional<ReadDeclaration> findDeclaration(String type) {
    return composed.reads().find(type);
  }

  /** Whether somebody with these permissions may ask for the field and for what it answers. */
  static boolean allows(Set<String> permissions, GraphQLFieldDefinition field) {
    Optional<String> ofType =
        graphql.schema.GraphQLTypeUtil.unwrapAll(field.getType())
                instanceof GraphQLObjectType object
            ? Requires.permissionOf(object)
            : Optional.empty();
    return allowsPersonal(permissions, field)
        && Requires.permissionOf(field).map(permissions::contains).orElse(true)
        && ofType.map(permissions::contains).orElse(true);
  }

  static boolean isPersonal(GraphQLFieldDefinition field) {
    return field.getAppliedDirective("personal") != null;
  }

  private static boolean allowsPersonal(Set<String> permissions, GraphQLFieldDefinition field) {
    GraphQLAppliedDirective personal = field.getAppliedDirective("personal");
    if (personal == null) {
      return true;
    }
    String stated = purposeOf(permissions);
    Object only = personal.getArgument("purpose").getValue();
    return permissions.contains(PersonalPermissions.READ)
        && stated != null
        && (only == null || only.toString().equals(stated));
  }

  /** The first purpose that somebody with these permissions may state. */
  static @Nullable String purposeOf(Set<String> permissions) {
    for (Purpose purpose : Purpose.values()) {
      if (permissions.contains(purpose.permission())) {
        return purpose.name();
      }
    }
    return null;
  }
}
