package council.graphql.run;

import council.graphql.schema.CodedError;
import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.normalized.ExecutableNormalizedField;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may be told what the schema looks like: by introspection, or by what an error says about
 * names that the document did not hold. {@code __typename} is everybody's.
 */
final class Introspection {
  static final String PERMISSION = "platform.schema.read";

  /** Lists that lead from types to further types; one within itself asks for everything again. */
  private static final Set<String> LEADS_ON =
      Set.of("fields", "inputFields", "interfaces", "possibleTypes", "enumValues");

  private static final int MOST_ROOTS = 20;

  /** These speak of the document alone. */
  private static final Set<ValidationErrorType> OF_THE_DOCUMENT =
      Set.of(
          ValidationErrorType.DuplicateArgumentNames,
          ValidationErrorType.DuplicateDirectiveName,
          ValidationErrorType.DuplicateFragmentName,
          ValidationErrorType.DuplicateOperationName,
          ValidationErrorType.DuplicateVariableName,
          ValidationErrorType.FragmentCycle,
          ValidationErrorType.LoneAnonymousOperationViolation,
          ValidationErrorType.UndefinedFragment,
          ValidationErrorType.UndefinedVariable,
          ValidationErrorType.UnusedFragment,
          ValidationErrorType.UnusedVariable);

  private final boolean openToAll;

  /**
   * @param openToAll whether everybody with a token may see the schema, as in the demo
   */
  Introspection(boolean openToAll) {
    this.openToAll = openToAll;
  }

  boolean isAllowed(Actor actor) {
    return openToAll || actor.may(PERMISSION);
  }

  /** Refuses introspection that is not allowed, and that which asks for the schema many times. */
  void check(Actor actor, PreparedOperation operation) {
    List<ExecutableNormalizedField> roots =
        operation.introspection().stream()
            .filter(root -> !root.getFieldName().equals("__typename"))
            .toList();
    if (!roots.isEmpty() && !isAllowed(actor)) {
      throw new OperationRefused(
          List.of(
              Errors.error(
                  ErrorCode.FORBIDDEN,
                  "Introspection needs the permission '%s'.".formatted(PERMISSION),
                  Map.of("permission", PERMISSION))));
    }
    long greediest = roots.size() > MOST_ROOTS ? roots.size() : 1;
    for (ExecutableNormalizedField root : roots) {
      greediest = Math.max(greediest, greed(root, new HashMap<>()));
    }
    if (greediest > 1) {
      throw new OperationRefused(
          List.of(
              Limit.INTROSPECTION.exceeded(
                  1, greediest, "The introspection leads from types to types again and again.")));
    }
  }

  /** How often the same list stands within itself on the worst way down. */
  private static long greed(ExecutableNormalizedField field, Map<String, Long> above) {
    boolean leadsOn = LEADS_ON.contains(field.getFieldName());
    long here = leadsOn ? above.merge(field.getFieldName(), 1L, Long::sum) : 1;
    long most = here;
    for (ExecutableNormalizedField child : field.getChildren()) {
      most = Math.max(most, greed(child, above));
    }
    if (leadsOn) {
      above.merge(field.getFieldName(), -1L, Long::sum);
    }
    return most;
  }

  /** An error of a document, without names from the schema for whom they are not meant. */
  GraphQLError told(Actor actor, GraphQLError error) {
    boolean silent =
        error instanceof ValidationError invalid
            && !OF_THE_DOCUMENT.contains(invalid.getValidationErrorType())
            && !isAllowed(actor);
    if (!silent) {
      return Errors.coded(error);
    }
    List<SourceLocation> locations =
        error.getLocations() == null ? List.of() : error.getLocations();
    return new CodedError(
        "The document does not fit the schema" + at(locations) + ".",
        locations,
        null,
        Map.of("code", ErrorCode.BAD_REQUEST.name()));
  }

  private static String at(List<SourceLocation> locations) {
    return locations.isEmpty()
        ? ""
        : " at line %d, column %d"
            .formatted(locations.getFirst().getLine(), locations.getFirst().getColumn());
  }
}
