package council.platform.identity;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Unique;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import council.platform.problem.TextRule;
import council.platform.store.generated.Keys;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose tokens a council accepts. Several issuers at once, so that one can follow another. */
@Singleton
public final class Issuers {
  private static final String PATH = "input.issuer";

  private final IdentityStore store;
  private final IssuerCheck check;
  private final IssuerKeys keys;
  private final Audit audit;
  private final Clock clock;

  Issuers(IdentityStore store, IssuerCheck check, IssuerKeys keys, Audit audit, Clock clock) {
    this.store = store;
    this.check = check;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Registers a further issuer with the actor's own council. One that was removed comes back as it
   * is given now, and its principals with it.
   */
  public UUID register(Actor actor, IssuerEntry entry) {
    check(entry);
    if (store.findIssuer(entry.issuer()).isPresent()) {
      throw exists();
    }
    UUID id =
        Unique.orRefuse(
            Keys.ISSUER_TENANT_ID_ISSUER_KEY,
            Issuers::exists,
            () ->
                store
                    .reinstateIssuer(entry)
                    .orElseGet(() -> store.insertIssuer(actor.tenant(), entry)));
    record(actor, id, "IssuerRegistered", null, entry);
    return id;
  }

  private static Refused exists() {
    return new Refused(
        "ISSUER_EXISTS",
        PATH + ".issuer",
        "This issuer is registered already; replace its keys instead.");
  }

  /**
   * Replaces everything of an issuer of the actor's own council except its name.
   *
   * @throws Refused also with {@code OWN_ACCESS} where the actor's own token would be worth nothing
   */
  public UUID replace(Actor actor, IssuerEntry entry) {
    return replace(actor, entry, null);
  }

  /**
   * The same for a caller who says which revision they saw.
   *
   * @throws Refused also with {@link Revisions#STALE}
   */
  public UUID replace(Actor actor, IssuerEntry entry, @Nullable Integer seen) {
    check(entry);
    UUID id = get(entry.issuer(), PATH + ".issuer");
    IssuerEntry before = getLocked(id, seen);
    findOwn(actor, id)
        .filter(token -> !keys.acceptAlike(actor.tenant(), before, entry, token))
        .ifPresent(token -> {
          throw new Refused(
              "OWN_ACCESS",
              PATH + ".jwks",
              "Your own token would not be accepted any more: keep the audience, the type, the"
                  + " lifetime and the key "
                  + TextRule.shown(token.keyId())
                  + ", and take the key away with a token that another key has signed.");
        });
    store.updateIssuer(id, entry);
    keys.forget(actor.tenant(), entry.issuer());
    record(actor, id, "IssuerReplaced", before, entry);
    return id;
  }

  /**
   * Refuses the issuer's tokens from the next request on. Its principals stay, for the audit.
   *
   * @throws Refused also with {@code OWN_ACCESS} for the issuer of the actor's own token
   */
  public UUID remove(Actor actor, String issuer) {
    return remove(actor, issuer, null);
  }

  /**
   * The same for a caller who says which revision they saw.
   *
   * @throws Refused also with {@link Revisions#STALE}
   */
  public UUID remove(Actor actor, String issuer, @Nullable Integer seen) {
    Problems problems = new Problems();
    IssuerRules.text(issuer, PATH, IssuerRules.LONGEST, problems);
    problems.throwIfAny();
    UUID id = get(issuer, PATH);
    if (findOwn(actor, id).isPresent()) {
      throw new Refused(
          "OWN_ACCESS",
          PATH,
          "Your own token is of this issuer: remove it with a token of another one.");
    }
    IssuerEntry before = getLocked(id, seen);
    store.removeIssuer(id, Instant.now(clock));
    keys.forget(actor.tenant(), issuer);
    record(actor, id, "IssuerRemoved", before, null);
    return id;
  }

  private IssuerEntry getLocked(UUID id, @Nullable Integer seen) {
    IssuerEntry entry = store.getIssuer(id);
    if (seen != null) {
      Revisions.check(seen, store.getIssuerRevision(id));
    }
    return entry;
  }

  private UUID get(String issuer, String path) {
    return store
        .findIssuer(issuer)
        .orElseThrow(() ->
            new Refused("UNKNOWN_ISSUER", path, "No such issuer is registered with the council."));
  }

  /**
   * The actor's own token, where it is one of that issuer. Whoever locks everybody out, themselves
   * too, has nobody left to undo it.
   */
  private Optional<TokenFacts> findOwn(Actor actor, UUID issuer) {
    return store.isIssuerOf(actor.principalId(), issuer)
        ? Optional.ofNullable(actor.token())
        : Optional.empty();
  }

  private void check(IssuerEntry entry) {
    Problems problems = new Problems();
    check.check(entry, PATH, problems);
    problems.throwIfAny();
  }

  private void record(
      Actor actor,
      UUID id,
      String action,
      @Nullable IssuerEntry before,
      @Nullable IssuerEntry after) {
    audit.record(
        actor, new Change("Issuer", id, action, forAudit(before), forAudit(after), null, null));
  }

  /** An issuer as the audit keeps it. */
  static @Nullable Map<String, Object> forAudit(@Nullable IssuerEntry entry) {
    if (entry == null) {
      return null;
    }
    Map<String, Object> row = new HashMap<>();
    row.put("issuer", entry.issuer());
    row.put("audience", entry.audience());
    row.put("algorithm", entry.algorithm());
    row.put("demo", entry.demo());
    row.put("keySource", entry.keySource().name());
    row.put("tokenType", entry.tokenType().name());
    if (entry.maxLifetimeSeconds() != null) {
      row.put("maxLifetimeSeconds", entry.maxLifetimeSeconds());
    }
    if (entry.jwks() != null) {
      row.put("jwks", entry.jwks());
    }
    return row;
  }
}
