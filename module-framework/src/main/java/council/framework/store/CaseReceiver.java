package council.framework.store;

import council.framework.FrameworkModule;
import council.framework.api.NewBusiness.Request;
import council.framework.api.Transitions.ChooseReceiver;
import council.framework.domain.EligibilityResult;
import council.framework.domain.ReasonTexts;
import council.framework.scheme.RequestKind;
import council.framework.store.CaseSteps.Working;
import council.platform.decision.Decided;
import council.platform.decision.Decisions;
import council.platform.decision.Reason;
import council.platform.directory.Directory;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds out whether a provider may take a service over that moves, and keeps the decision. */
@Singleton
final class CaseReceiver {
  private final CaseSteps steps;
  private final CaseStore cases;
  private final NewBusinessAnswers answers;
  private final Decisions decisions;
  private final Directory directory;

  CaseReceiver(
      CaseSteps steps,
      CaseStore cases,
      NewBusinessAnswers answers,
      Decisions decisions,
      Directory directory) {
    this.steps = steps;
    this.cases = cases;
    this.answers = answers;
    this.decisions = decisions;
    this.directory = directory;
  }

  void choose(Actor actor, ChooseReceiver command) {
    Working working = steps.begin(command.transitionCase(), command.revision());
    Provider receiver = check(actor, working, command);
    UUID decision = decide(actor, working, command);
    cases.insertReceiver(
        working.row().getId(), receiver.id().value(), receiver.reference(), command.on(), decision);
    working.row().setReceiverChosen(true);
    Chosen part = new Chosen(receiver.reference(), command.on(), decision);
    steps.end(actor, working, "TransitionReceiverChosen", null, part);
  }

  /** A receiver as the audit keeps it. */
  record Chosen(String receiver, LocalDate on, UUID decision) {}

  private Provider check(Actor actor, Working working, ChooseReceiver command) {
    Problems problems = new Problems();
    steps.checkHasCome(command.on(), problems);
    Provider receiver =
        directory
            .findProvidersByReference(actor, Set.of(command.receiver()))
            .get(command.receiver());
    if (receiver == null) {
      problems.add(
          "UNKNOWN_PROVIDER",
          "input.receiver",
          command.receiver(),
          "the reference of a provider",
          "There is no provider %s.".formatted(command.receiver()));
    } else if (command.receiver().equals(working.row().getProviderReference())) {
      problems.add(
          "SAME_PROVIDER",
          "input.receiver",
          command.receiver(),
          "another provider",
          "The service is to move away from %s.".formatted(command.receiver()));
    }
    if (receiver == null || !problems.none()) {
      throw new Refused(problems.list());
    }
    return receiver;
  }

  private UUID decide(Actor actor, Working working, ChooseReceiver command) {
    Request request =
        new Request(
            working.row().getVehicle(),
            working.row().getZone(),
            RequestKind.RE_PROCURED.name(),
            command.on(),
            null);
    NewBusinessAnswers.Question question = answers.question(actor, request);
    Decisions.Recorded<EligibilityResult> recorded =
        decisions.decide(
            actor,
            FrameworkModule.ANSWER_ELIGIBILITY,
            question.scheme(),
            question.facts(),
            "TransitionCase",
            working.row().getId(),
            null);
    refuseUnlessEligible(command, recorded.decided());
    return recorded.id();
  }

  private static void refuseUnlessEligible(
      ChooseReceiver command, Decided<EligibilityResult> decided) {
    List<EligibilityResult.Answer> answered = decided.result().answers();
    for (int i = 0; i < answered.size(); i++) {
      if (answered.get(i).provider().equals(command.receiver())) {
        if (!answered.get(i).eligible()) {
          throw new Refused(failed(command, decided.reasons().get(i)));
        }
        return;
      }
    }
    throw new Refused(
        List.of(notEligible(command, "It holds and held no place on the framework.")));
  }

  private static List<Problem> failed(ChooseReceiver command, Reason tree) {
    return tree.because().stream()
        .filter(Reason::failed)
        .map(reason -> notEligible(command, ReasonTexts.sentence(reason)))
        .toList();
  }

  private static Problem notEligible(ChooseReceiver command, String why) {
    return new Problem(
        "NOT_ELIGIBLE",
        "input.receiver",
        "The provider %s may not take re-procured business on %s: %s"
            .formatted(command.receiver(), command.on(), why),
        command.receiver(),
        "a provider that may take it");
  }
}
