package council.framework.store;

import council.framework.api.Transitions;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cases of the council in whose name the transaction runs. */
@Singleton
final class StoredTransitions implements Transitions {
  private final CaseRecords records;
  private final CaseReceiver receiver;
  private final CaseMoves moves;
  private final CaseProgress progress;

  StoredTransitions(
      CaseRecords records, CaseReceiver receiver, CaseMoves moves, CaseProgress progress) {
    this.records = records;
    this.receiver = receiver;
    this.moves = moves;
    this.progress = progress;
  }

  @Override
  public void recordReview(Actor actor, RecordReview command) {
    records.review(actor, command);
  }

  @Override
  public void recordChoice(Actor actor, RecordChoice command) {
    records.choice(actor, command);
  }

  @Override
  public void recordStaffTransfer(Actor actor, RecordStaffTransfer command) {
    records.staffTransfer(actor, command);
  }

  @Override
  public void chooseReceiver(Actor actor, ChooseReceiver command) {
    receiver.choose(actor, command);
  }

  @Override
  public void recordHomeCheck(Actor actor, RecordHomeCheck command) {
    records.homeCheck(actor, command);
  }

  @Override
  public UUID openBlocker(Actor actor, OpenBlocker command) {
    return records.openBlocker(actor, command);
  }

  @Override
  public void resolveBlocker(Actor actor, ResolveBlocker command) {
    records.resolveBlocker(actor, command);
  }

  @Override
  public void move(Actor actor, MoveCase command) {
    moves.move(actor, command);
  }

  @Override
  public List<VehicleProgress> progress(Actor actor, @Nullable String vehicle, LocalDate on) {
    return progress.on(actor, vehicle, on);
  }
}
