package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import org.jspecify.annotations.Nullable;

/** With whom the council contracts, and who answers for whom. */
@Doc(
    value = "With whom the council contracts, and who answers for whom",
    rules = {"HAM-FW-23", "HAM-FW-28"})
public sealed interface MarketModel {

  /** {@code PROVIDERS}. */
  @Doc("Providers side by side, each under the same agreement and answering for itself")
  record Providers(
      @Doc("Most providers in a lot, whatever the tiers allow; absent means no further limit")
          @Nullable
          @Range(min = "1")
          Integer mostInLot)
      implements MarketModel {}

  /** {@code LEAD_PROVIDER}. */
  @Doc("One contractor carries the whole responsibility")
  record LeadProvider(
      @Doc("Whether it may have others deliver a part, such as specialist or regional work")
          @Default("false")
          boolean subContractors)
      implements MarketModel {}

  /** {@code ALLIANCE}. */
  @Doc("One contract with several providers who hold risk and responsibility together")
  record Alliance(@Doc("Fewest members") @Default("2") @Range(min = "2") int fewestMembers)
      implements MarketModel {}

  /** {@code JOINT_UNDERTAKING}. */
  @Doc("An undertaking of the council, health and other partners")
  record JointUndertaking(
      @Doc("Its legal form, such as community interest company") String form,
      @Doc("Whether it may also work for others for income") @Default("false")
          boolean tradesForIncome)
      implements MarketModel {}
}
