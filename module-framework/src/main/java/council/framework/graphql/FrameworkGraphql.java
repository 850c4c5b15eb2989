package council.framework.graphql;

import council.framework.api.NewBusiness;
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
  private final PlaceReads placeReads = new PlaceReads();
  private final EvaluationReads evaluationReads = new EvaluationReads();
  private final EvaluationMutations evaluations;
  private final DueDiligenceGraphql dueDiligence;

  FrameworkGraphql(
      Rounds rounds,
      Suspensions suspensions,
      NewBusiness newBusiness,
      Reasons reasons,
      RoundReads roundReads,
      EvaluationMutations evaluations,
      DueDiligenceGraphql dueDiligence) {
    this.rounds = new RoundMutations(rounds);
    this.suspensions = new SuspensionMutations(suspensions);
    this.newBusiness = new NewBusinessQuery(newBusiness, reasons);
    this.roundReads = roundReads;
    this.evaluations = evaluations;
    this.dueDiligence = dueDiligence;
  }

  @Override
  public String moduleId() {
    return "framework";
  }

  @Override
  public List<String> sdl() {
    return List.of("graphql/framework.graphqls", "graphql/framework-evaluation.graphqls");
  }

  @Override
  public void contribute(Contributions contributions) {
    roundReads.declare(contributions);
    placeReads.declare(contributions);
    newBusiness.declare(contributions);
    rounds.declare(contributions);
    suspensions.declare(contributions);
    evaluationReads.declare(contributions);
    evaluations.declare(contributions);
    dueDiligence.declare(contributions);
  }
}
