package council.graphql.host;

import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import council.platform.identity.AudienceBindings;
import council.platform.identity.Issuers;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  record ReplaceIssuer(IssuerInput issuer, @Nullable Integer revision) {}

  record RemoveIssuer(String issuer, @Nullable Integer revision) {}

  record BindAudience(String issuer, String audience, String council) {}

  record ReleaseAudience(UUID id) {}

  void declare(Contributions c) {
    c.mutation("registerIssuer", SetIssuer.class, this::register);
    c.mutation("replaceIssuer", ReplaceIssuer.class, this::replace);
    c.mutation("removeIssuer", RemoveIssuer.class, this::remove);
    c.mutation("bindAudience", BindAudience.class, this::bind);
    c.mutation("releaseAudience", ReleaseAudience.class, this::release);
  }

  private Outcome register(Actor actor, SetIssuer input) {
    issuers.register(actor, input.issuer().entry());
    return Outcome.value("issuer", input.issuer().issuer());
  }

  private Outcome replace(Actor actor, ReplaceIssuer input) {
    issuers.replace(actor, input.issuer().entry(), input.revision());
    return Outcome.value("issuer", input.issuer().issuer());
  }

  private Outcome remove(Actor actor, RemoveIssuer input) {
    issuers.remove(actor, input.issuer(), input.revision());
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
