package council.platform.decision;

import council.platform.identity.Actor;
import council.platform.scheme.SchemeVersion;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions are made, kept and run again here. */
public interface Decisions {
  /**
   * Runs the engine over canonical facts and keeps the decision with scheme version, facts, result
   * and reasons, in the current transaction.
   *
   * @param providerId the provider whom alone it concerns, absent where it concerns several
   */
  <S, F, R> Recorded<R> decide(
      Actor actor,
      DecisionEngine<S, F, R> engine,
      SchemeVersion scheme,
      F facts,
      String subjectType,
      UUID subjectId,
      @Nullable UUID providerId);

  /**
   * A person decides otherwise: keeps a new decision over the same facts that names the old one.
   *
   * @param result of the engine's result type
   * @param reason why, in the person's words; refused where it is blank
   */
  <R> Recorded<R> override(Actor actor, UUID decisionId, R result, String reason);

  /** What was asked and what came out, as it was kept. */
  Optional<Kept> findKept(UUID decisionId);

  /** The result of a kept decision, as it was kept. */
  <R> R getResult(UUID decisionId, Class<R> type);

  /**
   * Runs a kept decision again from its stored facts and scheme version; changes nothing. A
   * decision that a person made in place of an engine cannot be run again: {@code BAD_REQUEST}.
   */
  Replay replay(UUID decisionId);

  /**
   * A decision with canonical texts.
   *
   * @param kind such as {@code framework.allocation}
   * @param facts canonical JSON of what it was decided from
   * @param result canonical JSON of what came out
   */
  record Kept(String kind, String facts, String result) {}

  /** A decision that was kept. */
  record Recorded<R>(UUID id, Decided<R> decided) {}

  /**
   * @param identical whether facts and outcome are byte for byte as they were kept
   * @param keptSha256 hash of the kept canonical outcome (result and reasons)
   * @param replayedSha256 hash of the outcome that came out now
   */
  record Replay(UUID decisionId, boolean identical, String keptSha256, String replayedSha256) {}
}
