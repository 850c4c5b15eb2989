package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;

import council.framework.domain.CallOffFacts.Candidate;
import council.framework.domain.CallOffTrial.Scored;
import council.framework.scheme.CallOff;
import council.framework.scheme.CallOff.MiniCompetition;
import council.framework.scheme.Criterion;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.decision.Reason;
import council.platform.decision.Reason.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a candidate stands where it stands in the order of a call-off. Names no other provider. */
final class CallOffReasons {
  private final CallOffFacts facts;
  private final CallOffTrial trial;
  private final CallOffOrder order;
  private final Optional<CallOff> callOff;
  private final String path;

  CallOffReasons(Vehicle vehicle, CallOffFacts facts, CallOffTrial trial, CallOffOrder order) {
    this.facts = facts;
    this.trial = trial;
    this.order = order;
    this.callOff = Optional.ofNullable(vehicle.callOff().get(facts.request().kind()));
    this.path = FrameworkSection.path(facts.vehicle(), "callOff." + facts.request().kind());
  }

  Reason of(Candidate candidate) {
    List<Reason> because = new ArrayList<>();
    because.add(
        Reason.of(
            Rules.MAY_TAKE_THE_REQUEST,
            FrameworkSection.path(facts.vehicle(), "newBusiness." + facts.request().kind()),
            verdict(candidate.eligible()),
            Seen.of("lot", facts.request().lot()).and("date", facts.request().startsOn()).map()));
    if (trial.decidesResponses()) {
      trial.competition().ifPresent(terms -> because.addAll(response(terms, candidate)));
    } else {
      because.add(answer(candidate));
    }
    because.addAll(standing(candidate));
    Optional<CallOffOrder.Line> line = order.find(candidate.provider());
    Seen seen =
        Seen.of("provider", candidate.provider())
            .and("method", order.method())
            .and("position", line.map(CallOffOrder.Line::position).orElse(null));
    return new Reason(Rules.STANDS_IN_ORDER, path, seen.map(), verdict(line.isPresent()), because);
  }

  /** What holds for the request as a whole. */
  List<Reason> ofAll() {
    Integer fewest = trial.competition().map(MiniCompetition::fewestResponses).orElse(null);
    if (!trial.decidesResponses() || fewest == null) {
      return List.of();
    }
    return List.of(
        Reason.of(
            Rules.HAS_ENOUGH_RESPONSES,
            path + ".fewestResponses",
            verdict(trial.stands()),
            Seen.of("responses", trial.responses()).and("fewest", fewest).map()));
  }

  private Reason answer(Candidate candidate) {
    Seen seen = Seen.nothing();
    trial.findAnswer(candidate).ifPresent(answer -> seen.and("answer", answer.answer()));
    return Reason.of(
        Rules.HAS_NOT_ANSWERED_YET,
        path,
        verdict(trial.findAnswer(candidate).isEmpty()),
        seen.map());
  }

  private List<Reason> standing(Candidate candidate) {
    List<Reason> told = new ArrayList<>();
    if (callOff.orElse(null) instanceof CallOff.Rotation rotation) {
      Seen seen =
          Seen.of("turn", rotation.turn())
              .and("weeklyHours", candidate.weeklyHours())
              .and("callOffs", candidate.callOffs())
              .and("lastCallOff", candidate.lastCallOff());
      told.add(Reason.of(Rules.HAS_ITS_TURN, path + ".turn", Verdict.NOTED, seen.map()));
    }
    Seen seen =
        Seen.of("lot", facts.request().lot())
            .and("tier", candidate.tier())
            .and("rank", candidate.rank());
    told.add(Reason.of(Rules.IS_RANKED_IN_LOT, path, Verdict.NOTED, seen.map()));
    return told;
  }

  private List<Reason> response(MiniCompetition terms, Candidate candidate) {
    Optional<Scored> found = trial.findScored(candidate);
    List<Reason> told = new ArrayList<>();
    told.add(
        Reason.of(Rules.HAS_RESPONDED, path, verdict(found.isPresent()), Seen.nothing().map()));
    found.ifPresent(one -> {
      told.add(score(terms, one));
      told.add(
          Reason.of(
              Rules.RESPONSE_REACHES_THRESHOLD,
              path + ".thresholdPercent",
              verdict(CallOffTrial.reachesThreshold(terms, one)),
              Seen.of("score", one.percent()).and("threshold", terms.thresholdPercent()).map()));
      for (int i = 0; i < terms.criteria().size(); i++) {
        passMark(terms.criteria().get(i), one, path + ".criteria[" + i + "]").ifPresent(told::add);
      }
    });
    return told;
  }

  private Reason score(MiniCompetition terms, Scored one) {
    Seen seen = Seen.of("score", one.percent()).and("hourlyRate", one.response().hourlyRate());
    terms
        .criteria()
        .forEach(criterion -> seen.and(criterion.code(), one.scores().get(criterion.code())));
    return Reason.of(Rules.RESPONSE_SCORE, path + ".criteria", Verdict.NOTED, seen.map());
  }

  /** Told where there is a mark, and where a score is missing. */
  private static Optional<Reason> passMark(Criterion criterion, Scored one, String path) {
    var score = one.scores().get(criterion.code());
    if (criterion.passMark() == null && score != null) {
      return Optional.empty();
    }
    return Optional.of(
        Reason.of(
            Rules.RESPONSE_REACHES_PASS_MARK,
            path + ".passMark",
            verdict(CallOffTrial.reachesPassMark(criterion, one)),
            Seen.of("criterion", criterion.code())
                .and("score", score)
                .and("passMark", criterion.passMark())
                .map()));
  }
}
