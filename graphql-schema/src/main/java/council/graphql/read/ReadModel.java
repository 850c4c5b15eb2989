package council.graphql.read;

import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Optional;

/** All read types of all modules, beside the schema that they answer. */
public record ReadModel(
    GraphQLSchema schema, Map<String, ReadDeclaration> types, PersonalMarks personal) {
  public ReadModel {
    types = Map.copyOf(types);
  }

  public ReadDeclaration get(String type) {
    return find(type)
        .orElseThrow(
            () -> new PlatformException(ErrorCode.BAD_REQUEST, type + " is not a readable type."));
  }

  public Optional<ReadDeclaration> find(String type) {
    return Optional.ofNullable(types.get(type));
  }
}
