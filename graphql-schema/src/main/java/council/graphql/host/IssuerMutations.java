package council.graphql.host;

import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import council.platform.identity.AudienceBindings;
import council.platform.identity.Issuers;
import jakarta.inject.Singleton;
import java.util.UUID;

/** A council's administrators look after its issuers, operators after what leads to a council. */
@Singleton
final class IssuerMutations {
  private final Issuers issuers;
  private final AudienceBindings bindings;

  IssuerMutations(Issuers issuers, AudienceBindings bindings) {
    this.issuers = issuers;
    this.bindings = bindings;
  }

  record SetIssuer(IssuerInput issuer) {}

  record RemoveIssuer(String issuer) {}

  record BindAudience(String issuer, String audience, String council) {}

  record ReleaseAudience(UUID id) {}

  void declare(Contributions c) {
    c.mutation("registerIssuer", SetIssuer.class, this::register);
    c.mutation("replaceIssuer", SetIssuer.class, this::replace);
    c.mutation("removeIssuer", RemoveIssuer.class, this::remove);
    c.mutation("bindAudience", BindAudience.class, this::bind);
    c.mutation("releaseAudience", ReleaseAudience.class, this::release);
  }

  private Outcome register(Actor actor, SetIssuer input) {
    issuers.register(actor, input.issuer().entry());
    return Outcome.value("issuer", input.issuer().issuer());
  }

  private Outcome replace(Actor actor, SetIssuer input) {
    issuers.replace(actor, input.issuer().entry());
    return Outcome.value("issuer", input.issuer().issuer());
  }

  private Outcome remove(Actor actor, RemoveIssuer input) {
    issuers.remove(actor, input.issuer());
    return Outcome.value("issuer", input.issuer());
  }

  private Outcome bind(Actor actor, BindAudience input) {
    UUID id = bindings.bind(actor, input.issuer(), input.audience(), input.council());
    return Outcome.node("binding", "AudienceBinding", id);
  }

  private Outcome release(Actor actor, ReleaseAudience input) {
    bindings.release(actor, input.id());
    return Outcome.value("released", true);
  }
}
