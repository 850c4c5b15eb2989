package council.config.store;

import council.config.api.SchemeDrafts.DraftStep;
import council.config.api.SchemeDrafts.SubmitDraft;
import council.config.document.SchemeReading;
import council.config.store.generated.tables.records.SchemeDraftRecord;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** From the authors' hands to those of whoever approves, and back. */
@Singleton
final class DraftApproval {
  private final DraftStore drafts;
  private final DraftSteps steps;
  private final DraftReading reading;
  private final VersionRules rules;
  private final VersionStore versions;
  private final StoredSchemes schemes;

  DraftApproval(
      DraftStore drafts,
      DraftSteps steps,
      DraftReading reading,
      VersionRules rules,
      VersionStore versions,
      StoredSchemes schemes) {
    this.drafts = drafts;
    this.steps = steps;
    this.reading = reading;
    this.rules = rules;
    this.versions = versions;
    this.schemes = schemes;
  }

  void submit(Actor actor, SubmitDraft command) {
    DraftSteps.Begun begun =
        steps.begin(actor, command.draft(), command.revision(), "submitSchemeDraft", command.why());
    SchemeDraftRecord draft = begun.draft();
    SchemeReading read = reading.read(draft);
    Problems problems = new Problems();
    problems.addAll(read.listBlocking());
    read.findScheme()
        .ifPresent(scheme -> {
          rules.isOfCouncil(actor.tenant(), scheme, problems);
          checkDates(command, scheme.effectiveFrom(), problems);
        });
    problems.throwIfAny();
    LocalDate effective = read.getScheme().effectiveFrom();
    draft.setStatus(DraftLifecycle.SUBMITTED);
    draft.setAnnouncedOn(command.announcedOn());
    draft.setEffectiveExistingFrom(existingFrom(command, effective));
    draft.setSubmittedBy(actor.principalId());
    draft.setSubmittedByLabel(actor.label());
    draft.setSubmittedAt(steps.now());
    draft.setSubmitters(with(draft.getSubmitters(), actor.principalId()));
    steps.end(actor, begun, "SchemeDraftSubmitted");
  }

  private static LocalDate existingFrom(SubmitDraft command, LocalDate effective) {
    LocalDate existing = command.effectiveExistingFrom();
    return existing == null ? effective : existing;
  }

  private void checkDates(SubmitDraft command, LocalDate effective, Problems problems) {
    LocalDate existing = existingFrom(command, effective);
    if (existing.isBefore(effective)) {
      problems.add(
          "EXISTING_BEFORE_NEW",
          "input.effectiveExistingFrom",
          existing,
          effective + " or later",
          "Existing business cannot follow a scheme before new business does.");
    }
    boolean first = versions.findLatest().isEmpty();
    if (!first && command.announcedOn().isAfter(effective)) {
      problems.add(
          "ANNOUNCED_TOO_LATE",
          "input.announcedOn",
          command.announcedOn(),
          effective + " or earlier",
          "A change is announced before it takes effect, or on that day.");
    }
    rules.isNotTooEarly(effective, problems);
    versions
        .findInForce(effective)
        .map(base -> schemes.getDocument(base.id()).publication())
        .ifPresent(rule -> rules.isNotBackdated(effective, rule, problems));
    rules.isUndoneByNone(effective, problems);
    rules.collidesWithNone(effective, existing, problems);
  }

  void giveBack(Actor actor, DraftStep command) {
    DraftSteps.Begun begun =
        steps.begin(actor, command.draft(), command.revision(), "returnSchemeDraft", command.why());
    SchemeDraftRecord draft = begun.draft();
    draft.setStatus(DraftLifecycle.DRAFT);
    draft.setAnnouncedOn(null);
    draft.setEffectiveExistingFrom(null);
    draft.setSubmittedBy(null);
    draft.setSubmittedByLabel(null);
    draft.setSubmittedAt(null);
    draft.setApprovedBy(null);
    draft.setApprovedByLabel(null);
    draft.setApprovedAt(null);
    steps.end(actor, begun, "SchemeDraftReturned");
  }

  void approve(Actor actor, DraftStep command) {
    DraftSteps.Begun begun =
        steps.begin(
            actor, command.draft(), command.revision(), "approveSchemeDraft", command.why());
    SchemeDraftRecord draft = begun.draft();
    if (involved(draft).contains(actor.principalId())) {
      throw new Refused(
          "SAME_PERSON",
          "input.draft",
          "Expected somebody who neither wrote nor submitted the draft, but you did.");
    }
    draft.setStatus(DraftLifecycle.APPROVED);
    draft.setApprovedBy(actor.principalId());
    draft.setApprovedByLabel(actor.label());
    draft.setApprovedAt(steps.now());
    steps.end(actor, begun, "SchemeDraftApproved");
  }

  /** Whoever has handed it in once never approves it, also after it was given back. */
  private static UUID[] with(UUID[] submitters, UUID another) {
    Set<UUID> all = new TreeSet<>(List.of(submitters));
    all.add(another);
    return all.toArray(UUID[]::new);
  }

  private Set<UUID> involved(SchemeDraftRecord draft) {
    Set<UUID> involved = new HashSet<>(drafts.authors(draft.getId()));
    involved.add(draft.getCreatedBy());
    involved.addAll(List.of(draft.getSubmitters()));
    return involved;
  }

  void withdraw(Actor actor, DraftStep command) {
    DraftSteps.Begun begun =
        steps.begin(
            actor, command.draft(), command.revision(), "withdrawSchemeDraft", command.why());
    begun.draft().setStatus(DraftLifecycle.WITHDRAWN);
    steps.end(actor, begun, "SchemeDraftWithdrawn");
  }
}
