package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;
import static council.platform.store.generated.Tables.DECISION;

import council.graphql.read.GlobalId;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.graphql.spi.NodeRef;
import council.graphql.spi.ReadType.Row;
import council.graphql.spi.Reasons;
import council.platform.decision.Decisions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Decisions with facts, result and reasons, and the way to run them again. */
@Singleton
final class DecisionReads {
  private final Decisions decisions;
  private final Reasons reasons;

  DecisionReads(Decisions decisions, Reasons reasons) {
    this.decisions = decisions;
    this.reasons = reasons;
  }

  /** The SDL type DecisionReplay. */
  record Replayed(NodeRef decision, boolean identical, String keptSha256, String replayedSha256) {}

  void declare(Contributions c) {
    c.read("Decision", DECISION)
        .column("kind", DECISION.KIND)
        .column("subjectType", DECISION.SUBJECT_TYPE)
        .computed(
            "subjectId",
            List.of(DECISION.SUBJECT_TYPE, DECISION.SUBJECT_ID),
            (row, actor) -> subject(row))
        .one("provider", "Provider", DECISION.PROVIDER_ID)
        .expression("schemeVersionId", t -> Columns.of(t, DECISION.SCHEME_VERSION_ID))
        .column("schemeHash", DECISION.SCHEME_HASH)
        .column("facts", DECISION.FACTS)
        .column("factsSha256", DECISION.FACTS_SHA256)
        .column("result", DECISION.RESULT)
        .computed(
            "reasons",
            List.of(DECISION.KIND, DECISION.REASONS),
            (row, actor) -> reasons.tell(get(row, DECISION.KIND), get(row, DECISION.REASONS)))
        .column("outcomeSha256", DECISION.OUTCOME_SHA256)
        .column("decidedAt", DECISION.DECIDED_AT)
        .column("decidedBy", DECISION.DECIDED_BY)
        .one("overrideOf", "Decision", DECISION.OVERRIDE_OF)
        .column("overrideReason", DECISION.OVERRIDE_REASON)
        .filter("subject", DECISION.SUBJECT_ID)
        .filter("kind", DECISION.KIND)
        .order("NEWEST_FIRST", List.of(desc(DECISION.DECIDED_AT)))
        .order("OLDEST_FIRST", List.of(asc(DECISION.DECIDED_AT)));
    c.rootConnection("decisions", "Decision");
    c.rootById("decision", "Decision");
    c.query("replayDecision", (actor, arguments) -> replay(arguments));
  }

  private static String subject(Row row) {
    return new GlobalId(get(row, DECISION.SUBJECT_TYPE), get(row, DECISION.SUBJECT_ID)).encoded();
  }

  private static <T> T get(Row row, org.jooq.Field<T> column) {
    return Objects.requireNonNull(row.get(column));
  }

  private Replayed replay(Arguments arguments) {
    Decisions.Replay replay = decisions.replay(arguments.get("id", UUID.class));
    return new Replayed(
        new NodeRef("Decision", replay.decisionId()),
        replay.identical(),
        replay.keptSha256(),
        replay.replayedSha256());
  }
}
