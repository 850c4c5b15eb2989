package council.platform.decision;

import council.platform.identity.Actor;
import council.platform.scheme.SchemeVersion;
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

  /** Runs a kept decision again from its stored facts and scheme version; changes nothing. */
  Replay replay(UUID decisionId);

  /** A decision that was kept. */
  record Recorded<R>(UUID id, Decided<R> decided) {}

  /**
   * @param identical whether the outcome came out byte for byte as it was kept
   * @param keptSha256 hash of the kept canonical outcome (result and reasons)
   * @param replayedSha256 hash of the outcome that came out now
   */
  record Replay(UUID decisionId, boolean identical, String keptSha256, String replayedSha256) {}
}
