package council.graphql.run;

import council.graphql.read.Filter;
import council.graphql.read.ReadDeclaration;
import council.graphql.read.ReadField;
import council.graphql.schema.ComposedSchema;
import council.graphql.schema.RootField;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.VariableReference;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which variables are nothing but binds of the compiled statement. All others belong to what
 * decides the shape of the operation.
 */
final class VariableUses {
  private final ComposedSchema schema;

  VariableUses(ComposedSchema schema) {
    this.schema = schema;
  }

  /** How a bind's value still shows in the statement: by its presence, or as a cursor does. */
  enum Shape {
    PRESENCE,
    CURSOR
  }

  /** For each field the arguments that are variables as a whole. */
  static Map<ExecutableNormalizedField, Map<String, String>> byField(
      ExecutableNormalizedOperation operation) {
    Map<ExecutableNormalizedField, Map<String, String>> uses = new HashMap<>();
    operation
        .getNormalizedFieldToMergedField()
        .forEach((normalized, merged) -> {
          Map<String, String> ofField = direct(merged.getSingleField());
          if (!ofField.isEmpty()) {
            uses.put(normalized, ofField);
          }
        });
    return uses;
  }

  private static Map<String, String> direct(Field field) {
    Map<String, String> uses = new HashMap<>();
    for (Argument argument : field.getArguments()) {
      if (argument.getValue() instanceof VariableReference variable) {
        uses.put(argument.getName(), variable.getName());
      }
    }
    return uses;
  }

  /** Variables whose every use in the document is a bind. */
  Map<String, Shape> binds(Document document, ExecutableNormalizedOperation operation) {
    Map<String, Integer> all = new HashMap<>();
    count(document, all);
    Map<String, Integer> bound = new HashMap<>();
    Map<String, Shape> shapes = new HashMap<>();
    for (Map.Entry<Field, ExecutableNormalizedField> use :
        operation.getFieldToNormalizedField().entries().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one))
            .entrySet()) {
      direct(use.getKey())
          .forEach((argument, variable) -> {
            Shape shape = shapeOf(use.getValue(), argument);
            if (shape != null) {
              bound.merge(variable, 1, Integer::sum);
              shapes.merge(variable, shape, (a, b) -> a == b ? a : Shape.CURSOR);
            }
          });
    }
    shapes.keySet().removeIf(v -> !Objects.equals(bound.get(v), all.get(v)));
    return shapes;
  }

  private static void count(Node<?> node, Map<String, Integer> uses) {
    if (node instanceof VariableReference variable) {
      uses.merge(variable.getName(), 1, Integer::sum);
    }
    for (Node<?> child : node.getChildren()) {
      count(child, uses);
    }
  }

  private @Nullable Shape shapeOf(ExecutableNormalizedField field, String argument) {
    String parent = field.getObjectTypeNames().iterator().next();
    if (parent.equals("Query")) {
      return switch (schema.queries().get(field.getFieldName())) {
        case RootField.Connection(String type) -> inList(schema.reads().get(type), argument);
        case RootField.ById ignored -> Shape.PRESENCE;
        case RootField.Facade ignored -> null;
        case RootField.AnyNode ignored -> null;
        case null -> null;
      };
    }
    ReadDeclaration declared = schema.reads().types().get(parent);
    return switch (declared == null ? null : declared.fields().get(field.getFieldName())) {
      case ReadField.Many(String target, var key) -> inList(schema.reads().get(target), argument);
      case ReadField.Items(String target, var key) -> inList(schema.reads().get(target), argument);
      case null, default -> null;
    };
  }

  private static @Nullable Shape inList(ReadDeclaration type, String argument) {
    return switch (argument) {
      case "first" -> Shape.PRESENCE;
      case "after" -> Shape.CURSOR;
      default -> type.filters().get(argument) instanceof Filter.ByColumn ? Shape.PRESENCE : null;
    };
  }
}
