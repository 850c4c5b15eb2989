package council.graphql.schema;

import com.fasterxml.jackson.databind.JsonNode;
import council.graphql.read.PersonalDirective;
import council.platform.personal.PersonalText;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether an input object of the SDL can be bound to a record without a guess. */
final class InputRecords {
  private static final Map<String, Set<Class<?>>> SCALARS =
      Map.ofEntries(
          Map.entry("ID", Set.of(UUID.class)),
          Map.entry("String", Set.of(String.class, PersonalText.class)),
          Map.entry("Code", Set.of(String.class, PersonalText.class)),
          Map.entry("Int", Set.of(int.class, Integer.class)),
          Map.entry("Float", Set.of(double.class, Double.class)),
          Map.entry("Boolean", Set.of(boolean.class, Boolean.class)),
          Map.entry("Decimal", Set.of(BigDecimal.class)),
          Map.entry("Gbp", Set.of(BigDecimal.class)),
          Map.entry("Date", Set.of(LocalDate.class)),
          Map.entry("DateTime", Set.of(Instant.class)),
          Map.entry("Json", Set.of(JsonNode.class)));

  private static final Set<String> TEXTS = Set.of("String", "Code");

  private InputRecords() {}

  static List<String> problems(GraphQLInputObjectType type, Class<?> record, boolean topLevel) {
    List<String> problems = new ArrayList<>();
    if (!record.isRecord()) {
      return List.of(type.getName() + " is bound to " + record.getName() + ", which is no record.");
    }
    Map<String, RecordComponent> components = new LinkedHashMap<>();
    Arrays.stream(record.getRecordComponents()).forEach(c -> components.put(c.getName(), c));
    for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
      RecordComponent component = components.remove(field.getName());
      if (component != null) {
        fits(field.getType(), component.getGenericType(), !isRequired(field))
            .or(() -> fitsMark(field, component.getGenericType()))
            .ifPresent(why -> problems.add(at(type, field) + why));
      } else if (!topLevel || !field.getName().equals("idempotencyKey")) {
        problems.add(
            at(type, field) + "the record " + record.getName() + " has no such component.");
      }
    }
    for (String name : components.keySet()) {
      problems.add(
          "%s has no field '%s' for %s.".formatted(type.getName(), name, record.getName()));
    }
    return problems;
  }

  /** A personal text is bound to a type that no log and no audit can show. */
  private static Optional<String> fitsMark(GraphQLInputObjectField field, Type java) {
    boolean text = TEXTS.contains(GraphQLTypeUtil.unwrapAll(field.getType()).getName());
    boolean hidden = java.getTypeName().contains(PersonalText.class.getName());
    boolean marked = PersonalDirective.marks(field);
    if (text && marked && !hidden) {
      return Optional.of("it is marked @personal, so it must be bound to PersonalText.");
    }
    return hidden && !marked
        ? Optional.of("it is bound to PersonalText, but not marked @personal.")
        : Optional.empty();
  }

  private static boolean isRequired(GraphQLInputObjectField field) {
    return GraphQLTypeUtil.isNonNull(field.getType()) || field.hasSetDefaultValue();
  }

  private static String at(GraphQLInputObjectType type, GraphQLInputObjectField field) {
    return type.getName() + "." + field.getName() + ": ";
  }

  private static Optional<String> fits(GraphQLInputType sdl, Type java, boolean optional) {
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(sdl);
    if (optional && java instanceof Class<?> c && c.isPrimitive()) {
      return Optional.of("it may be absent, but " + c + " cannot.");
    }
    if (GraphQLTypeUtil.isList(type)) {
      return java instanceof ParameterizedType list && list.getRawType() == List.class
          ? fits(
              (GraphQLInputType) GraphQLTypeUtil.unwrapOne(type),
              list.getActualTypeArguments()[0],
              false)
          : Optional.of("expected a List, but was " + java.getTypeName() + ".");
    }
    if (!(java instanceof Class<?> target)) {
      return Optional.of("cannot be bound to " + java.getTypeName() + ".");
    }
    return fits(type, target);
  }

  private static Optional<String> fits(GraphQLType type, Class<?> target) {
    return switch (type) {
      case GraphQLScalarType scalar ->
          SCALARS.getOrDefault(scalar.getName(), Set.of()).contains(target)
              ? Optional.empty()
              : Optional.of(scalar.getName() + " cannot be bound to " + target.getName() + ".");
      case GraphQLEnumType word -> fitsEnum(word, target);
      case GraphQLInputObjectType object ->
          problems(object, target, false).stream().findFirst().map(p -> p);
      default -> Optional.of("cannot be bound.");
    };
  }

  private static Optional<String> fitsEnum(GraphQLEnumType word, Class<?> target) {
    if (target == String.class) {
      return Optional.empty();
    }
    Set<String> constants =
        target.isEnum()
            ? Set.copyOf(Arrays.stream(target.getEnumConstants()).map(Object::toString).toList())
            : Set.of();
    return word.getValues().stream().allMatch(v -> constants.contains(v.getName()))
        ? Optional.empty()
        : Optional.of(target.getName() + " lacks a constant of the enum " + word.getName() + ".");
  }
}
