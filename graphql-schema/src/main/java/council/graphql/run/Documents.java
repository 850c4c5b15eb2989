package council.graphql.run;

import council.graphql.schema.CodedError;
import council.graphql.schema.ComposedSchema;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorClassification;
import graphql.validation.ValidationErrorType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Documents are parsed and validated once. */
final class Documents {
  /** Longer ones hold literals that are better sent as variables; they are not kept. */
  static final int KEPT_LENGTH = 20_000;

  /** Characters of all that are kept; their syntax trees take some hundred bytes for each. */
  private static final long KEPT_TOGETHER = 1_000_000;

  private static final Set<ValidationErrorClassification> OF_VALUES =
      Set.of(ValidationErrorType.WrongType, ValidationErrorType.BadValueForDefaultArg);

  private final GraphQLSchema schema;
  private final PersonalDocuments personal;
  private final GraphqlLimits limits;
  private final ParserOptions options;
  private final Recent<String, PreparsedDocumentEntry> kept = new Recent<>(KEPT_TOGETHER);

  Documents(ComposedSchema schema, GraphqlLimits limits) {
    this.schema = schema.schema();
    this.personal = new PersonalDocuments(schema.reads().personal());
    this.limits = limits;
    this.options =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(o -> o.maxTokens(limits.maxTokens()).redactTokenParserErrorMessages(true));
  }

  PreparsedDocumentEntry get(String query) {
    PreparsedDocumentEntry known = kept.get(query);
    if (known != null) {
      return known;
    }
    PreparsedDocumentEntry entry = parse(query);
    if (query.length() <= KEPT_LENGTH && !entry.hasErrors()) {
      kept.put(query, entry, query.length());
    }
    return entry;
  }

  private PreparsedDocumentEntry parse(String query) {
    ExecutionInput input =
        ExecutionInput.newExecutionInput(query)
            .graphQLContext(Map.of(ParserOptions.class, options))
            .build();
    ParseAndValidateResult parsed = ParseAndValidate.parse(input);
    if (parsed.isFailure()) {
      return new PreparsedDocumentEntry(List.of(broken(parsed)));
    }
    Document document = parsed.getDocument();
    List<GraphQLError> tooLarge = ExpandedSize.check(document, limits);
    if (!tooLarge.isEmpty()) {
      return new PreparsedDocumentEntry(tooLarge);
    }
    List<ValidationError> invalid = ParseAndValidate.validate(schema, document, input.getLocale());
    return invalid.isEmpty()
        ? new PreparsedDocumentEntry(document)
        : new PreparsedDocumentEntry(
            List.copyOf(invalid.stream().map(error -> told(error, document)).toList()));
  }

  private GraphQLError told(ValidationError error, Document document) {
    GraphQLError coded = Errors.coded(error);
    return OF_VALUES.contains(error.getValidationErrorType()) && coded instanceof CodedError told
        ? told.saying(personal.told(told.message(), document))
        : coded;
  }

  private GraphQLError broken(ParseAndValidateResult parsed) {
    InvalidSyntaxException syntax = parsed.getSyntaxException();
    String message = String.valueOf(syntax.getMessage());
    return switch (syntax) {
      case ParseCancelledException ignored ->
          LimitChecks.error("tokens", options.getMaxTokens(), message);
      case ParseCancelledTooManyCharsException ignored ->
          LimitChecks.error("characters", options.getMaxCharacters(), message);
      case ParseCancelledTooDeepException ignored ->
          LimitChecks.error("grammar", options.getMaxRuleDepth(), message);
      default -> Errors.coded(parsed.getErrors().getFirst());
    };
  }
}
