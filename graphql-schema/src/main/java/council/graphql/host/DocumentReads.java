package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;
import static council.platform.store.generated.Tables.DOCUMENT_RULE;
import static council.platform.store.generated.Tables.TRUSTED_DOCUMENT;

import council.graphql.spi.Contributions;
import java.util.List;
import org.jooq.impl.DSL;

/** The documents that clients may send, and who may send no others. */
final class DocumentReads {
  private DocumentReads() {}

  static void declare(Contributions c) {
    c.read("TrustedDocument", TRUSTED_DOCUMENT)
        .expression(
            "documentId",
            t -> DSL.concat(DSL.inline("sha256:"), Columns.of(t, TRUSTED_DOCUMENT.SHA256)))
        .column("name", TRUSTED_DOCUMENT.NAME)
        .column("document", TRUSTED_DOCUMENT.DOCUMENT)
        .one("client", "Principal", TRUSTED_DOCUMENT.PRINCIPAL_ID)
        .column("registeredAt", TRUSTED_DOCUMENT.REGISTERED_AT)
        .column("registeredBy", TRUSTED_DOCUMENT.REGISTERED_BY)
        .filter("name", TRUSTED_DOCUMENT.NAME)
        .filter("client", TRUSTED_DOCUMENT.PRINCIPAL_ID)
        .order("NEWEST_FIRST", List.of(desc(TRUSTED_DOCUMENT.REGISTERED_AT)))
        .order("NAME_ASC", List.of(asc(TRUSTED_DOCUMENT.NAME)));
    c.rootConnection("trustedDocuments", "TrustedDocument");
    c.read("DocumentRule", DOCUMENT_RULE)
        .one("client", "Principal", DOCUMENT_RULE.PRINCIPAL_ID)
        .column("required", DOCUMENT_RULE.REQUIRED)
        .column("changedAt", DOCUMENT_RULE.CHANGED_AT)
        .column("revision", DOCUMENT_RULE.REVISION)
        .order("NEWEST_FIRST", List.of(desc(DOCUMENT_RULE.CHANGED_AT)));
    c.rootConnection("documentRules", "DocumentRule");
  }
}
