package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.platform.store.generated.Tables.AUDIENCE_BINDING;
import static council.platform.store.generated.Tables.ISSUER;

import council.graphql.spi.Contributions;
import java.util.List;

/** Whose tokens a council accepts, and what leads tokens to a council that do not name it. */
final class IssuerReads {
  private IssuerReads() {}

  static void declare(Contributions c) {
    c.read("Issuer", ISSUER)
        .column("issuer", ISSUER.ISSUER_)
        .column("audience", ISSUER.AUDIENCE)
        .column("algorithm", ISSUER.ALGORITHM)
        .column("keySource", ISSUER.KEY_SOURCE)
        .column("jwks", ISSUER.JWKS)
        .column("tokenType", ISSUER.TOKEN_TYPE)
        .column("maxLifetimeSeconds", ISSUER.MAX_LIFETIME_SECONDS)
        .column("demo", ISSUER.DEMO)
        .column("removedAt", ISSUER.REMOVED_AT)
        .column("createdAt", ISSUER.CREATED_AT)
        .column("revision", ISSUER.REVISION)
        .filter("issuer", ISSUER.ISSUER_)
        .order("ISSUER_ASC", List.of(asc(ISSUER.ISSUER_)));
    c.rootConnection("issuers", "Issuer");
    c.read("AudienceBinding", AUDIENCE_BINDING)
        .column("issuer", AUDIENCE_BINDING.ISSUER)
        .column("audience", AUDIENCE_BINDING.AUDIENCE)
        .column("council", AUDIENCE_BINDING.COUNCIL)
        .column("createdAt", AUDIENCE_BINDING.CREATED_AT)
        .filter("council", AUDIENCE_BINDING.COUNCIL)
        .order("COUNCIL_ASC", List.of(asc(AUDIENCE_BINDING.COUNCIL)));
    c.rootConnection("audienceBindings", "AudienceBinding");
  }
}
