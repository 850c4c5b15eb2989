package council.framework.graphql;

import council.framework.api.Exemptions;
import council.framework.api.Exemptions.End;
import council.framework.api.Exemptions.Extend;
import council.framework.api.Exemptions.Grant;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Granting, extending and ending exemptions. */
@Singleton
final class ExemptionMutations implements ApiPart {
  private final Exemptions exemptions;

  ExemptionMutations(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  @Override
  public void declare(Contributions c) {
    c.mutation(
        "grantExemption", Grant.class, (actor, input) -> exemption(exemptions.grant(actor, input)));
    c.mutation("extendExemption", Extend.class, this::extend);
    c.mutation("endExemption", End.class, this::end);
  }

  private Outcome extend(Actor actor, Extend input) {
    exemptions.extend(actor, input);
    return exemption(input.exemption());
  }

  private Outcome end(Actor actor, End input) {
    exemptions.end(actor, input);
    return exemption(input.exemption());
  }

  private static Outcome exemption(UUID id) {
    return Outcome.node("exemption", "Exemption", id);
  }
}
