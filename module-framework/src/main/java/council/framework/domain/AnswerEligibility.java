package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;

import council.framework.domain.EligibilityResult.Answer;
import council.framework.scheme.DecisionKinds;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import council.platform.decision.Effect;
import council.platform.decision.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Answers, for every provider on the framework, whether it may take the business asked for. */
public final class AnswerEligibility
    implements DecisionEngine<FrameworkSection, EligibilityFacts, EligibilityResult> {
  @Override
  public String kind() {
    return DecisionKinds.ELIGIBILITY;
  }

  @Override
  public Class<FrameworkSection> sectionType() {
    return FrameworkSection.class;
  }

  @Override
  public Class<EligibilityFacts> factsType() {
    return EligibilityFacts.class;
  }

  @Override
  public Class<EligibilityResult> resultType() {
    return EligibilityResult.class;
  }

  /** The reasons are one tree for each answer, in the answers' order. */
  @Override
  public Decided<EligibilityResult> decide(FrameworkSection section, EligibilityFacts facts) {
    Vehicle vehicle = section.getVehicle(facts.vehicle());
    Conditions conditions =
        new Conditions(
            vehicle.newBusiness().getOrDefault(facts.request().kind(), List.of()),
            facts,
            vehicle.lots());
    List<Reason> trees =
        facts.providers().stream()
            .distinct()
            .sorted()
            .map(provider -> tree(provider, vehicle, facts, conditions))
            .toList();
    List<Answer> answers =
        trees.stream()
            .map(tree -> new Answer(tree.seen().getOrDefault("provider", ""), !tree.failed()))
            .toList();
    var request = facts.request();
    return new Decided<>(
        new EligibilityResult(request.zone(), request.kind(), request.date(), answers), trees);
  }

  /** One for each provider: whether it may take the business. */
  @Override
  public List<Effect> effects(EligibilityFacts facts, Decided<EligibilityResult> decided) {
    List<Answer> answers = decided.result().answers();
    return IntStream.range(0, answers.size())
        .mapToObj(i -> effect(decided.result(), answers.get(i), decided.reasons().get(i)))
        .toList();
  }

  private static Effect effect(EligibilityResult result, Answer answer, Reason reason) {
    return new Effect(
        "eligible/" + answer.provider(),
        Effect.Kind.OUTCOME,
        answer.provider(),
        "Business of the kind %s in %s".formatted(result.kind(), result.zone()),
        answer.eligible() ? "may take it" : "may not",
        null,
        null,
        List.of(reason));
  }

  private static Reason tree(
      String provider, Vehicle vehicle, EligibilityFacts facts, Conditions conditions) {
    var request = facts.request();
    String path = FrameworkSection.path(facts.vehicle(), "newBusiness." + request.kind());
    List<Reason> tried = new ArrayList<>();
    tried.add(inForce(vehicle, facts));
    List<NewBusinessRule> rules = vehicle.newBusiness().getOrDefault(request.kind(), List.of());
    if (rules.isEmpty()) {
      var seen = Seen.of("kind", request.kind()).map();
      tried.add(Reason.of(Rules.BUSINESS_IS_GIVEN, path, Reason.Verdict.FAILED, seen));
    }
    EligibilityRules check = new EligibilityRules(provider, vehicle, facts, conditions);
    for (int i = 0; i < rules.size(); i++) {
      tried.addAll(check.reasons(rules.get(i), path + "[" + i + "]"));
    }
    Seen seen =
        Seen.of("provider", provider)
            .and("zone", request.zone())
            .and("kind", request.kind())
            .and("date", request.date())
            .and("location", request.location());
    return new Reason(
        Rules.MAY_TAKE_BUSINESS,
        path,
        seen.map(),
        verdict(tried.stream().noneMatch(Reason::failed)),
        tried);
  }

  private static Reason inForce(Vehicle vehicle, EligibilityFacts facts) {
    var date = facts.request().date();
    LocalDate end = facts.frameworkEnd() == null ? vehicle.frameworkEnd() : facts.frameworkEnd();
    Seen seen =
        Seen.of("date", date)
            .and("frameworkStart", vehicle.frameworkStart())
            .and("frameworkEnd", end);
    return Reason.of(
        Rules.FRAMEWORK_IS_IN_FORCE,
        FrameworkSection.path(facts.vehicle(), "frameworkStart"),
        verdict(vehicle.inForceOn(date, end)),
        seen.map());
  }
}
