package council.platform.identity;

import static council.platform.store.generated.Tables.HOSTED_TENANT;
import static council.platform.store.generated.Tables.ISSUER;
import static council.platform.store.generated.Tables.PRINCIPAL;
import static council.platform.store.generated.Tables.PRINCIPAL_PROVIDER;
import static council.platform.store.generated.Tables.PRINCIPAL_ROLE;
import static council.platform.store.generated.Tables.PRINCIPAL_SCOPE;
import static council.platform.store.generated.Tables.PROVIDER;
import static council.platform.store.generated.Tables.TENANT;

import council.platform.data.Ids;
import council.platform.store.generated.tables.records.IssuerRecord;
import council.platform.store.generated.tables.records.PrincipalProviderRecord;
import council.platform.store.generated.tables.records.PrincipalRecord;
import council.platform.store.generated.tables.records.PrincipalRoleRecord;
import council.platform.store.generated.tables.records.PrincipalScopeRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Rows of councils, issuers and principals. What is visible is the current council's. */
@Singleton
final class IdentityStore {
  private final DSLContext sql;

  IdentityStore(DSLContext sql) {
    this.sql = sql;
  }

  boolean hasTenant(String code) {
    return sql.fetchExists(TENANT, TENANT.TENANT_ID.eq(code));
  }

  UUID insertTenant(String code, String title) {
    UUID id = Ids.next();
    sql.insertInto(TENANT)
        .set(TENANT.TENANT_ID, code)
        .set(TENANT.ID, id)
        .set(TENANT.TITLE, title)
        .execute();
    return id;
  }

  boolean hasHostedTenant(String code) {
    return sql.fetchExists(HOSTED_TENANT, HOSTED_TENANT.CODE.eq(code));
  }

  UUID insertHostedTenant(String operatorTenant, String code, String title) {
    UUID id = Ids.next();
    sql.insertInto(HOSTED_TENANT)
        .set(HOSTED_TENANT.TENANT_ID, operatorTenant)
        .set(HOSTED_TENANT.ID, id)
        .set(HOSTED_TENANT.CODE, code)
        .set(HOSTED_TENANT.TITLE, title)
        .execute();
    return id;
  }

  /** An issuer whose tokens are accepted. */
  Optional<UUID> findIssuer(String issuer) {
    return sql.select(ISSUER.ID)
        .from(ISSUER)
        .where(ISSUER.ISSUER_.eq(issuer))
        .and(ISSUER.REMOVED_AT.isNull())
        .fetchOptional(ISSUER.ID);
  }

  boolean isIssuerOf(UUID principal, UUID issuer) {
    return sql.fetchExists(
        PRINCIPAL, PRINCIPAL.ID.eq(principal).and(PRINCIPAL.ISSUER_ID.eq(issuer)));
  }

  IssuerEntry getIssuer(UUID id) {
    IssuerRecord row = sql.selectFrom(ISSUER).where(ISSUER.ID.eq(id)).forUpdate().fetchSingle();
    return new IssuerEntry(
        row.getIssuer(),
        row.getAudience(),
        row.getAlgorithm(),
        KeySource.valueOf(row.getKeySource()),
        row.getJwks(),
        TokenType.valueOf(row.getTokenType()),
        row.getMaxLifetimeSeconds(),
        row.getDemo());
  }

  UUID insertIssuer(String tenant, IssuerEntry entry) {
    UUID id = Ids.next();
    sql.insertInto(ISSUER)
        .set(ISSUER.TENANT_ID, tenant)
        .set(ISSUER.ID, id)
        .set(ISSUER.ISSUER_, entry.issuer())
        .set(columns(entry))
        .execute();
    return id;
  }

  void updateIssuer(UUID id, IssuerEntry entry) {
    sql.update(ISSUER)
        .set(columns(entry))
        .set(ISSUER.REVISION, ISSUER.REVISION.plus(1))
        .where(ISSUER.ID.eq(id))
        .execute();
  }

  /** One that was removed, as it is given now; empty where there is none. */
  Optional<UUID> reinstateIssuer(IssuerEntry entry) {
    return sql.update(ISSUER)
        .set(columns(entry))
        .setNull(ISSUER.REMOVED_AT)
        .set(ISSUER.REVISION, ISSUER.REVISION.plus(1))
        .where(ISSUER.ISSUER_.eq(entry.issuer()))
        .and(ISSUER.REMOVED_AT.isNotNull())
        .returning(ISSUER.ID)
        .fetchOptional(ISSUER.ID);
  }

  int getIssuerRevision(UUID id) {
    return sql.select(ISSUER.REVISION)
        .from(ISSUER)
        .where(ISSUER.ID.eq(id))
        .fetchSingle(ISSUER.REVISION);
  }

