package council.graphql.run;

import council.graphql.schema.ComposedSchema;
import council.graphql.schema.Requires;
import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may ask for which fields: checked for the whole operation before any of it runs. A field of a
 * module that the council has not got is told before a permission is.
 */
final class Authorisation {
  private final ComposedSchema schema;
  private final EnabledModules modules;

  Authorisation(ComposedSchema schema, EnabledModules modules) {
    this.schema = schema;
    this.modules = modules;
  }

  void check(Actor actor, PreparedOperation operation) {
    Map<String, String> owners = new LinkedHashMap<>();
    Map<String, String> permissions = new LinkedHashMap<>();
    operation.forEachField(field -> collect(field, owners, permissions));
    checkModules(actor, owners);
    checkPermissions(actor, permissions);
  }

  /** A node that is found by its id is seen by those alone who may see its type. */
  void checkType(Actor actor, String type) {
    GraphQLObjectType object = schema.schema().getObjectType(type);
    schema.findOwner(type, "id").ifPresent(owner -> checkModules(actor, Map.of(owner, type)));
    Requires.permissionOf(object)
        .ifPresent(permission -> checkPermissions(actor, Map.of(permission, type)));
  }

  private void collect(
      ExecutableNormalizedField field,
      Map<String, String> owners,
      Map<String, String> permissions) {
    if (field.getFieldName().startsWith("__")) {
      return;
    }
    boolean viaInterface = field.getParent() != null && isAnyNode(field.getParent());
    for (String type : field.getObjectTypeNames()) {
      String name = type + "." + field.getFieldName();
      if (!viaInterface) {
        schema.findOwner(type, field.getFieldName()).ifPresent(m -> owners.putIfAbsent(m, name));
      }
      GraphQLFieldDefinition definition =
          schema.schema().getObjectType(type).getFieldDefinition(field.getFieldName());
      Requires.permissionOf(definition).ifPresent(p -> permissions.putIfAbsent(p, name));
      if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType object) {
        Requires.permissionOf(object).ifPresent(p -> permissions.putIfAbsent(p, name));
      }
    }
  }

  /** Fields of an interface belong to many modules; {@link #checkType} asks for the one it is. */
  private boolean isAnyNode(ExecutableNormalizedField field) {
    return field.getParent() == null && field.getFieldName().equals("node");
  }

  private void checkModules(Actor actor, Map<String, String> owners) {
    List<GraphQLError> errors = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>(owners.keySet());
    missing.removeIf(owner -> modules.isEnabled(actor, owner));
    for (String module : missing) {
      errors.add(
          Errors.error(
              ErrorCode.MODULE_NOT_ENABLED,
              "%s belongs to the module '%s', which the council's scheme in force has not got."
                  .formatted(owners.get(module), module),
              Map.of("module", module)));
    }
    throwIfAny(errors);
  }

  private static void checkPermissions(Actor actor, Map<String, String> permissions) {
    List<GraphQLError> errors = new ArrayList<>();
    permissions.forEach((permission, field) -> {
      if (!actor.may(permission)) {
        errors.add(
            Errors.error(
                ErrorCode.FORBIDDEN,
                "%s needs the permission '%s'.".formatted(field, permission),
                Map.of("permission", permission)));
      }
    });
    throwIfAny(errors);
  }

  private static void throwIfAny(List<GraphQLError> errors) {
    if (!errors.isEmpty()) {
      throw new OperationRefused(errors);
    }
  }
}
