package council.graphql.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.graphql.read.GlobalId;
import council.graphql.read.NodeDirective;
import council.platform.personal.PersonalText;
import council.platform.problem.PlatformException;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record of an input that GraphQL has checked already. Which components fit was checked
 * when the instance started; what is left to refuse are ids, and what the record itself refuses.
 */
final class InputBinder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Problems problems = new Problems();

  private InputBinder() {}

  static <I> I bind(GraphQLInputObjectType type, Map<?, ?> input, Class<I> record, String path) {
    InputBinder binder = new InputBinder();
    Object bound = binder.record(type, input, record, path);
    binder.problems.throwIfAny();
    return record.cast(Objects.requireNonNull(bound));
  }

  private @Nullable Object record(
      GraphQLInputObjectType type, Map<?, ?> input, Class<?> record, String path) {
    int before = problems.list().size();
    RecordComponent[] components = record.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      GraphQLInputObjectField field = type.getFieldDefinition(name);
      Object value =
          value(
              field,
              field.getType(),
              input.get(name),
              components[i].getGenericType(),
              path + "." + name);
      values[i] = value == null ? absent(components[i]) : value;
    }
    return problems.list().size() > before ? null : construct(record, components, values, path);
  }

  /** A list that is left out is empty, unless the record tells the two apart. */
  private static @Nullable Object absent(RecordComponent component) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return component.getType() == List.class && !nullable ? List.of() : null;
  }

  private @Nullable Object value(
      GraphQLDirectiveContainer field,
      GraphQLType sdl,
      @Nullable Object value,
      Type java,
      String path) {
    if (value == null) {
      return null;
    }
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(sdl);
    if (GraphQLTypeUtil.isList(type)) {
      return list(field, GraphQLTypeUtil.unwrapOne(type), (List<?>) value, java, path);
    }
    Class<?> target = (Class<?>) java;
    if (type instanceof GraphQLInputObjectType object) {
      return record(object, (Map<?, ?>) value, target, path);
    }
    if (GraphQLTypeUtil.unwrapAll(type).getName().equals("ID")) {
      return id(field, value.toString(), path);
    }
    return scalar(value, target);
  }

  private List<?> list(
      GraphQLDirectiveContainer field, GraphQLType type, List<?> values, Type java, String path) {
    Type element = ((ParameterizedType) java).getActualTypeArguments()[0];
    List<@Nullable Object> bound = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      bound.add(value(field, type, values.get(i), element, path + "[" + i + "]"));
    }
    return bound;
  }

  private @Nullable Object id(GraphQLDirectiveContainer field, String encoded, String path) {
    String expected = NodeDirective.typeOf(field);
    Optional<GlobalId> id = GlobalId.find(encoded);
    if (id.isEmpty()) {
      problems.add(
          "BAD_ID", path, encoded, "an id that this API gave out", "This is no id of this API.");
      return null;
    }
    if (expected != null && !expected.equals(id.get().type())) {
      problems.add(
          "WRONG_ID_TYPE",
          path,
          encoded,
          "the id of a " + expected,
          "This is the id of a %s, expected that of a %s.".formatted(id.get().type(), expected));
      return null;
    }
    return id.get().id();
  }

  /** Scalars are as their coercion made them; enums arrive by name. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static Object scalar(Object value, Class<?> target) {
    if (target.isEnum()) {
      return Enum.valueOf((Class) target, value.toString());
    }
    if (target == PersonalText.class) {
      return new PersonalText(value.toString());
    }
    if (target == JsonNode.class) {
      return JSON.valueToTree(value);
    }
    return value;
  }

  private @Nullable Object construct(
      Class<?> record, RecordComponent[] components, @Nullable Object[] values, String path) {
    try {
      var constructor =
          record.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      return refused(refused.getCause(), path);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The record " + record.getName() + " cannot be made", e);
    }
  }

  private @Nullable Object refused(@Nullable Throwable cause, String path) {
    switch (cause) {
      case Refused refused -> problems.addAll(refused.problems());
      case PlatformException platform -> throw platform;
      case IllegalArgumentException unfit ->
          problems.add("BAD_INPUT", path, String.valueOf(unfit.getMessage()));
      case null, default -> throw new IllegalStateException("A record could not be made", cause);
    }
    return null;
  }
}
