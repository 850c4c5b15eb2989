package council.framework.graphql;

import council.framework.api.NewBusiness;
import council.framework.api.NewBusiness.ProviderEligibility;
import council.framework.api.NewBusiness.Request;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.graphql.spi.Reasons;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The question who may take a piece of new business. */
@Singleton
final class NewBusinessQuery implements ApiPart {
  private static final String KIND = "framework.eligibility";
  private final NewBusiness newBusiness;
  private final Reasons reasons;

  NewBusinessQuery(NewBusiness newBusiness, Reasons reasons) {
    this.newBusiness = newBusiness;
    this.reasons = reasons;
  }

  @Override
  public void declare(Contributions c) {
    c.query("newBusinessEligibility", this::ask);
  }

  private Told ask(Actor actor, Arguments arguments) {
    var answer =
        newBusiness.ask(
            actor,
            new Request(
                arguments.get("vehicle", String.class),
                arguments.find("zone", String.class).orElse(null),
                arguments.get("kind", String.class),
                arguments.get("on", LocalDate.class),
                arguments.find("location", String.class).orElse(null),
                arguments.find("category", String.class).orElse(null),
                arguments.find("knownAt", Instant.class).orElse(null)));
    return new Told(
        answer.vehicle(),
        answer.zone(),
        answer.category(),
        answer.kind(),
        answer.on(),
        answer.schemeVersionId().toString(),
        answer.providers().stream().map(this::told).toList());
  }

  private ToldProvider told(ProviderEligibility provider) {
    return new ToldProvider(
        provider.providerReference(),
        provider.providerName(),
        provider.eligible(),
        reasons.tell(KIND, provider.reasons()));
  }

  /** The SDL type NewBusinessAnswer. */
  record Told(
      String vehicle,
      String zone,
      @Nullable String category,
      String kind,
      LocalDate on,
      String schemeVersionId,
      List<ToldProvider> providers) {}

  /** The SDL type ProviderEligibility. */
  record ToldProvider(
      String providerReference,
      String providerName,
      boolean eligible,
      List<Reasons.Told> reasons) {}
}
