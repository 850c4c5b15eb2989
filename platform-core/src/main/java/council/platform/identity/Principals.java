package council.platform.identity;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Unique;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import council.platform.problem.TextRule;
import council.platform.store.generated.Keys;
import council.platform.store.generated.tables.records.PrincipalRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The users and machines of the actor's council. A change holds from their next request on. */
@Singleton
public final class Principals {
  private static final String ENTRY = "input.principal";

  private final IdentityStore store;
  private final PrincipalReads reads;
  private final Permissions permissions;
  private final Audit audit;
  private final Clock clock;

  Principals(
      IdentityStore store,
      PrincipalReads reads,
      Permissions permissions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.reads = reads;
    this.permissions = permissions;
    this.audit = audit;
    this.clock = clock;
  }

  /** One principal as it stands. */
  public record PrincipalView(
      UUID id,
      String issuer,
      String subject,
      String label,
      Set<Role> roles,
      Set<UUID> providerIds,
      Set<String> scopes,
      boolean disabled,
      int revision) {}

  public UUID create(Actor actor, PrincipalEntry entry) {
    Problems problems = new Problems();
    Set<UUID> providers = store.findProviders(entry.providerIds());
    PrincipalRules.check(actor.tenant(), entry, providers, ENTRY, permissions, problems);
    Optional<UUID> issuer = findIssuer(entry, problems);
    if (TextRule.findFault(entry.label(), IssuerRules.LONGEST_LABEL).isEmpty()
        && store.hasLabel(entry.label())) {
      PrincipalRules.labelTaken(entry.label(), ENTRY, problems);
    }
    problems.throwIfAny();
    UUID id = insert(actor, issuer.orElseThrow(), entry);
    record(actor, id, "PrincipalCreated", null);
    return id;
  }

  /** Two administrators may name the same label or subject at the same instant. */
  private UUID insert(Actor actor, UUID issuer, PrincipalEntry entry) {
    return Unique.orRefuse(
        Keys.PRINCIPAL_TENANT_ID_LABEL_KEY,
        () -> refused(problems -> PrincipalRules.labelTaken(entry.label(), ENTRY, problems)),
        () ->
            Unique.orRefuse(
                Keys.PRINCIPAL_TENANT_ID_ISSUER_ID_SUBJECT_KEY,
                () -> refused(Principals::subjectTaken),
                () -> store.insertPrincipal(actor.tenant(), issuer, entry)));
  }

  private static Refused refused(Consumer<Problems> problem) {
    Problems problems = new Problems();
    problem.accept(problems);
    return new Refused(problems.list());
  }

  private static void subjectTaken(Problems problems) {
    problems.add(
        "PRINCIPAL_EXISTS", ENTRY + ".subject", "The council has a principal with this subject.");
  }

  private Optional<UUID> findIssuer(PrincipalEntry entry, Problems problems) {
    if (!IssuerRules.text(entry.issuer(), ENTRY + ".issuer", IssuerRules.LONGEST, problems)) {
      return Optional.empty();
    }
    Optional<UUID> issuer = store.findIssuer(entry.issuer());
    if (issuer.isEmpty()) {
      problems.add(
          "UNKNOWN_ISSUER", ENTRY + ".issuer", "No such issuer is registered with the council.");
    } else if (TextRule.findFault(entry.subject(), IssuerRules.LONGEST).isEmpty()
        && store.hasPrincipal(issuer.get(), entry.subject())) {
      subjectTaken(problems);
    }
    return issuer;
  }

  /** Replaces the roles; providers and scopes that no longer apply are dropped. */
  public void assignRoles(Actor actor, UUID id, Set<Role> roles, int revision) {
    Problems problems = new Problems();
    PrincipalRules.checkRoles(actor.tenant(), roles, "input", problems);
    if (id.equals(actor.principalId())) {
      problems.add("OWN_ROLES", "input.id", "Nobody changes their own roles.");
    }
    problems.throwIfAny();
    change(
        actor,
        id,
        revision,
        "PrincipalRolesAssigned",
        () -> {
          store.replaceRoles(actor.tenant(), id, roles);
          if (!roles.contains(Role.PROVIDER_USER)) {
            store.replaceProviders(actor.tenant(), id, Set.of());
          }
          if (!roles.contains(Role.API_CLIENT)) {
            store.replaceScopes(actor.tenant(), id, Set.of());
            store.forgetClient(id);
          }
        });
  }

  /** Replaces the providers to which a provider user is bound. */
  public void bindToProviders(Actor actor, UUID id, Set<UUID> providerIds, int revision) {
    Problems problems = new Problems();
    Set<UUID> known = store.findProviders(providerIds);
    PrincipalRules.checkProviders(rolesOf(id), providerIds, known, "input", problems);
    problems.throwIfAny();
    change(
        actor,
        id,
        revision,
        "PrincipalBoundToProviders",
        () -> store.replaceProviders(actor.tenant(), id, providerIds));
  }

  /** Refuses the principal's tokens from its next request on. */
  public void disable(Actor actor, UUID id, int revision) {
    if (id.equals(actor.principalId())) {
      throw new Refused("OWN_ACCESS", "input.id", "Nobody disables themselves.");
    }
    PrincipalRecord row = lock(id, revision);
    PrincipalView before = get(id);
    store.touchPrincipal(row.getId(), Instant.now(clock));
    record(actor, id, "PrincipalDisabled", before);
  }

  public void enable(Actor actor, UUID id, int revision) {
    lock(id, revision);
    PrincipalView before = get(id);
    store.touchPrincipal(id, null);
    record(actor, id, "PrincipalEnabled", before);
  }

  /** All principals of the council, by label. */
  public List<PrincipalView> list() {
    return reads.list(null);
  }

  public Optional<PrincipalView> find(UUID id) {
    return reads.list(id).stream().findFirst();
  }

  private PrincipalView get(UUID id) {
    return find(id).orElseThrow(Principals::unknown);
  }

  private Set<Role> rolesOf(UUID id) {
    return get(id).roles();
  }

  private void change(Actor actor, UUID id, int revision, String action, Runnable work) {
    PrincipalRecord row = lock(id, revision);
    PrincipalView before = get(id);
    work.run();
    store.touchPrincipal(id, row.getDisabledAt());
    record(actor, id, action, before);
  }

  private PrincipalRecord lock(UUID id, int revision) {
    PrincipalRecord row = store.findPrincipalForUpdate(id).orElseThrow(Principals::unknown);
    Revisions.check(revision, row.getRevision());
    return row;
  }

  private static Refused unknown() {
    return new Refused("UNKNOWN_PRINCIPAL", "input.id", "The council has no such principal.");
  }

  private void record(Actor actor, UUID id, String action, @Nullable PrincipalView before) {
    audit.record(
        actor,
        new Change(
            "Principal",
            id,
            action,
            before == null ? null : forAudit(before),
            forAudit(get(id)),
            null,
            null));
  }

  private static Map<String, Object> forAudit(PrincipalView view) {
    return Map.of(
        "label", view.label(),
        "roles", view.roles().stream().map(Role::code).sorted().toList(),
        "providerIds", view.providerIds().stream().map(UUID::toString).sorted().toList(),
        "scopes", view.scopes().stream().sorted().toList(),
        "disabled", view.disabled());
  }
}
