package council.platform.identity;

import static council.platform.store.generated.Tables.ISSUER;
import static council.platform.store.generated.Tables.PRINCIPAL;
import static council.platform.store.generated.Tables.PRINCIPAL_PROVIDER;
import static council.platform.store.generated.Tables.PRINCIPAL_ROLE;
import static council.platform.store.generated.Tables.PRINCIPAL_SCOPE;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import council.platform.identity.Principals.PrincipalView;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Principals with their roles, providers and scopes, in one statement. */
@Singleton
final class PrincipalReads {
  private static final Field<String[]> ROLES =
      array(
              select(PRINCIPAL_ROLE.ROLE)
                  .from(PRINCIPAL_ROLE)
                  .where(PRINCIPAL_ROLE.PRINCIPAL_ID.eq(PRINCIPAL.ID)))
          .as("roles");
  private static final Field<UUID[]> PROVIDERS =
      array(
              select(PRINCIPAL_PROVIDER.PROVIDER_ID)
                  .from(PRINCIPAL_PROVIDER)
                  .where(PRINCIPAL_PROVIDER.PRINCIPAL_ID.eq(PRINCIPAL.ID)))
          .as("providers");
  private static final Field<String[]> SCOPES =
      array(
              select(PRINCIPAL_SCOPE.PERMISSION)
                  .from(PRINCIPAL_SCOPE)
                  .where(PRINCIPAL_SCOPE.PRINCIPAL_ID.eq(PRINCIPAL.ID)))
          .as("scopes");

  private final DSLContext sql;

  PrincipalReads(DSLContext sql) {
    this.sql = sql;
  }

  List<PrincipalView> list(@Nullable UUID id) {
    return sql.select(PRINCIPAL.asterisk(), ISSUER.ISSUER_, ROLES, PROVIDERS, SCOPES)
        .from(PRINCIPAL)
        .join(ISSUER)
        .on(ISSUER.TENANT_ID.eq(PRINCIPAL.TENANT_ID).and(ISSUER.ID.eq(PRINCIPAL.ISSUER_ID)))
        .where(id == null ? noCondition() : PRINCIPAL.ID.eq(id))
        .orderBy(PRINCIPAL.LABEL, PRINCIPAL.ID)
        .fetch(PrincipalReads::view);
  }

  private static PrincipalView view(Record row) {
    return new PrincipalView(
        row.get(PRINCIPAL.ID),
        row.get(ISSUER.ISSUER_),
        row.get(PRINCIPAL.SUBJECT),
        row.get(PRINCIPAL.LABEL),
        Arrays.stream(row.get(ROLES)).map(Role::valueOf).collect(Collectors.toSet()),
        Set.of(row.get(PROVIDERS)),
        Set.of(row.get(SCOPES)),
        row.get(PRINCIPAL.DISABLED_AT) != null,
        row.get(PRINCIPAL.REVISION));
  }
}
