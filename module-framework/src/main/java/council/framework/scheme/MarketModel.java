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
  /** Where one contractor answers for a lot. */
  Integer ONE_CONTRACTOR = 1;

  /** Most contractors in a lot; absent means as many as the tiers have places for. */
  @Nullable Integer mostInLot();

  /** What those are who deliver behind the holder of a place. */
  MemberRole memberRole();

  /** Fewest members that an applicant needs. */
  default int fewestMembers() {
    return 0;
  }

  /** {@code PROVIDERS}. */
  @Doc("Providers side by side, each under the same agreement and answering for itself")
  record Providers(
      @Doc(
              "Most providers that win a place in a lot, whatever the tiers allow; who keeps"
                  + " existing locations is not counted; absent means no further limit")
          @Nullable
          @Range(min = "1")
          Integer mostInLot)
      implements MarketModel {
    @Override
    public MemberRole memberRole() {
      return MemberRole.CONSORTIUM_MEMBER;
    }
  }

  /** {@code LEAD_PROVIDER}. */
  @Doc("One contractor in each lot carries the whole responsibility")
  record LeadProvider(
      @Doc("Whether it may have others deliver a part, such as specialist or regional work")
          @Default("false")
          boolean subContractors)
      implements MarketModel {
    @Override
    public Integer mostInLot() {
      return ONE_CONTRACTOR;
    }

    @Override
    public MemberRole memberRole() {
      return MemberRole.SUB_CONTRACTOR;
    }
  }

  /** {@code ALLIANCE}. */
  @Doc(
      "One contract in each lot with several providers who hold risk and responsibility together,"
          + " so that a suspension of one of them stops them all")
  record Alliance(@Doc("Fewest members") @Default("2") @Range(min = "2") int fewestMembers)
      implements MarketModel {
    @Override
    public Integer mostInLot() {
      return ONE_CONTRACTOR;
    }

    @Override
    public MemberRole memberRole() {
      return MemberRole.ALLIANCE_MEMBER;
    }
  }

  /** {@code JOINT_UNDERTAKING}. */
  @Doc("One undertaking in each lot, of the council, health and other partners")
  record JointUndertaking(
      @Doc("Its legal form, such as community interest company") String form,
      @Doc("Whether it may also work for others for income") @Default("false")
          boolean tradesForIncome)
      implements MarketModel {
    @Override
    public Integer mostInLot() {
      return ONE_CONTRACTOR;
    }

    @Override
    public MemberRole memberRole() {
      return MemberRole.PARTNER;
    }

    @Override
    public int fewestMembers() {
      return 1;
    }
  }
}
