package council.config.store;

import council.config.api.SchemeDrafts;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The facade over the use cases of drafts. */
@Singleton
final class StoredDrafts implements SchemeDrafts {
  private final DraftWriting writing;
  private final DraftRebase rebasing;
  private final DraftApproval approval;
  private final DraftPublication publication;
  private final VersionWithdrawal withdrawal;

  StoredDrafts(
      DraftWriting writing,
      DraftRebase rebasing,
      DraftApproval approval,
      DraftPublication publication,
      VersionWithdrawal withdrawal) {
    this.writing = writing;
    this.rebasing = rebasing;
    this.approval = approval;
    this.publication = publication;
    this.withdrawal = withdrawal;
  }

  @Override
  public UUID create(Actor actor, CreateDraft command) {
    return writing.create(actor, command);
  }

  @Override
  public void save(Actor actor, SaveDraft command) {
    writing.save(actor, command);
  }

  @Override
  public void edit(Actor actor, EditDraft command) {
    writing.edit(actor, command);
  }

  @Override
  public void addExample(Actor actor, AddExample command) {
    writing.addExample(actor, command);
  }

  @Override
  public void rebase(Actor actor, RebaseDraft command) {
    rebasing.rebase(actor, command);
  }

  @Override
  public void submit(Actor actor, SubmitDraft command) {
    approval.submit(actor, command);
  }

  @Override
  public void giveBack(Actor actor, DraftStep command) {
    approval.giveBack(actor, command);
  }

  @Override
  public void approve(Actor actor, DraftStep command) {
    approval.approve(actor, command);
  }

  @Override
  public UUID publish(Actor actor, DraftStep command) {
    return publication.publish(actor, command);
  }

  @Override
  public void withdraw(Actor actor, DraftStep command) {
    approval.withdraw(actor, command);
  }

  @Override
  public void withdrawVersion(Actor actor, WithdrawVersion command) {
    withdrawal.withdraw(actor, command);
  }
}
