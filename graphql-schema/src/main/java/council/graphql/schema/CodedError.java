package council.graphql.schema;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorHelper;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error with {@code extensions.code}, and nothing in it that was not written for clients. */
public record CodedError(
    String message,
    List<SourceLocation> locations,
    @Nullable List<Object> path,
    Map<String, Object> extensions)
    implements GraphQLError {

  public static CodedError of(String message, String code, Map<String, ?> more) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code);
    extensions.putAll(more);
    return new CodedError(message, List.of(), null, extensions);
  }

  public CodedError at(@Nullable List<Object> place) {
    return new CodedError(message, locations, place, extensions);
  }

  public CodedError saying(String other) {
    return new CodedError(other, locations, path, extensions);
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public List<SourceLocation> getLocations() {
    return locations;
  }

  @Override
  public @Nullable List<Object> getPath() {
    return path;
  }

  @Override
  public Map<String, Object> getExtensions() {
    return extensions;
  }

  @Override
  public ErrorClassification getErrorType() {
    return ErrorType.DataFetchingException;
  }

  @Override
  public Map<String, Object> toSpecification() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("message", message);
    if (!locations.isEmpty()) {
      told.put("locations", locations.stream().map(GraphqlErrorHelper::location).toList());
    }
    if (path != null) {
      told.put("path", path);
    }
    told.put("extensions", extensions);
    return told;
  }
}
