package council.graphql.run;

import council.graphql.schema.CodedError;
import council.graphql.schema.ComposedSchema;
import council.platform.problem.ErrorCode;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Documents are parsed and validated once. */
final class Documents {
  /** Longer ones hold literals that are better sent as variables; they are not kept. */
  static final int KEPT_LENGTH = 20_000;

  /** Characters of all that are kept; their syntax trees take some hundred bytes for each. */
  private static final long KEPT_TOGETHER = 1_000_000;

  private static final Set<ValidationErrorClassification> OF_VALUES =
      Set.of(ValidationErrorType.WrongType, ValidationErrorType.BadValueForDefaultArg);
  private static final int LONGEST_NUMBER = 100;

  private final GraphQLSchema schema;
  private final PersonalDocuments personal;
  private final GraphqlLimits limits;
  private final Recent<String, Known> kept = new Recent<>(KEPT_TOGETHER);

  Documents(ComposedSchema schema, GraphqlLimits limits) {
    this.schema = schema.schema();
    this.personal = new PersonalDocuments(schema.reads().personal());
    this.limits = limits;
  }

  /**
   * A document that was looked at.
   *
   * @param tokens how many it has
   */
  record Known(PreparsedDocumentEntry entry, int tokens) {
    boolean isRefused() {
      return entry.hasErrors();
    }
  }

  /** Where a document that fits the schema writes personal values out. */
  Set<String> personalLiterals(Known document) {
    return PersonalLiterals.of(schema, document.entry().getDocument());
  }

  Known get(String query) {
    Known known = kept.get(query);
    if (known != null) {
      return known;
    }
    Known parsed = parse(query);
    if (query.length() <= KEPT_LENGTH && !parsed.isRefused()) {
      kept.put(query, parsed, query.length());
    }
    return parsed;
  }

  private Known parse(String query) {
    refuseEndlessNumber(query);
    AtomicInteger tokens = new AtomicInteger();
    ParserOptions options = options(tokens);
    ExecutionInput input =
        ExecutionInput.newExecutionInput(query)
            .graphQLContext(Map.of(ParserOptions.class, options))
            .build();
    ParseAndValidateResult parsed = ParseAndValidate.parse(input);
    return new Known(
        parsed.isFailure()
            ? new PreparsedDocumentEntry(List.of(broken(parsed, options, tokens.get(), query)))
            : validated(parsed.getDocument()),
        tokens.get());
  }

  private ParserOptions options(AtomicInteger tokens) {
    return ParserOptions.getDefaultOperationParserOptions()
        .transform(o ->
            o.maxTokens(limits.maxTokens())
                .redactTokenParserErrorMessages(true)
                .parsingListener(token -> tokens.incrementAndGet()));
  }

  /** Reading a number takes the square of its length, so this is looked for before it is read. */
  private static void refuseEndlessNumber(String query) {
    int digits = 0;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits > LONGEST_NUMBER) {
        throw new OperationRefused(
            ErrorCode.BAD_REQUEST,
            "The document has more than %d digits in a row; send long texts as variables."
                .formatted(LONGEST_NUMBER));
      }
    }
  }

  private PreparsedDocumentEntry validated(Document document) {
    List<GraphQLError> tooLarge = ExpandedSize.check(document, limits);
    if (!tooLarge.isEmpty()) {
      return new PreparsedDocumentEntry(tooLarge);
    }
    List<ValidationError> invalid = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
    return invalid.isEmpty()
        ? new PreparsedDocumentEntry(document)
        : new PreparsedDocumentEntry(invalid.stream().map(error -> told(error, document)).toList());
  }

  /** As it is, so that it can be told by who asks; but a personal value is told to nobody. */
  private GraphQLError told(ValidationError error, Document document) {
    boolean quotes =
        OF_VALUES.contains(error.getValidationErrorType()) && personal.mayGive(document);
    return quotes && Errors.coded(error) instanceof CodedError coded
        ? coded.saying(personal.told(coded.message(), document))
        : error;
  }

  private static GraphQLError broken(
      ParseAndValidateResult parsed, ParserOptions options, int tokens, String query) {
    InvalidSyntaxException syntax = parsed.getSyntaxException();
    String message = String.valueOf(syntax.getMessage());
    return switch (syntax) {
      case ParseCancelledTooManyCharsException ignored ->
          Limit.CHARACTERS.exceeded(options.getMaxCharacters(), query.length(), message);
      case ParseCancelledTooDeepException ignored ->
          Limit.GRAMMAR.exceeded(
              options.getMaxRuleDepth(), options.getMaxRuleDepth() + 1L, message);
      case ParseCancelledException ignored ->
          Limit.TOKENS.exceeded(
              options.getMaxTokens(), Math.max(tokens, options.getMaxTokens() + 1L), message);
      default -> parsed.getErrors().getFirst();
    };
  }
}
