package council.config.simulation.store;

import council.config.simulation.CaseDecision.NotMade;
import council.config.simulation.CaseResult;
import council.config.simulation.CaseResult.Compared;
import council.config.simulation.CaseResult.Undecided;
import council.config.simulation.EffectChange;
import council.config.store.generated.tables.records.SimulationChangeRecord;
import council.platform.data.Ids;
import council.platform.decision.Effect;
import council.platform.json.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of a few cases, numbered on from those that are kept. */
final class ChangeRows {
  static final String CANNOT_BE_DECIDED = "CANNOT_BE_DECIDED";

  private final UUID simulation;
  private final String kind;
  private final long linesBefore;
  private final List<SimulationChangeRecord> rows = new ArrayList<>();

  ChangeRows(UUID simulation, String kind, long linesBefore) {
    this.simulation = simulation;
    this.kind = kind;
    this.linesBefore = linesBefore;
  }

  List<SimulationChangeRecord> list() {
    return rows;
  }

  void add(Compared result) {
    result.changes().forEach(change -> add(result, change));
  }

  private void add(CaseResult result, EffectChange change) {
    SimulationChangeRecord row = newRow(result);
    row.setChange(change.change().name());
    row.setEffectKey(change.effect().key());
    row.setKind(change.effect().kind().name());
    row.setWhat(change.effect().what());
    row.setProvider(change.effect().provider());
    row.setAmountBefore(change.amountBefore());
    row.setAmountAfter(change.amountAfter());
    fillBefore(row, change.before());
    fillAfter(row, change.after());
  }

  private static void fillBefore(SimulationChangeRecord row, @Nullable Effect effect) {
    if (effect != null) {
      row.setValueBefore(effect.value());
      row.setDueBefore(effect.due());
      row.setReasonsBefore(CanonicalJson.text(effect.reasons()));
    }
  }

  private static void fillAfter(SimulationChangeRecord row, @Nullable Effect effect) {
    if (effect != null) {
      row.setValueAfter(effect.value());
      row.setDueAfter(effect.due());
      row.setReasonsAfter(CanonicalJson.text(effect.reasons()));
    }
  }

  void add(Undecided result) {
    SimulationChangeRecord row = newRow(result);
    row.setChange(CANNOT_BE_DECIDED);
    row.setValueBefore(why(result.before()));
    row.setValueAfter(why(result.after()));
  }

  private static @Nullable String why(@Nullable NotMade side) {
    return side == null ? null : side.why();
  }

  private SimulationChangeRecord newRow(CaseResult result) {
    SimulationChangeRecord row = new SimulationChangeRecord();
    row.setId(Ids.next());
    row.setSimulationId(simulation);
    row.setLine(linesBefore + rows.size() + 1);
    row.setDecisionKind(kind);
    row.setCaseKey(result.which().key());
    row.setCaseTitle(result.which().title());
    rows.add(row);
    return row;
  }
}
