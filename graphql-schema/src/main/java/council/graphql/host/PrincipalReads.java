package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.platform.store.generated.Tables.ISSUER;
import static council.platform.store.generated.Tables.PRINCIPAL;
import static council.platform.store.generated.Tables.PRINCIPAL_PROVIDER;
import static council.platform.store.generated.Tables.PRINCIPAL_ROLE;
import static council.platform.store.generated.Tables.PRINCIPAL_SCOPE;
import static council.platform.store.generated.Tables.PROVIDER;

import council.graphql.spi.Contributions;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The users and machines of the council. */
final class PrincipalReads {
  private PrincipalReads() {}

  static void declare(Contributions c) {
    c.read("Principal", PRINCIPAL)
        .expression("issuer", PrincipalReads::issuer)
        .column("subject", PRINCIPAL.SUBJECT)
        .column("label", PRINCIPAL.LABEL)
        .expression("roles", PrincipalReads::roles)
        .expression("providerReferences", PrincipalReads::providers)
        .expression("scopes", PrincipalReads::scopes)
        .column("clientId", PRINCIPAL.CLIENT_ID)
        .column("disabledAt", PRINCIPAL.DISABLED_AT)
        .column("createdAt", PRINCIPAL.CREATED_AT)
        .column("revision", PRINCIPAL.REVISION)
        .filter("label", PRINCIPAL.LABEL)
        .order("LABEL_ASC", List.of(asc(PRINCIPAL.LABEL)));
    c.rootConnection("principals", "Principal");
  }

  private static Field<String> issuer(Table<?> principal) {
    return DSL.field(
        DSL.select(ISSUER.ISSUER_)
            .from(ISSUER)
            .where(ISSUER.TENANT_ID.eq(Columns.of(principal, PRINCIPAL.TENANT_ID)))
            .and(ISSUER.ID.eq(Columns.of(principal, PRINCIPAL.ISSUER_ID))));
  }

  private static Field<String[]> roles(Table<?> principal) {
    return DSL.array(
        DSL.select(PRINCIPAL_ROLE.ROLE)
            .from(PRINCIPAL_ROLE)
            .where(PRINCIPAL_ROLE.TENANT_ID.eq(Columns.of(principal, PRINCIPAL.TENANT_ID)))
            .and(PRINCIPAL_ROLE.PRINCIPAL_ID.eq(Columns.of(principal, PRINCIPAL.ID)))
            .orderBy(PRINCIPAL_ROLE.ROLE));
  }

  private static Field<String[]> scopes(Table<?> principal) {
    return DSL.array(
        DSL.select(PRINCIPAL_SCOPE.PERMISSION)
            .from(PRINCIPAL_SCOPE)
            .where(PRINCIPAL_SCOPE.TENANT_ID.eq(Columns.of(principal, PRINCIPAL.TENANT_ID)))
            .and(PRINCIPAL_SCOPE.PRINCIPAL_ID.eq(Columns.of(principal, PRINCIPAL.ID)))
            .orderBy(PRINCIPAL_SCOPE.PERMISSION));
  }

  private static Field<String[]> providers(Table<?> principal) {
    return DSL.array(
        DSL.select(PROVIDER.REFERENCE)
            .from(PRINCIPAL_PROVIDER)
            .join(PROVIDER)
            .on(PROVIDER.TENANT_ID.eq(PRINCIPAL_PROVIDER.TENANT_ID))
            .and(PROVIDER.ID.eq(PRINCIPAL_PROVIDER.PROVIDER_ID))
            .where(PRINCIPAL_PROVIDER.TENANT_ID.eq(Columns.of(principal, PRINCIPAL.TENANT_ID)))
            .and(PRINCIPAL_PROVIDER.PRINCIPAL_ID.eq(Columns.of(principal, PRINCIPAL.ID)))
            .orderBy(PROVIDER.REFERENCE));
  }
}
