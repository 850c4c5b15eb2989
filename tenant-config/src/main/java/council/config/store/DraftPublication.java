package council.config.store;

import council.config.api.SchemeDrafts.DraftStep;
import council.config.api.Simulations;
import council.config.document.Publication;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReading;
import council.config.store.generated.tables.records.SchemeDraftRecord;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Makes a version of an approved draft, if nothing at all stands against it at this moment. */
@Singleton
final class DraftPublication {
  private final DraftSteps steps;
  private final DraftReading reading;
  private final VersionRules rules;
  private final VersionStore versions;
  private final VersionPublication publication;
  private final StoredSchemes schemes;
  private final Simulations simulations;

  DraftPublication(
      DraftSteps steps,
      DraftReading reading,
      VersionRules rules,
      VersionStore versions,
      VersionPublication publication,
      StoredSchemes schemes,
      Simulations simulations) {
    this.steps = steps;
    this.reading = reading;
    this.rules = rules;
    this.versions = versions;
    this.publication = publication;
    this.schemes = schemes;
    this.simulations = simulations;
  }

  UUID publish(Actor actor, DraftStep command) {
    versions.lock(actor.tenant());
    DraftSteps.Begun begun =
        steps.begin(
            actor, command.draft(), command.revision(), "publishSchemeDraft", command.why());
    SchemeDraftRecord draft = begun.draft();
    SchemeReading read = reading.read(draft);
    Problems problems = new Problems();
    problems.addAll(read.listBlocking());
    read.findScheme().ifPresent(scheme -> check(actor, draft, scheme, problems));
    problems.throwIfAny();
    UUID version =
        publication.publish(
            actor, read.getScheme(), draft.getSourceText(), dates(draft), command.why());
    draft.setStatus(DraftLifecycle.PUBLISHED);
    draft.setVersionId(version);
    steps.end(actor, begun, "SchemeDraftPublished");
    return version;
  }

  private static VersionPublication.Dates dates(SchemeDraftRecord draft) {
    return new VersionPublication.Dates(
        Objects.requireNonNull(draft.getAnnouncedOn()),
        Objects.requireNonNull(draft.getEffectiveExistingFrom()));
  }

  private void check(
      Actor actor, SchemeDraftRecord draft, SchemeDocument scheme, Problems problems) {
    rules.isOfCouncil(actor.tenant(), scheme, problems);
    isAsApproved(draft, scheme, problems);
    rules.isNotTooEarly(scheme.effectiveFrom(), problems);
    rules.collidesWithNone(
        scheme.effectiveFrom(), Objects.requireNonNull(draft.getEffectiveExistingFrom()), problems);
    rules.isUndoneByNone(scheme.effectiveFrom(), problems);
    Optional<VersionStore.Key> base = versions.findInForce(scheme.effectiveFrom());
    isOnPresentBase(draft, base, problems);
    base.ifPresent(key -> {
      Publication rule = schemes.getDocument(key.id()).publication();
      rules.isNotBackdated(scheme.effectiveFrom(), rule, problems);
      wasSimulated(draft, key, rule, problems);
    });
  }

  /** An instance with other modules or templates may read the same text differently. */
  private static void isAsApproved(
      SchemeDraftRecord draft, SchemeDocument scheme, Problems problems) {
    if (!scheme.contentHash().equals(draft.getContentSha256())) {
      problems.add(
          "CONTENT_CHANGED",
          "input.draft",
          scheme.contentHash(),
          String.valueOf(draft.getContentSha256()),
          "The text reads differently on this instance than when it was approved; return it and"
              + " save it again.");
    }
  }

  private static void isOnPresentBase(
      SchemeDraftRecord draft, Optional<VersionStore.Key> base, Problems problems) {
    UUID present = base.map(VersionStore.Key::id).orElse(null);
    if (!Objects.equals(present, draft.getBaseVersionId())) {
      String message =
          "The draft was written on another version than %s, which holds on its day by now; return it and rebase it."
              .formatted(base.map(key -> "version " + key.number()).orElse("none"));
      problems.add(Problem.of("STALE_BASE", "input.draft", message));
    }
  }

  /** What the version in force says, not what the draft would like to say. */
  private void wasSimulated(
      SchemeDraftRecord draft, VersionStore.Key base, Publication rule, Problems problems) {
    boolean simulated =
        simulations
            .findFinished(
                Objects.requireNonNull(draft.getContentSha256()), base.id(), rule.simulatedDays())
            .isPresent();
    if (rule.simulation() == Publication.Simulation.REQUIRED && !simulated) {
      problems.add(
          Problem.of(
              "SIMULATION_NEEDED",
              "input.draft",
              "Expected a finished simulation of exactly this content on version %d over %d days or more, but there is none."
                  .formatted(base.number(), rule.simulatedDays())));
    }
  }
}
