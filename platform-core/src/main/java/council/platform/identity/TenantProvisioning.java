package council.platform.identity;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.HostTransactions;
import council.platform.data.Unique;
import council.platform.jobs.Recurrences;
import council.platform.jobs.SystemActor;
import council.platform.module.InstalledModules;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.store.generated.Keys;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Councils join the instance here, and the tenant that runs the instance is set up here. */
@Singleton
public final class TenantProvisioning {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,62}");

  private final IdentityStore store;
  private final HostTransactions host;
  private final Permissions permissions;
  private final IssuerCheck issuerCheck;
  private final AudienceBindings bindings;
  private final Audit audit;
  private final Recurrences recurrences;

  TenantProvisioning(
      IdentityStore store,
      HostTransactions host,
      Permissions permissions,
      IssuerCheck issuerCheck,
      AudienceBindings bindings,
      Audit audit,
      Recurrences recurrences) {
    this.store = store;
    this.host = host;
    this.permissions = permissions;
    this.issuerCheck = issuerCheck;
    this.bindings = bindings;
    this.audit = audit;
    this.recurrences = recurrences;
  }

  /** Whether the instance has its operators. */
  public boolean hasHost() {
    return host.writeAsHost(InstalledModules.HOST, () -> store.hasTenant(InstalledModules.HOST));
  }

  /**
   * Sets up the tenant {@code platform} with its first operators, outside any transaction and
   * before anybody can act. Answers false where it is there already; nothing is changed then.
   *
   * <p>The issuer's tokens need not name the tenant: issuer and audience are bound to it.
   */
  public boolean establishHost(IssuerEntry issuer, List<PrincipalEntry> operators) {
    TenantEntry entry =
        new TenantEntry(InstalledModules.HOST, "The instance", List.of(issuer), operators);
    Problems problems = new Problems();
    checkIdentity(entry, problems);
    problems.throwIfAny();
    return host.writeAsHost(
        entry.code(),
        () -> {
          if (store.hasTenant(entry.code())) {
            return false;
          }
          List<Change> changes = insert(entry);
          changes.add(bind(entry.code(), issuer));
          audit.recordAll(SystemActor.of(entry.code(), Set.of()), changes);
          return true;
        });
  }

  private Change bind(String hostCode, IssuerEntry issuer) {
    UUID id = bindings.insert(hostCode, issuer.issuer(), issuer.audience(), hostCode);
    return added(
        "AudienceBinding",
        id,
        "AudienceBound",
        AudienceBindings.forAudit(issuer.issuer(), issuer.audience(), hostCode));
  }

  /**
   * Creates a council with its issuers and first users, in the operator's current write.
   *
   * @return id of the row that the operator sees
   * @throws Refused with every problem; {@code TENANT_EXISTS} where the code is taken
   */
  public UUID create(Actor operator, TenantEntry entry) {
    if (!operator.tenant().equals(InstalledModules.HOST)) {
      throw new Refused(
          "NOT_THE_OPERATOR", "input", "Only the platform's operators create councils.");
    }
    check(entry);
    UUID id =
        Unique.orRefuse(
            Keys.HOSTED_TENANT_TENANT_ID_CODE_KEY,
            () -> new Refused(List.of(tenantExists(entry.code()))),
            () -> store.insertHostedTenant(operator.tenant(), entry.code(), entry.title()));
    host.within(
        entry.code(),
        operator,
        () -> {
          audit.recordAll(operator.in(entry.code()), insert(entry));
          return entry;
        });
    audit.record(operator, created("HostedTenant", id, entry));
    return id;
  }

  private static Problem tenantExists(String code) {
    return Problem.of(
        "TENANT_EXISTS", "input.code", "There is a council '%s' already.".formatted(code));
  }

  private void check(TenantEntry entry) {
    Problems problems = new Problems();
    if (!CODE.matcher(entry.code()).matches()) {
      problems.add(
          "BAD_CODE",
          "input.code",
          entry.code(),
          "a lower-case word, digits and hyphens, 2 to 63 characters",
          "The code of a council is a lower-case word.");
    } else if (entry.code().equals(InstalledModules.HOST) || store.hasHostedTenant(entry.code())) {
      problems.add(tenantExists(entry.code()));
    }
    IssuerRules.text(entry.title(), "input.title", IssuerRules.LONGEST, problems);
    checkIdentity(entry, problems);
    if (entry.principals().stream().noneMatch(one -> one.roles().contains(Role.TENANT_ADMIN))) {
      problems.add(
          "NO_ADMINISTRATOR",
          "input.principals",
          "Expected at least one tenant administrator among the first users.");
    }
    problems.throwIfAny();
  }

  private void checkIdentity(TenantEntry entry, Problems problems) {
    Set<String> issuers = new HashSet<>();
    int number = 0;
    for (IssuerEntry issuer : entry.issuers()) {
      String path = "input.issuers[" + number++ + "]";
      issuerCheck.check(issuer, path, problems);
      if (!issuers.add(issuer.issuer())) {
        problems.add("ISSUER_TWICE", path + ".issuer", "The issuer is named twice.");
      }
    }
    checkPrincipals(entry, issuers, problems);
  }

  /** A council that is not there yet has no providers to which a user could be bound. */
  private void checkPrincipals(TenantEntry entry, Set<String> issuers, Problems problems) {
    Set<List<String>> subjects = new HashSet<>();
    Set<String> labels = new HashSet<>();
    int number = 0;
    for (PrincipalEntry one : entry.principals()) {
      String path = "input.principals[" + number++ + "]";
      PrincipalRules.check(entry.code(), one, Set.of(), path, permissions, problems);
      if (!labels.add(one.label())) {
        PrincipalRules.labelTaken(one.label(), path, problems);
      }
      if (!issuers.contains(one.issuer())) {
        problems.add(
            "UNKNOWN_ISSUER", path + ".issuer", "Expected one of the issuers named beside.");
      }
      if (!subjects.add(List.of(one.issuer(), one.subject()))) {
        problems.add("PRINCIPAL_EXISTS", path + ".subject", "The principal is named twice.");
      }
    }
  }

  private static Change created(String type, UUID id, TenantEntry entry) {
    return new Change(type, id, "TenantCreated", null, forAudit(entry), null, null);
  }

  /** Answers what the council's own audit tells of it. */
  private List<Change> insert(TenantEntry entry) {
    List<Change> changes = new ArrayList<>();
    changes.add(created("Tenant", store.insertTenant(entry.code(), entry.title()), entry));
    Map<String, UUID> issuerIds = new HashMap<>();
    for (IssuerEntry issuer : entry.issuers()) {
      UUID id = store.insertIssuer(entry.code(), issuer);
      issuerIds.put(issuer.issuer(), id);
      changes.add(added("Issuer", id, "IssuerRegistered", Issuers.forAudit(issuer)));
    }
    for (PrincipalEntry principal : entry.principals()) {
      UUID issuerId = java.util.Objects.requireNonNull(issuerIds.get(principal.issuer()));
      UUID id = store.insertPrincipal(entry.code(), issuerId, principal);
      changes.add(added("Principal", id, "PrincipalCreated", forAudit(principal)));
    }
    recurrences.begin(entry.code());
    return changes;
  }

  private static Change added(String type, UUID id, String action, @Nullable Object after) {
    return new Change(type, id, action, null, after, null, null);
  }

  private static Map<String, Object> forAudit(TenantEntry entry) {
    return Map.of(
        "code", entry.code(),
        "title", entry.title(),
        "issuers", entry.issuers().stream().map(IssuerEntry::issuer).toList(),
        "principals", entry.principals().stream().map(TenantProvisioning::forAudit).toList());
  }

  private static Map<String, Object> forAudit(PrincipalEntry entry) {
    return Map.of(
        "label", entry.label(),
        "roles", entry.roles().stream().map(Role::code).sorted().toList(),
        "scopes", entry.scopes().stream().sorted().toList());
  }
}
