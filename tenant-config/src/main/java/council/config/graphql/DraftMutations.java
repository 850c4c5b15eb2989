package council.config.graphql;

import council.config.api.SchemeDrafts;
import council.config.api.SchemeDrafts.AddExample;
import council.config.api.SchemeDrafts.CreateDraft;
import council.config.api.SchemeDrafts.DraftStep;
import council.config.api.SchemeDrafts.EditDraft;
import council.config.api.SchemeDrafts.RebaseDraft;
import council.config.api.SchemeDrafts.SaveDraft;
import council.config.api.SchemeDrafts.SubmitDraft;
import council.config.api.SchemeDrafts.WithdrawVersion;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The steps of a draft, and the withdrawal of a version. */
@Singleton
final class DraftMutations {
  private final SchemeDrafts drafts;

  DraftMutations(SchemeDrafts drafts) {
    this.drafts = drafts;
  }

  void declare(Contributions c) {
    c.mutation("createSchemeDraft", CreateDraft.class, this::create);
    c.mutation("saveSchemeDraft", SaveDraft.class, this::save);
    c.mutation("editSchemeDraft", EditDraft.class, this::edit);
    c.mutation("addSchemeExample", AddExample.class, this::addExample);
    c.mutation("rebaseSchemeDraft", RebaseDraft.class, this::rebase);
    c.mutation("submitSchemeDraft", SubmitDraft.class, this::submit);
    c.mutation("returnSchemeDraft", DraftStep.class, this::giveBack);
    c.mutation("approveSchemeDraft", DraftStep.class, this::approve);
    c.mutation("publishSchemeDraft", DraftStep.class, this::publish);
    c.mutation("withdrawSchemeDraft", DraftStep.class, this::withdraw);
    c.mutation("withdrawSchemeVersion", WithdrawVersion.class, this::withdrawVersion);
  }

  private Outcome create(Actor actor, CreateDraft input) {
    return draft(drafts.create(actor, input));
  }

  private Outcome save(Actor actor, SaveDraft input) {
    drafts.save(actor, input);
    return draft(input.draft());
  }

  private Outcome edit(Actor actor, EditDraft input) {
    drafts.edit(actor, input);
    return draft(input.draft());
  }

  private Outcome addExample(Actor actor, AddExample input) {
    drafts.addExample(actor, input);
    return draft(input.draft());
  }

  private Outcome rebase(Actor actor, RebaseDraft input) {
    drafts.rebase(actor, input);
    return draft(input.draft());
  }

  private Outcome submit(Actor actor, SubmitDraft input) {
    drafts.submit(actor, input);
    return draft(input.draft());
  }

  private Outcome giveBack(Actor actor, DraftStep input) {
    drafts.giveBack(actor, input);
    return draft(input.draft());
  }

  private Outcome approve(Actor actor, DraftStep input) {
    drafts.approve(actor, input);
    return draft(input.draft());
  }

  private Outcome publish(Actor actor, DraftStep input) {
    UUID version = drafts.publish(actor, input);
    return draft(input.draft()).andNode("version", "SchemeVersion", version);
  }

  private Outcome withdraw(Actor actor, DraftStep input) {
    drafts.withdraw(actor, input);
    return draft(input.draft());
  }

  private Outcome withdrawVersion(Actor actor, WithdrawVersion input) {
    drafts.withdrawVersion(actor, input);
    return Outcome.node("version", "SchemeVersion", input.version());
  }

  private static Outcome draft(UUID id) {
    return Outcome.node("draft", DraftReads.TYPE, id);
  }
}
