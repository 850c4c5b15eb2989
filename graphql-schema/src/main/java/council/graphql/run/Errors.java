package council.graphql.run;

import council.graphql.schema.CodedError;
import council.platform.data.StoppableWork;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import graphql.GraphQLError;
import graphql.GraphqlErrorHelper;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes what a client is told. */
public final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  /** Causes may go in a circle; whatever matters stands among the first. */
  static final int MOST_CAUSES = 30;

  private Errors() {}

  /** An error of the request itself. */
  public static GraphQLError error(ErrorCode code, String message) {
    return error(code, message, Map.of());
  }

  static CodedError error(ErrorCode code, String message, Map<String, ?> more) {
    return CodedError.of(message, code.name(), more);
  }

  /** Never the exception's own text, unless it was written for clients. */
  static List<GraphQLError> of(Throwable failure) {
    return of(failure, PersonalUse.NONE);
  }

  /** Nor personal values that the operation gave, neither here nor in the log. */
  static List<GraphQLError> of(Throwable failure, PersonalUse use) {
    return use.hide(told(failure, use));
  }

  private static List<GraphQLError> told(Throwable failure, PersonalUse use) {
    return switch (failure) {
      case OperationRefused refused -> refused.errors();
      case StoppableWork.Stopped ignored -> List.of(tooLate());
      case Refused refused ->
          List.of(error(ErrorCode.BAD_REQUEST, told(refused), problems(refused)));
      case PlatformException platform when platform.code() != ErrorCode.INTERNAL ->
          List.of(error(platform.code(), String.valueOf(platform.getMessage())));
      default -> List.of(ofFault(failure, use));
    };
  }

  static String told(Refused refused) {
    return String.join(" ", refused.problems().stream().map(Problem::message).toList());
  }

  static Map<String, Object> problems(Refused refused) {
    return Map.of("problems", refused.problems().stream().map(Errors::problem).toList());
  }

  static Map<String, @Nullable Object> problem(Problem problem) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("code", problem.code());
    told.put("path", problem.path());
    told.put("message", problem.message());
    told.put("value", problem.value());
    told.put("expected", problem.expected());
    return told;
  }

  private static GraphQLError ofFault(Throwable failure, PersonalUse use) {
    return switch (sqlState(failure)) {
      case "57014" -> tooLate();
      case "40001", "40P01", "23505", "23P01" ->
          error(
              ErrorCode.CONFLICT,
              "Somebody else changed the same thing at the same moment; try again.");
      case "22P02", "22007", "22008", "22003", "22021" ->
          error(ErrorCode.BAD_REQUEST, "An argument holds a value that cannot be read.");
      default -> internal(use.isNone() ? failure : Untold.of(failure));
    };
  }

  private static GraphQLError tooLate() {
    return error(ErrorCode.TIMEOUT, "The operation took too long and was stopped.");
  }

  /** Of a failure outside of any operation. */
  public static GraphQLError masked(Throwable failure) {
    return internal(failure);
  }

  private static CodedError internal(Throwable failure) {
    String correlationId = UUID.randomUUID().toString();
    LOG.error("An operation failed, correlation id {}", correlationId, failure);
    return error(
        ErrorCode.INTERNAL,
        "Something went wrong on our side.",
        Map.of("correlationId", correlationId));
  }

  private static String sqlState(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < MOST_CAUSES && cause != null; i++, cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  /** Gives errors of graphql-java the code that every error has; faults of ours are masked. */
  static GraphQLError coded(GraphQLError error) {
    return coded(error, PersonalUse.NONE);
  }

  static GraphQLError coded(GraphQLError error, PersonalUse use) {
    Map<String, Object> extensions = error.getExtensions();
    if (extensions != null && extensions.containsKey("code")) {
      return error;
    }
    if (error instanceof BadFaithIntrospectionError greedy) {
      return Limit.INTROSPECTION.exceeded(1, 2, greedy.getMessage());
    }
    boolean ofRequest =
        switch (String.valueOf(error.getErrorType())) {
          case "ValidationError", "InvalidSyntax", "OperationNotSupported" -> true;
          default -> false;
        };
    if (ofRequest) {
      return new CodedError(
          String.valueOf(error.getMessage()),
          error.getLocations() == null ? List.of() : error.getLocations(),
          null,
          Map.of("code", ErrorCode.BAD_REQUEST.name()));
    }
    String told = GraphqlErrorHelper.toSpecification(error).toString();
    Throwable failure = new IllegalStateException(told);
    return internal(use.isNone() ? failure : Untold.of(failure)).at(error.getPath());
  }
}
