package council.platform.identity;

import static council.platform.store.generated.Tables.AUDIENCE_BINDING;
import static council.platform.store.generated.Tables.HOSTED_TENANT;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.HostTransactions;
import council.platform.data.Ids;
import council.platform.data.TenantReads.Select;
import council.platform.data.Unique;
import council.platform.module.InstalledModules;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.store.generated.Keys;
import council.platform.store.generated.tables.records.AudienceBindingRecord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Which council a token belongs to that cannot name it: its issuer and its audience say so. The
 * platform's operators bind them, so that no council takes tokens that are meant for another; the
 * council registers the issuer itself, so that no operator makes it trust anybody.
 */
@Singleton
public final class AudienceBindings {
  private static final String FIND =
      """
      select distinct b.council from platform.audience_binding b
      where b.issuer = ? and b.audience = any (?)\
      """;

  private final DSLContext sql;
  private final Audit audit;

  AudienceBindings(DSLContext sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /** Empty where no council is bound, and also where several are. */
  static Optional<String> findCouncil(
      HostTransactions host, String issuer, List<String> audiences) {
    return host.readAsHost(
        InstalledModules.HOST,
        new Select(FIND, List.of(issuer, audiences)),
        rows -> {
          Optional<String> first = rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
          return rows.next() ? Optional.empty() : first;
        });
  }

  /**
   * Binds an issuer and an audience to a council; for operators.
   *
   * @throws Refused with every problem; {@code AUDIENCE_BOUND} where they are bound already
   */
  public UUID bind(Actor operator, String issuer, String audience, String council) {
    Problems problems = new Problems();
    boolean usable = IssuerRules.text(issuer, "input.issuer", IssuerRules.LONGEST, problems);
    usable &= IssuerRules.text(audience, "input.audience", IssuerRules.LONGEST, problems);
    if (usable && find(issuer, audience)) {
      problems.addAll(bound().problems());
    }
    if (!isCouncil(operator, council)) {
      problems.add(
          "UNKNOWN_COUNCIL",
          "input.council",
          council,
          "the code of a council of this instance",
          "There is no such council.");
    }
    problems.throwIfAny();
    UUID id =
        Unique.orRefuse(
            Keys.AUDIENCE_BINDING_TENANT_ID_ISSUER_AUDIENCE_KEY,
            AudienceBindings::bound,
            () -> insert(operator.tenant(), issuer, audience, council));
    record(operator, id, "AudienceBound", null, forAudit(issuer, audience, council));
    return id;
  }

  private static Refused bound() {
    return new Refused(
        "AUDIENCE_BOUND",
        "input.audience",
        "This issuer and audience are bound to a council already; release them first.");
  }

  /** Tokens that do not name the council are worth nothing from the next request on. */
  public void release(Actor operator, UUID id) {
    AudienceBindingRecord row =
        sql.deleteFrom(AUDIENCE_BINDING)
            .where(AUDIENCE_BINDING.ID.eq(id))
            .returning()
            .fetchOptional()
            .orElseThrow(
                () -> new Refused("UNKNOWN_BINDING", "input.id", "There is no such binding."));
    record(
        operator,
        id,
        "AudienceReleased",
        forAudit(row.getIssuer(), row.getAudience(), row.getCouncil()),
        null);
  }

  /** In a transaction of the tenant that runs the instance. */
  UUID insert(String host, String issuer, String audience, String council) {
    UUID id = Ids.next();
    sql.insertInto(AUDIENCE_BINDING)
        .set(AUDIENCE_BINDING.TENANT_ID, host)
        .set(AUDIENCE_BINDING.ID, id)
        .set(AUDIENCE_BINDING.ISSUER, issuer)
        .set(AUDIENCE_BINDING.AUDIENCE, audience)
        .set(AUDIENCE_BINDING.COUNCIL, council)
        .execute();
    return id;
  }

  private boolean find(String issuer, String audience) {
    return sql.fetchExists(
        AUDIENCE_BINDING,
        AUDIENCE_BINDING.ISSUER.eq(issuer).and(AUDIENCE_BINDING.AUDIENCE.eq(audience)));
  }

  private boolean isCouncil(Actor operator, String council) {
    return council.equals(operator.tenant())
        || sql.fetchExists(HOSTED_TENANT, HOSTED_TENANT.CODE.eq(council));
  }

  private void record(
      Actor operator,
      UUID id,
      String action,
      @Nullable Map<String, Object> before,
      @Nullable Map<String, Object> after) {
    audit.record(operator, new Change("AudienceBinding", id, action, before, after, null, null));
  }

  /** A binding as the audit keeps it. */
  static Map<String, Object> forAudit(String issuer, String audience, String council) {
    return Map.of("issuer", issuer, "audience", audience, "council", council);
  }
}
