package council.config.store;

import council.config.api.SchemeDrafts.AddExample;
import council.config.api.SchemeDrafts.CreateDraft;
import council.config.api.SchemeDrafts.EditDraft;
import council.config.api.SchemeDrafts.SaveDraft;
import council.config.document.SchemeEdit;
import council.config.document.SchemeReader;
import council.config.store.generated.tables.records.SchemeDraftRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.decision.Decisions;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.TextRule;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes drafts: begins them, and changes their text as a whole or by path. */
@Singleton
final class DraftWriting {
  private static final int LONGEST_REFERENCE = 60;

  private final DraftStore drafts;
  private final DraftSteps steps;
  private final DraftReading reading;
  private final VersionStore versions;
  private final SchemeReader reader;
  private final Decisions decisions;
  private final Audit audit;

  DraftWriting(
      DraftStore drafts,
      DraftSteps steps,
      DraftReading reading,
      VersionStore versions,
      SchemeReader reader,
      Decisions decisions,
      Audit audit) {
    this.drafts = drafts;
    this.steps = steps;
    this.reading = reading;
    this.versions = versions;
    this.reader = reader;
    this.decisions = decisions;
    this.audit = audit;
  }

  UUID create(Actor actor, CreateDraft command) {
    DraftSteps.checkReason(command.why());
    checkReference(command.reference());
    SchemeDraftRecord draft = begin(actor, command.reference(), beginning(command));
    drafts.insert(draft, taken(command.reference()));
    audit.record(
        actor,
        new Change(
            DraftSteps.TYPE,
            draft.getId(),
            "SchemeDraftCreated",
            null,
            DraftSteps.Told.of(draft),
            command.why(),
            null));
    steps.keepText(actor, draft, command.why());
    return draft.getId();
  }

  void save(Actor actor, SaveDraft command) {
    DraftSteps.Begun begun =
        steps.begin(actor, command.draft(), command.revision(), "saveSchemeDraft", command.why());
    write(actor, begun, command.document(), "SchemeDraftSaved");
  }

  void edit(Actor actor, EditDraft command) {
    DraftSteps.Begun begun =
        steps.begin(actor, command.draft(), command.revision(), "editSchemeDraft", command.why());
    if (command.edits().isEmpty()) {
      throw new Refused(
          "NO_EDITS", "input.edits", "Expected at least one edit, but there is none.");
    }
    List<SchemeEdit> edits =
        command.edits().stream().map(one -> new SchemeEdit(one.path(), one.value())).toList();
    write(
        actor,
        begun,
        reader.edit(begun.draft().getSourceText(), edits).getSource(),
        "SchemeDraftEdited");
  }

  void addExample(Actor actor, AddExample command) {
    DraftSteps.Begun begun =
        steps.begin(actor, command.draft(), command.revision(), "addSchemeExample", null);
    Decisions.Kept kept =
        decisions
            .findKept(command.decision())
            .orElseThrow(() ->
                new Refused("UNKNOWN_DECISION", "input.decision", "There is no such decision."));
    write(
        actor,
        begun,
        ExampleText.append(begun.draft().getSourceText(), command.name(), kept),
        "SchemeExampleAdded");
  }

  /** Sets the text and all that follows from it. */
  void write(Actor actor, DraftSteps.Begun begun, String text, String action) {
    begun.draft().setSourceText(text);
    reading.check(begun.draft());
    steps.endWithText(actor, begun, action);
  }

  private SchemeDraftRecord begin(Actor actor, String reference, String text) {
    SchemeDraftRecord draft = new SchemeDraftRecord();
    draft.setTenantId(actor.tenant());
    draft.setId(Ids.next());
    draft.setReference(reference);
    draft.setStatus(DraftLifecycle.DRAFT);
    draft.setSourceText(text);
    reading.check(draft);
    draft.setBaseVersionId(baseOf(draft).map(VersionStore.Key::id).orElse(null));
    draft.setCreatedBy(actor.principalId());
    draft.setCreatedByLabel(actor.label());
    draft.setCreatedAt(steps.now());
    draft.setChangedAt(draft.getCreatedAt());
    draft.setSubmitters(new UUID[0]);
    draft.setRevision(1);
    return draft;
  }

  /** What is in force when the draft is to take over; of a draft without a day, the latest. */
  Optional<VersionStore.Key> baseOf(SchemeDraftRecord draft) {
    return draft.getEffectiveFrom() == null
        ? versions.findLatest()
        : versions.findInForce(draft.getEffectiveFrom());
  }

  private String beginning(CreateDraft command) {
    if ((command.document() == null) == (command.version() == null)) {
      throw new Refused(
          "ONE_BEGINNING",
          "input.document",
          "Expected either a document or a version to begin with, but got both or neither.");
    }
    return command.document() != null ? command.document() : contentOf(command);
  }

  private String contentOf(CreateDraft command) {
    String source =
        Optional.ofNullable(command.version())
            .flatMap(versions::findSource)
            .orElseThrow(
                () -> new Refused("UNKNOWN_VERSION", "input.version", "There is no such version."));
    return command.effectiveFrom() == null
        ? source
        : reader
            .edit(
                source,
                List.of(new SchemeEdit("effectiveFrom", command.effectiveFrom().toString())))
            .getSource();
  }

  private void checkReference(String reference) {
    Problems problems = new Problems();
    TextRule.findFault(reference, LONGEST_REFERENCE)
        .ifPresent(fault ->
            problems.add(
                "BAD_TEXT",
                "input.reference",
                TextRule.shown(reference),
                "text of at most " + LONGEST_REFERENCE + " characters",
                "The reference " + fault + "."));
    problems.throwIfAny();
    if (drafts.exists(reference)) {
      throw taken(reference).get();
    }
  }

  private static Supplier<Refused> taken(String reference) {
    return () ->
        new Refused(
            List.of(
                new council.platform.problem.Problem(
                    "DUPLICATE_REFERENCE",
                    "input.reference",
                    "There is a draft " + reference + " already.",
                    reference,
                    "a reference that no other draft has")));
  }
}
