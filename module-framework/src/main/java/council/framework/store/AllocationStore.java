package council.framework.store;

import static council.framework.store.generated.Tables.ALLOCATION;
import static council.framework.store.generated.Tables.OUTCOME;

import council.framework.domain.AllocationLine;
import council.framework.domain.RoundResult.ProviderOutcome;
import council.platform.data.Ids;
import council.platform.decision.Reason;
import council.platform.json.CanonicalJson;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** What came of a round, provider by provider and line by line. */
@Singleton
final class AllocationStore {
  private final DSLContext db;

  AllocationStore(DSLContext db) {
    this.db = db;
  }

  void clear(UUID round) {
    db.deleteFrom(OUTCOME).where(OUTCOME.ROUND_ID.eq(round)).execute();
  }

  /** Ids that the rows of one round refer to, by reference. */
  record Known(Map<String, UUID> providers, Map<String, UUID> applications) {}

  void insert(
      Round round,
      List<ProviderOutcome> outcomes,
      Map<String, List<Reason>> reasons,
      List<AllocationLine> lines,
      Known known) {
    Map<String, UUID> outcomeIds = new HashMap<>();
    outcomes.forEach(o -> outcomeIds.put(o.provider(), Ids.next()));
    insertOutcomes(round, outcomes, reasons, known, outcomeIds);
    insertLines(round, lines, known, outcomeIds);
  }

  private void insertOutcomes(
      Round round,
      List<ProviderOutcome> outcomes,
      Map<String, List<Reason>> reasons,
      Known known,
      Map<String, UUID> outcomeIds) {
    Bulk.insert(
        db,
        OUTCOME,
        outcomes,
        (row, outcome) -> {
          row.setId(outcomeIds.get(outcome.provider()));
          row.setRoundId(round.id());
          row.setRoundReference(round.reference());
          row.setDecisionId(round.decisionId());
          row.setProviderId(known.providers().get(outcome.provider()));
          row.setProviderReference(outcome.provider());
          row.setApplicationId(known.applications().get(outcome.provider()));
          row.setResult(outcome.outcome());
          row.setReasons(CanonicalJson.text(reasons.getOrDefault(outcome.provider(), List.of())));
        });
  }

  private void insertLines(
      Round round, List<AllocationLine> lines, Known known, Map<String, UUID> outcomeIds) {
    Bulk.insert(
        db,
        ALLOCATION,
        IntStream.range(0, lines.size()).boxed().toList(),
        (row, index) -> {
          var line = lines.get(index);
          row.setId(Ids.next());
          row.setRoundId(round.id());
          row.setRoundReference(round.reference());
          row.setOutcomeId(outcomeIds.get(line.provider()));
          row.setProviderId(known.providers().get(line.provider()));
          row.setLine(index + 1);
          row.setZone(line.zone());
          row.setTier(line.tier());
          row.setRank(line.rank());
          row.setScore(line.score());
        });
  }

  /** From now on each provider sees its own outcome. */
  void show(UUID round) {
    db.update(OUTCOME)
        .set(OUTCOME.VISIBLE_TO, OUTCOME.PROVIDER_ID)
        .where(OUTCOME.ROUND_ID.eq(round))
        .execute();
    db.update(ALLOCATION)
        .set(ALLOCATION.VISIBLE_TO, ALLOCATION.PROVIDER_ID)
        .where(ALLOCATION.ROUND_ID.eq(round))
        .execute();
  }
}
