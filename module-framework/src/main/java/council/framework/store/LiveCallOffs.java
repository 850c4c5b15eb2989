package council.framework.store;

import council.framework.FrameworkModule;
import council.framework.domain.CallOffFacts;
import council.framework.domain.CallOffOrder;
import council.framework.domain.EligibilityFacts;
import council.framework.domain.EligibilityResult;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.RequestKind;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.BusinessRequestRecord;
import council.platform.decision.DecisionEngine;
import council.platform.scheme.SchemeView;
import council.platform.simulation.LiveFacts;
import council.platform.simulation.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests for which a provider is still to be found, by reference: to whom would they go, in which
 * order? Requests at a location are left out, as they are where it is asked who is eligible.
 */
@Singleton
final class LiveCallOffs implements LiveFacts<FrameworkSection, CallOffFacts, CallOffOrder> {
  private final BusinessRequestStore requests;
  private final BusinessDecisions decisions;
  private final StandingStore standings;
  private final ConditionFacts conditions;
  private final CheckFacts checks;

  LiveCallOffs(
      BusinessRequestStore requests,
      BusinessDecisions decisions,
      StandingStore standings,
      ConditionFacts conditions,
      CheckFacts checks) {
    this.requests = requests;
    this.decisions = decisions;
    this.standings = standings;
    this.conditions = conditions;
    this.checks = checks;
  }

  @Override
  public DecisionEngine<FrameworkSection, CallOffFacts, CallOffOrder> engine() {
    return FrameworkModule.ORDER_CALL_OFF;
  }

  @Override
  public List<Case> listCases(
      Span span, SchemeView before, SchemeView after, @Nullable String seen, int limit) {
    return requests.listOpen(span.from(), span.to(), seen, limit).stream()
        .map(row ->
            new Case(
                row.getReference(),
                "%s: %s in %s from %s"
                    .formatted(row.getReference(), row.getKind(), row.getLot(), row.getStartsOn())))
        .toList();
  }

  @Override
  public long countCases(Span span, SchemeView before, SchemeView after) {
    return requests.countOpen(span.from(), span.to());
  }

  @Override
  public Optional<CallOffFacts> findFacts(Case which, SchemeView scheme) {
    return requests
        .findByReference(which.key())
        .flatMap(row ->
            scheme
                .findSection(FrameworkSection.class)
                .flatMap(section ->
                    section
                        .findVehicle(row.getVehicle())
                        .flatMap(vehicle -> facts(row, section, vehicle, scheme))));
  }

  private Optional<CallOffFacts> facts(
      BusinessRequestRecord row, FrameworkSection section, Vehicle vehicle, SchemeView scheme) {
    return BusinessDecisions.findLot(row, scheme)
        .map(lot -> {
          Standing standing = standings.loadOnce(row.getVehicle());
          RequestKind kind = BusinessSteps.kindOf(row);
          List<NewBusinessRule> rules = vehicle.newBusiness().getOrDefault(kind, List.of());
          EligibilityFacts asked =
              standing.facts(
                  vehicle,
                  new EligibilityFacts.Request(
                      lot.code(), lot.area(), kind, row.getStartsOn(), null),
                  List.of(),
                  conditions.collectOnce(scheme, rules, standing),
                  checks.ofRequestOnce(vehicle, rules, standing, row.getStartsOn()));
          EligibilityResult eligible =
              FrameworkModule.ANSWER_ELIGIBILITY.decide(section, asked).result();
          return decisions.facts(
              row, eligible, row.getStatus().equals(BusinessLifecycle.IN_COMPETITION));
        });
  }
}
