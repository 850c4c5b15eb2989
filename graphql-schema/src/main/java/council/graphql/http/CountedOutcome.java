package council.graphql.http;

import council.graphql.run.Limit;
import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import io.micronaut.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Notes at a response what came of it, for whoever counts: an error can stand inside a 200. It is
 * always a code of the closed set, so that nothing that somebody sent can become a label.
 */
final class CountedOutcome {
  private CountedOutcome() {}

  /** The first error decides; an answer without errors is not noted. */
  static <T extends HttpResponse<?>> T note(T response, List<? extends GraphQLError> errors) {
    if (!errors.isEmpty()) {
      Map<String, Object> extensions = errors.getFirst().getExtensions();
      Object code = extensions == null ? null : extensions.get("code");
      response.setAttribute(ErrorCode.OUTCOME, counted(String.valueOf(code)));
    }
    return response;
  }

  /** Words that are finer than the set are counted under the code that they belong to. */
  private static ErrorCode counted(String code) {
    if (Arrays.stream(Limit.values()).anyMatch(limit -> limit.code().equals(code))) {
      return ErrorCode.LIMIT_EXCEEDED;
    }
    return switch (code) {
      case "DOCUMENT_NOT_FOUND" -> ErrorCode.NOT_FOUND;
      case "DOCUMENT_NOT_TRUSTED" -> ErrorCode.FORBIDDEN;
      default ->
          Arrays.stream(ErrorCode.values())
              .filter(known -> known.name().equals(code))
              .findFirst()
              .orElse(ErrorCode.BAD_REQUEST);
    };
  }
}
