package council.graphql.host;

import council.graphql.run.DocumentCheck;
import council.graphql.spi.Contributions;
import council.graphql.spi.NodeRef;
import council.graphql.spi.Outcome;
import council.platform.document.DocumentHash;
import council.platform.document.DocumentRegistry;
import council.platform.document.DocumentRegistry.NewDocument;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The council's administrators decide which documents its clients may send. */
@Singleton
final class DocumentMutations {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_AT_ONCE = 100;

  private final DocumentRegistry registry;
  private final DocumentCheck check;

  DocumentMutations(DocumentRegistry registry, DocumentCheck check) {
    this.registry = registry;
    this.check = check;
  }

  /** The SDL input NewDocumentInput. */
  record NewDocumentInput(String name, String document, @Nullable String documentId) {}

  record RegisterDocuments(@Nullable String client, List<NewDocumentInput> documents) {}

  record RequireTrustedDocuments(@Nullable String client, boolean required) {}

  void declare(Contributions c) {
    c.mutation("registerDocuments", RegisterDocuments.class, this::register);
    c.mutation("requireTrustedDocuments", RequireTrustedDocuments.class, this::require);
  }

  private Outcome register(Actor actor, RegisterDocuments input) {
    Problems problems = new Problems();
    List<NewDocumentInput> documents = input.documents();
    if (documents.isEmpty() || documents.size() > MOST_AT_ONCE) {
      problems.add(
          "BAD_COUNT",
          "input.documents",
          documents.size(),
          "1 to " + MOST_AT_ONCE,
          "Expected 1 to %d documents, but there are %d."
              .formatted(MOST_AT_ONCE, documents.size()));
      problems.throwIfAny();
    }
    for (int i = 0; i < documents.size(); i++) {
      check(documents.get(i), "input.documents[" + i + "]", problems);
    }
    problems.throwIfAny();
    List<UUID> ids =
        registry.register(
            actor,
            input.client(),
            documents.stream().map(d -> new NewDocument(d.name(), d.document())).toList());
    return Outcome.value(
        "documents", ids.stream().map(id -> new NodeRef("TrustedDocument", id)).toList());
  }

  private void check(NewDocumentInput document, String path, Problems problems) {
    TextRule.findFault(document.name(), LONGEST_NAME)
        .ifPresent(fault -> problems.add("BAD_TEXT", path + ".name", "The name " + fault + "."));
    check
        .faults(document.document())
        .forEach(fault -> problems.add("INVALID_DOCUMENT", path + ".document", fault));
    String expected = DocumentHash.of(document.document()).id();
    if (document.documentId() != null && !document.documentId().equals(expected)) {
      problems.add(
          "OTHER_DOCUMENT",
          path + ".documentId",
          TextRule.shown(document.documentId()),
          expected,
          "This is not the id of the document, which is " + expected + ".");
    }
  }

  private Outcome require(Actor actor, RequireTrustedDocuments input) {
    return Outcome.node(
        "rule", "DocumentRule", registry.require(actor, input.client(), input.required()));
  }
}
