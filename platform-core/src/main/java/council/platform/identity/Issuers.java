package council.platform.identity;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Unique;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.TextRule;
import council.platform.store.generated.Keys;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Whose tokens a council accepts. Several issuers at once, so that one can follow another. */
@Singleton
public final class Issuers {
  private static final String PATH = "input.issuer";

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
      throw exists();
    }
    UUID id =
        Unique.orRefuse(
            Keys.ISSUER_TENANT_ID_ISSUER_KEY,
            Issuers::exists,
            () -> store.insertIssuer(actor.tenant(), entry));
    record(actor, id, "IssuerRegistered", entry);
    return id;
  }

  private static Refused exists() {
    return new Refused(
        "ISSUER_EXISTS",
        PATH + ".issuer",
        "This issuer is registered already; replace its keys instead.");
  }

  /**
   * Replaces audience, algorithm and keys of an issuer of the actor's own council.
   *
   * @throws Refused also with {@code OWN_ACCESS} where the actor's own token would be worth nothing
   */
  public UUID replace(Actor actor, IssuerEntry entry) {
    check(entry);
    UUID id =
        store
            .findIssuer(entry.issuer())
            .orElseThrow(() ->
                new Refused(
                    "UNKNOWN_ISSUER",
                    PATH + ".issuer",
                    "No such issuer is registered with the council."));
    keepOwnAccess(actor, entry);
    store.updateIssuer(id, entry);
    record(actor, id, "IssuerReplaced", entry);
    return id;
  }

  /** Whoever locks everybody out, themselves too, has nobody left to undo it. */
  private void keepOwnAccess(Actor actor, IssuerEntry entry) {
    String keyId = actor.keyId();
    if (keyId == null) {
      return;
    }
    store
        .findIssuerOf(actor.principalId())
        .filter(own -> own.issuer().equals(entry.issuer()))
        .filter(own -> !IssuerRules.acceptsAlike(own, entry, keyId))
        .ifPresent(_ -> {
          throw new Refused(
              "OWN_ACCESS",
              PATH + ".jwks",
              "Your own token would not be accepted any more: keep the audience and the key "
                  + TextRule.shown(keyId)
                  + ", and take the key away with a token that another key has signed.");
        });
  }

  private void check(IssuerEntry entry) {
    Problems problems = new Problems();
    IssuerRules.check(entry, PATH, demoMode.on(), problems);
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
