package council.graphql.read;

import council.graphql.spi.NodeRef;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Java answered, a facade or a computation, into the maps that GraphQL completes. Nodes
 * that it refers to are collected first and read with one statement for each place in the
 * operation.
 */
public final class PlainValues {
  private final GraphQLSchema schema;
  private final NodeReads nodes;
  private final Map<Place, Set<UUID>> wanted = new LinkedHashMap<>();
  private final Map<Place, Map<UUID, Map<String, @Nullable Object>>> found = new HashMap<>();

  public PlainValues(GraphQLSchema schema, NodeReads nodes) {
    this.schema = schema;
    this.nodes = nodes;
  }

  /** Reads nodes of one type as one field selects them. */
  @FunctionalInterface
  public interface NodeReads {
    Map<UUID, Map<String, @Nullable Object>> read(
        String type, ExecutableNormalizedField field, Collection<UUID> ids);
  }

  /** Of a computation: a function of a row refers to no other nodes. */
  static PlainValues withoutNodes(GraphQLSchema schema) {
    return new PlainValues(
        schema,
        (type, field, ids) -> {
          throw new IllegalStateException(
              field.getName() + " is computed, but refers to nodes of type " + type);
        });
  }

  private record Place(ExecutableNormalizedField field, String type) {}

  public @Nullable Object prepare(ExecutableNormalizedField field, @Nullable Object value) {
    collect(field, value);
    wanted.forEach((place, ids) ->
        found.put(place, nodes.read(place.type(), place.field(), List.copyOf(ids))));
    return build(field, value);
  }

  private void collect(ExecutableNormalizedField field, @Nullable Object value) {
    if (!field.hasChildren() || value == null) {
      return;
    }
    switch (value) {
      case Optional<?> optional -> collect(field, optional.orElse(null));
      case Collection<?> all -> all.forEach(each -> collect(field, each));
      case NodeRef(String type, UUID id) ->
          wanted.computeIfAbsent(new Place(field, type), p -> new LinkedHashSet<>()).add(id);
      default ->
          children(field, value)
              .forEach(child -> collect(child, Properties.get(value, child.getFieldName())));
    }
  }

  private @Nullable Object build(ExecutableNormalizedField field, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> build(field, optional.orElse(null));
      case Collection<?> all when field.hasChildren() || isList(field) -> {
        List<@Nullable Object> built = new ArrayList<>(all.size());
        all.forEach(each -> built.add(build(field, each)));
        yield built;
      }
      case NodeRef(String type, UUID id) when field.hasChildren() ->
          found.getOrDefault(new Place(field, type), Map.of()).get(id);
      default -> field.hasChildren() ? object(field, value) : leaf(field, value);
    };
  }

  private boolean isList(ExecutableNormalizedField field) {
    return GraphQLTypeUtil.isList(
        GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinitions(schema).getFirst().getType()));
  }

  private Map<String, @Nullable Object> object(ExecutableNormalizedField field, Object value) {
    Map<String, @Nullable Object> object = new HashMap<>();
    object.put(ObjectShape.TYPE, typeOf(field, value));
    for (ExecutableNormalizedField child : children(field, value)) {
      String name = child.getFieldName();
      String key = child.hasChildren() ? ObjectShape.link(child.getResultKey()) : name;
      object.put(key, build(child, Properties.get(value, name)));
    }
    return object;
  }

  private List<ExecutableNormalizedField> children(ExecutableNormalizedField field, Object value) {
    String type = typeOf(field, value);
    return field.getChildren().stream()
        .filter(c -> c.getObjectTypeNames().contains(type) && !c.getFieldName().startsWith("__"))
        .toList();
  }

  /** The object's type; of an interface or a union it is the one that the record is named after. */
  private String typeOf(ExecutableNormalizedField field, Object value) {
    var type = GraphQLTypeUtil.unwrapAll(field.getFieldDefinitions(schema).getFirst().getType());
    if (type instanceof GraphQLObjectType object) {
      return object.getName();
    }
    Object told = value instanceof Map<?, ?> map ? map.get(ObjectShape.TYPE) : null;
    return told == null ? value.getClass().getSimpleName() : told.toString();
  }

  private Object leaf(ExecutableNormalizedField field, Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (!isNodeId(field)) {
      return value;
    }
    return GlobalId.find(value.toString()).isPresent()
        ? value
        : new GlobalId(field.getSingleObjectTypeName(), UUID.fromString(value.toString()))
            .encoded();
  }

  private boolean isNodeId(ExecutableNormalizedField field) {
    return field.getFieldName().equals("id")
        && schema
            .getObjectType(field.getObjectTypeNames().iterator().next())
            .getInterfaces()
            .stream()
            .anyMatch(i -> i.getName().equals("Node"));
  }
}
