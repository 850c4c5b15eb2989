package council.graphql.run;

import council.graphql.read.PersonalMarks;
import council.platform.document.DocumentHash;
import council.platform.document.TrustedDocuments;
import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what a client sends to an operation: the trusted text, parsed, validated, normalized. */
final class Preparation {
  private static final String PERSONAL_IN_URL =
      "Personal values may not stand in a URL: send the request by POST.";

  private final PersonalMarks marks;
  private final TrustedDocuments trusted;
  private final Documents documents;
  private final Operations operations;
  private final Introspection introspection;

  Preparation(
      PersonalMarks marks,
      TrustedDocuments trusted,
      Documents documents,
      Operations operations,
      Introspection introspection) {
    this.marks = marks;
    this.trusted = trusted;
    this.documents = documents;
    this.operations = operations;
    this.introspection = introspection;
  }

  /**
   * @param queriesOnly refuses whatever is not a query, as a safe HTTP method must
   * @throws OperationRefused with every reason
   */
  Prepared prepare(Actor actor, SentRequest sent, boolean queriesOnly) {
    GraphqlRequest request =
        new GraphqlRequest(
            text(actor, sent), sent.operationName(), sent.variables(), sent.purpose());
    Documents.Known document = documents.get(request.query());
    if (document.isRefused()) {
      throw new OperationRefused(
          document.entry().getErrors().stream()
              .map(error -> introspection.told(actor, error))
              .toList());
    }
    Operation kind = Operations.kind(document.entry().getDocument(), request);
    if (queriesOnly && kind != Operation.QUERY) {
      throw refused("METHOD_NOT_ALLOWED", "Only queries may be sent by GET.", null);
    }
    PreparedOperation operation =
        operations.prepare(document.entry().getDocument(), request, introspection.isAllowed(actor));
    PersonalUse use = PersonalUse.of(marks, operation);
    if (queriesOnly && use.givesValues()) {
      throw new OperationRefused(ErrorCode.BAD_REQUEST, PERSONAL_IN_URL);
    }
    return new Prepared(request, document.entry(), kind, operation, use, document.tokens());
  }

  private String text(Actor actor, SentRequest sent) {
    String id = sent.documentId();
    String query = sent.query();
    if (id != null) {
      return registered(actor, id, query);
    }
    if (query == null) {
      throw new OperationRefused(
          ErrorCode.BAD_REQUEST, "The request has neither 'query' nor 'documentId'.");
    }
    if (trusted.isRequired(actor) && trusted.find(actor, DocumentHash.of(query)).isEmpty()) {
      throw refused(
          "DOCUMENT_NOT_TRUSTED",
          "Only documents that the council has registered for this client may be sent.",
          null);
    }
    return query;
  }

  private String registered(Actor actor, String id, @Nullable String query) {
    DocumentHash hash =
        DocumentHash.ofId(id)
            .orElseThrow(() ->
                new OperationRefused(
                    ErrorCode.BAD_REQUEST,
                    "'documentId' must be 'sha256:' and 64 hexadecimal digits in lower case."));
    String document =
        trusted
            .find(actor, hash)
            .orElseThrow(() ->
                refused(
                    "DOCUMENT_NOT_FOUND",
                    "No such document is registered for this client.",
                    hash.id()));
    if (query != null && !query.equals(document)) {
      throw new OperationRefused(
          ErrorCode.BAD_REQUEST, "'query' is not the document that 'documentId' stands for.");
    }
    return document;
  }

  private static OperationRefused refused(String code, String message, @Nullable String id) {
    Map<String, ?> more = id == null ? Map.of() : Map.of("documentId", id);
    return new OperationRefused(List.of(council.graphql.schema.CodedError.of(message, code, more)));
  }
}