  void removeIssuer(UUID id, Instant at) {
    sql.update(ISSUER)
        .set(ISSUER.REMOVED_AT, at)
        .set(ISSUER.REVISION, ISSUER.REVISION.plus(1))
        .where(ISSUER.ID.eq(id))
        .execute();
  }

  /** What can be replaced of an issuer. */
  private static Map<Field<?>, @Nullable Object> columns(IssuerEntry entry) {
    Map<Field<?>, @Nullable Object> columns = new HashMap<>();
    columns.put(ISSUER.AUDIENCE, entry.audience());
    columns.put(ISSUER.ALGORITHM, entry.algorithm());
    columns.put(ISSUER.KEY_SOURCE, entry.keySource().name());
    columns.put(ISSUER.JWKS, entry.jwks());
    columns.put(ISSUER.TOKEN_TYPE, entry.tokenType().name());
    columns.put(ISSUER.MAX_LIFETIME_SECONDS, entry.maxLifetimeSeconds());
    columns.put(ISSUER.DEMO, entry.demo());
    return columns;
  }

  boolean hasPrincipal(UUID issuerId, String subject) {
    return sql.fetchExists(
        PRINCIPAL, PRINCIPAL.ISSUER_ID.eq(issuerId).and(PRINCIPAL.SUBJECT.eq(subject)));
  }

  boolean hasLabel(String label) {
    return sql.fetchExists(PRINCIPAL, PRINCIPAL.LABEL.eq(label));
  }

  /** Those of them that the council's directory has. */
  Set<UUID> findProviders(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : sql.select(PROVIDER.ID).from(PROVIDER).where(PROVIDER.ID.in(ids)).fetchSet(PROVIDER.ID);
  }

  Optional<PrincipalRecord> findPrincipalForUpdate(UUID id) {
    return sql.selectFrom(PRINCIPAL).where(PRINCIPAL.ID.eq(id)).forUpdate().fetchOptional();
  }

  UUID insertPrincipal(String tenant, UUID issuerId, PrincipalEntry entry) {
    UUID id = Ids.next();
    sql.insertInto(PRINCIPAL)
        .set(PRINCIPAL.TENANT_ID, tenant)
        .set(PRINCIPAL.ID, id)
        .set(PRINCIPAL.ISSUER_ID, issuerId)
        .set(PRINCIPAL.SUBJECT, entry.subject())
        .set(PRINCIPAL.LABEL, entry.label())
        .set(PRINCIPAL.CLIENT_ID, entry.clientId())
        .execute();
    replaceRoles(tenant, id, entry.roles());
    replaceProviders(tenant, id, entry.providerIds());
    replaceScopes(tenant, id, entry.scopes());
    return id;
  }

  void replaceRoles(String tenant, UUID principal, Collection<Role> roles) {
    sql.deleteFrom(PRINCIPAL_ROLE).where(PRINCIPAL_ROLE.PRINCIPAL_ID.eq(principal)).execute();
    sql.batchInsert(
            roles.stream()
                .map(role -> new PrincipalRoleRecord(tenant, principal, role.name()))
                .toList())
        .execute();
  }

  void replaceProviders(String tenant, UUID principal, Collection<UUID> providers) {
    sql.deleteFrom(PRINCIPAL_PROVIDER)
        .where(PRINCIPAL_PROVIDER.PRINCIPAL_ID.eq(principal))
        .execute();
    sql.batchInsert(
            providers.stream()
                .map(provider -> new PrincipalProviderRecord(tenant, principal, provider))
                .toList())
        .execute();
  }

  void replaceScopes(String tenant, UUID principal, Collection<String> scopes) {
    sql.deleteFrom(PRINCIPAL_SCOPE).where(PRINCIPAL_SCOPE.PRINCIPAL_ID.eq(principal)).execute();
    sql.batchInsert(
            scopes.stream()
                .map(scope -> new PrincipalScopeRecord(tenant, principal, scope))
                .toList())
        .execute();
  }

  /** Tokens of any client of the issuer then stand for the principal. */
  void forgetClient(UUID id) {
    sql.update(PRINCIPAL).setNull(PRINCIPAL.CLIENT_ID).where(PRINCIPAL.ID.eq(id)).execute();
  }

  void touchPrincipal(UUID id, @Nullable Instant disabledAt) {
    sql.update(PRINCIPAL)
        .set(PRINCIPAL.DISABLED_AT, disabledAt)
        .set(PRINCIPAL.REVISION, PRINCIPAL.REVISION.plus(1))
        .where(PRINCIPAL.ID.eq(id))
        .execute();
  }
}
