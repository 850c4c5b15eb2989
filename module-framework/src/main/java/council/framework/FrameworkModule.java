package council.framework;

import council.framework.domain.AllocateRound;
import council.framework.domain.AnswerEligibility;
import council.framework.domain.DecideExemption;
import council.framework.domain.DecidePlaceStep;
import council.framework.domain.OrderCallOff;
import council.framework.domain.TakeOption;
import council.framework.scheme.FrameworkChecks;
import council.framework.solver.CpSatPlacement;
import council.framework.spend.domain.CheckCommitment;
import council.platform.decision.DecisionEngine;
import council.platform.identity.Permission;
import council.platform.module.CouncilModule;
import council.platform.module.Dataset;
import council.platform.scheme.SchemeSection;
import council.platform.scheme.SchemeTemplate;
import java.util.List;
import java.util.Optional;

/** Provider frameworks: rounds, tiers, places, new business and transition. */
public final class FrameworkModule implements CouncilModule {
  /** Allocates the places of a round. */
  public static final AllocateRound ALLOCATE_ROUND = new AllocateRound(new CpSatPlacement());

  /** Answers who may take new business. */
  public static final AnswerEligibility ANSWER_ELIGIBILITY = new AnswerEligibility();

  /** Puts those who may take a request into order. */
  public static final OrderCallOff ORDER_CALL_OFF = new OrderCallOff();

  /** Counts what is committed against the limits. */
  public static final CheckCommitment CHECK_COMMITMENT = new CheckCommitment();

  /** Says whether an option can be taken by which a framework lasts longer. */
  public static final TakeOption TAKE_OPTION = new TakeOption();

  /** Says how a place changes after its award. */
  public static final DecidePlaceStep DECIDE_PLACE_STEP = new DecidePlaceStep();

  /** Says for how long a location is exempt. */
  public static final DecideExemption DECIDE_EXEMPTION = new DecideExemption();

  @Override
  public String id() {
    return "framework";
  }

  @Override
  public List<SchemeSection<?>> schemeSections() {
    return List.of(FrameworkChecks.SECTION);
  }

  @Override
  public List<SchemeTemplate> schemeTemplates() {
    return List.of(
        template("two-tier-zones", "Ranked places in zones, and a second tier for what is there"),
        template("zones-without-tiers", "The same number of places in each zone, one kind only"),
        template("approved-list", "A list of providers who pass the quality gate"),
        template("dynamic-purchasing", "A list by category whose members compete for each request"),
        template("lead-provider", "One provider a zone answers for all, with sub-contractors"),
        template("alliance", "One alliance of providers a zone shares risk and responsibility"),
        template("best-value", "Quality and price weigh the same"),
        template("price-led", "Price decides, and the share of the market a little"));
  }

  private static SchemeTemplate template(String name, String title) {
    return new SchemeTemplate(name, title, "templates/" + name + ".yaml");
  }

  @Override
  public Optional<String> migrations() {
    return Optional.of("db/framework");
  }

  @Override
  public List<Permission> permissions() {
    return FrameworkPermissions.ALL;
  }

  @Override
  public List<DecisionEngine<?, ?, ?>> decisionEngines() {
    return List.of(
        ALLOCATE_ROUND,
        ANSWER_ELIGIBILITY,
        TAKE_OPTION,
        DECIDE_PLACE_STEP,
        DECIDE_EXEMPTION,
        CHECK_COMMITMENT,
        ORDER_CALL_OFF);
  }

  @Override
  public List<Dataset> datasets() {
    return FrameworkDatasets.ALL;
  }
}
