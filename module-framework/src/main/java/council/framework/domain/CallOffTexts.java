package council.framework.domain;

import council.framework.domain.ReasonTexts.Figures;
import council.platform.decision.Reason;
import java.util.Optional;

/** The rules of a call-off's order as English sentences. */
final class CallOffTexts {
  private CallOffTexts() {}

  static Optional<String> find(Reason reason, Figures seen, boolean passed) {
    return Optional.ofNullable(
        switch (reason.rule()) {
          case Rules.STANDS_IN_ORDER ->
              seen.tell(
                  passed
                      ? "{provider} is number {position} for this request."
                      : "This request does not go to {provider}.");
          case Rules.MAY_TAKE_THE_REQUEST ->
              seen.tell(
                  passed
                      ? "May take the business in {lot} on {date}."
                      : "May not take the business in {lot} on {date}.");
          case Rules.HAS_NOT_ANSWERED_YET ->
              passed
                  ? "Has not answered an offer of this request yet."
                  : seen.tell("Was offered this request already: {answer}.");
          case Rules.IS_RANKED_IN_LOT -> ranked(seen);
          case Rules.HAS_ITS_TURN -> turn(seen);
          case Rules.HAS_RESPONDED ->
              passed ? "Responded to the invitation." : "Did not respond to the invitation.";
          case Rules.RESPONSE_SCORE -> response(seen);
          case Rules.RESPONSE_REACHES_THRESHOLD ->
              seen.tell(
                  passed
                      ? "The score of {score} % reaches the threshold of {threshold} %."
                      : "The score of {score} % is below the threshold of {threshold} %.");
          case Rules.RESPONSE_REACHES_PASS_MARK -> passMark(seen, passed);
          case Rules.HAS_ENOUGH_RESPONSES ->
              seen.tell(
                  passed
                      ? "{responses} response(s) came in; {fewest} are enough."
                      : "{responses} response(s) came in, fewer than {fewest}: an award needs a"
                          + " reason.");
          default -> null;
        });
  }

  private static String ranked(Figures seen) {
    if (!seen.has("tier")) {
      return seen.tell("Holds no place in {lot} itself.");
    }
    return seen.tell(
        seen.has("rank")
            ? "Holds a place of {tier} in {lot} with rank {rank}."
            : "Holds a place of {tier} in {lot} without a rank.");
  }

  private static String turn(Figures seen) {
    String last =
        seen.has("lastCallOff")
            ? "; the latest was awarded on {lastCallOff}."
            : "; none was awarded yet.";
    return seen.tell("{weeklyHours} hour(s) a week and {callOffs} call-off(s) so far" + last);
  }

  private static String response(Figures seen) {
    return seen.has("hourlyRate")
        ? seen.tell("The response scores {score} %, at {hourlyRate} pounds an hour.")
        : seen.tell("The response scores {score} %.");
  }

  private static String passMark(Figures seen, boolean passed) {
    if (!seen.has("score")) {
      return seen.tell("{criterion}: the response has no score.");
    }
    return seen.tell(
        passed
            ? "{criterion}: {score} reaches the pass mark of {passMark}."
            : "{criterion}: {score} is below the pass mark of {passMark}.");
  }
}
