package council.graphql.run;

import council.graphql.schema.CodedError;
import graphql.GraphQLError;
import java.util.Map;

/**
 * What a request can have too much of. Each has a code of its own; its error carries {@code limit},
 * {@code maximum} and {@code actual}, which is where counting stopped if it was stopped early.
 */
public enum Limit {
  /** Bytes of a body. */
  BODY("BODY_TOO_LARGE", "body"),
  /** Operations in one request. */
  BATCH("BATCH_TOO_LARGE", "batch"),
  /** Characters of a document. */
  CHARACTERS("DOCUMENT_TOO_LONG", "characters"),
  /** Tokens of all documents of a request. */
  TOKENS("TOO_MANY_TOKENS", "tokens"),
  /** Rules of the grammar within each other. */
  GRAMMAR("NESTED_TOO_DEEPLY", "grammar"),
  /** Levels of fields. */
  DEPTH("TOO_DEEP", "depth"),
  /** Fields once fragments are expanded. */
  FIELDS("TOO_MANY_FIELDS", "fields"),
  /** Fields under another name. */
  ALIASES("TOO_MANY_ALIASES", "aliases"),
  /** Uses of directives. */
  DIRECTIVES("TOO_MANY_DIRECTIVES", "directives"),
  /** Objects that could be answered. */
  COST("TOO_COSTLY", "cost"),
  /** How often introspection goes from types to types. */
  INTROSPECTION("TOO_MUCH_INTROSPECTION", "introspection");

  private final String code;
  private final String word;

  Limit(String code, String word) {
    this.code = code;
    this.word = word;
  }

  /** The word in {@code extensions.code}. */
  public String code() {
    return code;
  }

  /** The word in {@code extensions.limit}. */
  public String word() {
    return word;
  }

  /** The error of a request that goes beyond. */
  public GraphQLError exceeded(long maximum, long actual, String message) {
    return CodedError.of(
        message, code, Map.of("limit", word, "maximum", maximum, "actual", actual));
  }
}
