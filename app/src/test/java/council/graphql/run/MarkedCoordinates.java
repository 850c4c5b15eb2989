package council.graphql.run;

import council.graphql.read.PersonalDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Set;
import java.util.TreeSet;

/** Everything that a schema marks {@code @personal}, by a plain look through all types. */
final class MarkedCoordinates {
  private MarkedCoordinates() {}

  static Set<String> of(GraphQLSchema schema) {
    Set<String> marked = new TreeSet<>();
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      String at = type.getName() + ".";
      switch (type) {
        case GraphQLObjectType object ->
            object
                .getFieldDefinitions()
                .forEach(field -> {
                  if (PersonalDirective.marks(field)) {
                    marked.add(at + field.getName());
                  }
                  field.getArguments().stream()
                      .filter(PersonalDirective::marks)
                      .forEach(a -> marked.add(at + field.getName() + "(" + a.getName() + ":)"));
                });
        case GraphQLInputObjectType input ->
            input.getFieldDefinitions().stream()
                .filter(PersonalDirective::marks)
                .forEach(field -> marked.add(at + field.getName()));
        case GraphQLEnumType word ->
            word.getValues().stream()
                .filter(PersonalDirective::marks)
                .forEach(value -> marked.add(at + value.getName()));
        default -> {}
      }
    }
    return marked;
  }
}
