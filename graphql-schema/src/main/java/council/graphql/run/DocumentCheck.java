package council.graphql.run;

import graphql.GraphQLError;
import graphql.language.OperationDefinition;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.List;

/** What is wrong with a document that somebody wants to register. */
@Singleton
public final class DocumentCheck {
  /** Asked for late: the schema is composed of the modules that may ask this. */
  private final BeanProvider<Documents> documents;

  DocumentCheck(BeanProvider<Documents> documents) {
    this.documents = documents;
  }

  /** Sentences; none where the document fits the schema and has an operation. */
  public List<String> faults(String text) {
    Documents.Known document = documents.get().get(text);
    if (document.isRefused()) {
      return document.entry().getErrors().stream().map(GraphQLError::getMessage).toList();
    }
    if (document.entry().getDocument().getDefinitionsOfType(OperationDefinition.class).isEmpty()) {
      return List.of("The document has no operation.");
    }
    // What is registered stays for good and is read without a purpose.
    return documents.get().personalLiterals(document).stream()
        .map(place ->
            "The document writes out a value of '%s', which is personal; expected a variable without a default there."
                .formatted(place))
        .toList();
  }
}
