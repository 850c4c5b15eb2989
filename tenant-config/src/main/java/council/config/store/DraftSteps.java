package council.config.store;

import council.config.store.generated.tables.records.SchemeDraftRecord;
import council.config.store.generated.tables.records.SchemeDraftTextRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.TextRule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every step of a draft begins and ends with. */
@Singleton
final class DraftSteps {
  static final String TYPE = "SchemeDraft";
  private static final int LONGEST_REASON = 2000;

  private final DraftStore drafts;
  private final DraftLifecycle lifecycle;
  private final MeanwhileChanges meanwhile;
  private final Audit audit;
  private final Clock clock;

  DraftSteps(
      DraftStore drafts,
      DraftLifecycle lifecycle,
      MeanwhileChanges meanwhile,
      Audit audit,
      Clock clock) {
    this.drafts = drafts;
    this.lifecycle = lifecycle;
    this.meanwhile = meanwhile;
    this.audit = audit;
    this.clock = clock;
  }

  /** A step under way: the locked row, and what it said before. */
  record Begun(SchemeDraftRecord draft, Told before, @Nullable String why) {}

  /** The draft, locked, if the caller saw it as it is and may take the step now. */
  Begun begin(Actor actor, UUID id, int revision, String step, @Nullable String why) {
    SchemeDraftRecord draft =
        drafts
            .findLocked(id)
            .orElseThrow(
                () -> new Refused("UNKNOWN_DRAFT", "input.draft", "There is no such draft."));
    if (draft.getRevision() != revision) {
      throw new Refused(meanwhile.tell(draft, revision));
    }
    lifecycle.check(actor, draft.getStatus(), step, why);
    checkReason(why);
    return new Begun(draft, Told.of(draft), why);
  }

  static void checkReason(@Nullable String why) {
    if (why != null) {
      Problems problems = new Problems();
      TextRule.findFaultInLines(why, LONGEST_REASON)
          .ifPresent(fault ->
              problems.add(
                  "BAD_TEXT",
                  "input.why",
                  TextRule.shown(why),
                  "text of at most " + LONGEST_REASON + " characters",
                  "The reason " + fault + "."));
      problems.throwIfAny();
    }
  }

  /** Keeps the draft as it is after the step, and tells the audit. */
  void end(Actor actor, Begun begun, String action) {
    SchemeDraftRecord draft = begun.draft();
    draft.setRevision(draft.getRevision() + 1);
    draft.setChangedAt(now());
    drafts.update(draft);
    audit.record(
        actor,
        new Change(TYPE, draft.getId(), action, begun.before(), Told.of(draft), begun.why(), null));
  }

  /** As {@link #end}, and keeps the draft's new text for good. */
  void endWithText(Actor actor, Begun begun, String action) {
    end(actor, begun, action);
    keepText(actor, begun.draft(), begun.why());
  }

  void keepText(Actor actor, SchemeDraftRecord draft, @Nullable String why) {
    SchemeDraftTextRecord text = new SchemeDraftTextRecord();
    text.setTenantId(actor.tenant());
    text.setId(Ids.next());
    text.setDraftId(draft.getId());
    text.setRevision(draft.getRevision());
    text.setSourceText(draft.getSourceText());
    text.setContentSha256(draft.getContentSha256());
    text.setWhy(why);
    text.setWrittenBy(actor.principalId());
    text.setWrittenByLabel(actor.label());
    text.setWrittenAt(draft.getChangedAt());
    drafts.insertText(text);
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** What the audit keeps of a draft; its texts are kept for good beside it. */
  record Told(
      String reference,
      String status,
      @Nullable UUID baseVersion,
      @Nullable String contentSha256,
      @Nullable String title,
      @Nullable LocalDate effectiveFrom,
      boolean sound,
      @Nullable LocalDate announcedOn,
      @Nullable LocalDate effectiveExistingFrom,
      @Nullable Signature created,
      @Nullable Signature submitted,
      List<UUID> submitters,
      @Nullable Signature approved,
      @Nullable Instant changedAt,
      @Nullable UUID version) {
    static Told of(SchemeDraftRecord draft) {
      return new Told(
          draft.getReference(),
          draft.getStatus(),
          draft.getBaseVersionId(),
          draft.getContentSha256(),
          draft.getTitle(),
          draft.getEffectiveFrom(),
          draft.getSound(),
          draft.getAnnouncedOn(),
          draft.getEffectiveExistingFrom(),
          Signature.of(draft.getCreatedBy(), draft.getCreatedByLabel(), draft.getCreatedAt()),
          Signature.of(draft.getSubmittedBy(), draft.getSubmittedByLabel(), draft.getSubmittedAt()),
          List.of(draft.getSubmitters()),
          Signature.of(draft.getApprovedBy(), draft.getApprovedByLabel(), draft.getApprovedAt()),
          draft.getChangedAt(),
          draft.getVersionId());
    }
  }

  /** Who did a step, and when. */
  record Signature(UUID by, String label, Instant at) {
    static @Nullable Signature of(@Nullable UUID by, @Nullable String label, @Nullable Instant at) {
      return by == null || label == null || at == null ? null : new Signature(by, label, at);
    }
  }
}
