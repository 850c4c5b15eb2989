package council.framework;

import council.framework.domain.AllocateRound;
import council.framework.domain.AnswerEligibility;
import council.framework.scheme.FrameworkChecks;
import council.framework.solver.CpSatPlacement;
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
    return List.of(ALLOCATE_ROUND, ANSWER_ELIGIBILITY);
  }

  @Override
  public List<Dataset> datasets() {
    return FrameworkDatasets.ALL;
  }
}
