package council.framework.api;

import council.platform.identity.Actor;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Scoring by people: who scores the answers of a round, what they declare, what they give and what
 * is agreed (LAN-FW-06, LAN-FW-09). Possible while the round collects. Every method runs in the
 * caller's transaction and refuses with all problems at once.
 */
public interface Evaluations {
  /** Lets somebody score in a round, or lets them come back; answers the evaluator's id. */
  UUID appoint(Actor actor, AppointEvaluator command);

  /** Takes somebody out of a round; what they have given stays. */
  void standDown(Actor actor, StandDown command);

  /**
   * Keeps what the actor declares; an earlier declaration stays beside it. What the actor gave to
   * providers that are named now is set aside, and what was agreed on it has to be agreed anew.
   */
  void declare(Actor actor, DeclareInterests command);

  /** Keeps what the actor gives an answer, in place of what it gave before. */
  UUID score(Actor actor, ScoreAnswer command);

  /** Agrees the score of an answer; an earlier agreement stays beside it. */
  void moderate(Actor actor, ModerateAnswer command);

  /**
   * @param revision of the round
   * @param evaluator the pseudonym by which the audit knows the person
   */
  record AppointEvaluator(UUID round, int revision, String evaluator) {}

  /** Who is to score no more, and why. */
  record StandDown(UUID evaluator, int revision, String reason) {}

  /**
   * @param evaluator who the actor is in the round
   * @param conflicts references of the providers with whom there is a conflict; empty where there
   *     is none
   * @param words what the conflict is; needed where there is one
   */
  record DeclareInterests(
      UUID evaluator, int revision, List<String> conflicts, @Nullable String words) {
    public DeclareInterests {
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * @param revision of the actor's own score of the answer; 0 where there is none yet
   */
  record ScoreAnswer(UUID answer, int revision, BigDecimal score, String comment) {}

  /**
   * @param rationale why this score was agreed
   * @param fewerBecause why fewer evaluators than the scheme asks for are enough; absent where they
   *     are not fewer
   */
  record ModerateAnswer(
      UUID answer,
      int revision,
      BigDecimal score,
      String rationale,
      @Nullable String fewerBecause) {}
}
