package council.framework.graphql;

import council.framework.api.Exemptions;
import council.framework.api.NewBusiness;
import council.framework.api.PlaceActions;
import council.framework.api.PlaceSteps;
import council.framework.api.Rounds;
import council.framework.api.Suspensions;
import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.graphql.spi.Reasons;
import jakarta.inject.Singleton;
import java.util.List;

/** Provider frameworks in the API. */
@Singleton
final class FrameworkGraphql implements GraphqlModule {
  private final RoundMutations rounds;
  private final SuspensionMutations suspensions;
  private final NewBusinessQuery newBusiness;
  private final RoundReads roundReads;
  private final PlaceStepMutations placeSteps;
  private final ExemptionMutations exemptions;
  private final PlaceReads placeReads;
  private final PlaceStepReads placeStepReads;
  private final KnownReads knownReads = new KnownReads();

  FrameworkGraphql(
      Rounds rounds,
      Suspensions suspensions,
      NewBusiness newBusiness,
      Reasons reasons,
      RoundReads roundReads,
      PlaceSteps placeSteps,
      Exemptions exemptions,
      PlaceActions placeActions) {
    this.rounds = new RoundMutations(rounds);
    this.suspensions = new SuspensionMutations(suspensions);
    this.newBusiness = new NewBusinessQuery(newBusiness, reasons);
    this.roundReads = roundReads;
    this.placeSteps = new PlaceStepMutations(placeSteps);
    this.exemptions = new ExemptionMutations(exemptions);
    this.placeReads = new PlaceReads(placeActions);
    this.placeStepReads = new PlaceStepReads(placeActions);
  }

  @Override
  public String moduleId() {
    return "framework";
  }

  @Override
  public List<String> sdl() {
    return List.of("graphql/framework.graphqls", "graphql/framework-places.graphqls");
  }

  @Override
  public void contribute(Contributions contributions) {
    roundReads.declare(contributions);
    placeReads.declare(contributions);
    newBusiness.declare(contributions);
    rounds.declare(contributions);
    suspensions.declare(contributions);
    placeStepReads.declare(contributions);
    knownReads.declare(contributions);
    placeSteps.declare(contributions);
    exemptions.declare(contributions);
  }
}
