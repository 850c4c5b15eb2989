package council.platform.identity;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Whose tokens a council accepts. Several issuers at once, so that one can follow another. */
@Singleton
public final class Issuers {
  private final IdentityStore store;
  private final DemoMode demoMode;
  private final Audit audit;

  Issuers(IdentityStore store, DemoMode demoMode, Audit audit) {
    this.store = store;
    this.demoMode = demoMode;
    this.audit = audit;
  }

  /** Registers a further issuer with the actor's own council. */
  public UUID register(Actor actor, IssuerEntry entry) {
    check(entry);
    if (store.findIssuer(entry.issuer()).isPresent()) {
      throw new Refused(
          "ISSUER_EXISTS",
          "issuer",
          "This issuer is registered already; replace its keys instead.");
    }
    UUID id = store.insertIssuer(actor.tenant(), entry);
    record(actor, id, "IssuerRegistered", entry);
    return id;
  }

  /** Replaces audience, algorithm and keys of an issuer of the actor's own council. */
  public UUID replace(Actor actor, IssuerEntry entry) {
    check(entry);
    UUID id =
        store
            .findIssuer(entry.issuer())
            .orElseThrow(() ->
                new Refused(
                    "UNKNOWN_ISSUER", "issuer", "No such issuer is registered with the council."));
    store.updateIssuer(id, entry);
    record(actor, id, "IssuerReplaced", entry);
    return id;
  }

  private void check(IssuerEntry entry) {
    Problems problems = new Problems();
    IssuerRules.check(entry, "input", demoMode.on(), problems);
    problems.throwIfAny();
  }

  private void record(Actor actor, UUID id, String action, IssuerEntry entry) {
    audit.record(
        actor,
        new Change(
            "Issuer",
            id,
            action,
            null,
            Map.of(
                "issuer", entry.issuer(),
                "audience", entry.audience(),
                "algorithm", entry.algorithm()),
            null,
            null));
  }
}
