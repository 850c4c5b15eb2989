package council.framework.graphql;

import council.framework.api.BusinessActions;
import council.framework.api.BusinessRequests;
import council.framework.api.Commitments;
import council.framework.api.NewBusiness;
import council.framework.api.Rounds;
import council.framework.api.SpendAuthority;
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
  private final BusinessReads businessReads;
  private final BusinessMutations business;
  private final PlaceReads placeReads = new PlaceReads();
  private final SpendReads spendReads = new SpendReads();
  private final SpendMutations spend;
  private final SpendPositionQuery spendPosition;

  FrameworkGraphql(
      Rounds rounds,
      Suspensions suspensions,
      NewBusiness newBusiness,
      Reasons reasons,
      RoundReads roundReads,
      BusinessRequests requests,
      BusinessActions businessActions,
      Commitments commitments,
      SpendAuthority spendAuthority) {
    this.rounds = new RoundMutations(rounds);
    this.suspensions = new SuspensionMutations(suspensions);
    this.newBusiness = new NewBusinessQuery(newBusiness, reasons);
    this.roundReads = roundReads;
    this.businessReads = new BusinessReads(requests, businessActions);
    this.business = new BusinessMutations(requests);
    this.spend = new SpendMutations(commitments, spendAuthority);
    this.spendPosition = new SpendPositionQuery(spendAuthority);
  }

  @Override
  public String moduleId() {
    return "framework";
  }

  @Override
  public List<String> sdl() {
    return List.of(
        "graphql/framework.graphqls",
        "graphql/framework-business.graphqls",
        "graphql/framework-spend.graphqls");
  }

  @Override
  public void contribute(Contributions contributions) {
    roundReads.declare(contributions);
    placeReads.declare(contributions);
    newBusiness.declare(contributions);
    rounds.declare(contributions);
    suspensions.declare(contributions);
    businessReads.declare(contributions);
    business.declare(contributions);
    spendReads.declare(contributions);
    spend.declare(contributions);
    spendPosition.declare(contributions);
  }
}
