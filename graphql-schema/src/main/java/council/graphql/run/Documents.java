package council.graphql.run;

import council.platform.problem.ErrorCode;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;

/** Documents are parsed and validated once. */
final class Documents {
  /** Longer ones hold literals that are better sent as variables; they are not kept. */
  private static final int KEPT_LENGTH = 20_000;

  private final GraphQLSchema schema;
  private final ParserOptions options;
  private final Map<String, PreparsedDocumentEntry> kept = Recent.of(1000);

  Documents(GraphQLSchema schema, GraphqlLimits limits) {
    this.schema = schema;
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
    if (query.length() <= KEPT_LENGTH) {
      kept.put(query, entry);
    }
    return entry;
  }

  private PreparsedDocumentEntry parse(String query) {
    ExecutionInput input =
        ExecutionInput.newExecutionInput(query)
            .graphQLContext(Map.of(ParserOptions.class, options))
            .build();
    ParseAndValidateResult result = ParseAndValidate.parseAndValidate(schema, input);
    if (!result.isFailure()) {
      return new PreparsedDocumentEntry(result.getDocument());
    }
    InvalidSyntaxException syntax = result.getSyntaxException();
    if (syntax instanceof ParseCancelledException tooLong) {
      return new PreparsedDocumentEntry(
          Errors.error(
              ErrorCode.LIMIT_EXCEEDED,
              String.valueOf(tooLong.getMessage()),
              Map.of("limit", "tokens", "maximum", options.getMaxTokens())));
    }
    return new PreparsedDocumentEntry(
        List.copyOf(result.getErrors().stream().map(Errors::coded).toList()));
  }
}
