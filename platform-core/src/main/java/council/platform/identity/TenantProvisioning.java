package council.platform.identity;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.HostTransactions;
import council.platform.data.Unique;
import council.platform.jobs.Recurrences;
import council.platform.module.InstalledModules;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.store.generated.Keys;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
          insert(entry);
          bindings.insert(entry.code(), issuer.issuer(), issuer.audience(), entry.code());
          return true;
        });
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
          insert(entry);
          return entry;
        });
    audit.record(
        operator,
        new Change("HostedTenant", id, "TenantCreated", null, forAudit(entry), null, null));
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

  private void insert(TenantEntry entry) {
    store.insertTenant(entry.code(), entry.title());
    Map<String, UUID> issuerIds = new HashMap<>();
    for (IssuerEntry issuer : entry.issuers()) {
      issuerIds.put(issuer.issuer(), store.insertIssuer(entry.code(), issuer));
    }
    for (PrincipalEntry principal : entry.principals()) {
      UUID issuerId = java.util.Objects.requireNonNull(issuerIds.get(principal.issuer()));
      store.insertPrincipal(entry.code(), issuerId, principal);
    }
    recurrences.begin(entry.code());
  }

  private static Map<String, Object> forAudit(TenantEntry entry) {
    return Map.of(
        "code", entry.code(),
        "title", entry.title(),
        "issuers", entry.issuers().stream().map(IssuerEntry::issuer).toList(),
        "principals",
            entry.principals().stream()
                .map(PrincipalEntry::label)
                .sorted()
                .collect(Collectors.toList()));
  }
}
