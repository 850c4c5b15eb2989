package council.config.store;

import council.config.api.CheckedScheme;
import council.config.api.LoadedScheme;
import council.config.api.LoadedScheme.Outcome;
import council.config.api.SchemeLoading;
import council.config.document.Publication;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.config.document.SchemeReading;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Loads a document: check, compare with what is there, publish. */
@Singleton
final class StoredSchemeLoading implements SchemeLoading {
  private final SchemeReader reader;
  private final VersionStore versions;
  private final VersionRules rules;
  private final VersionPublication publication;
  private final StoredSchemes schemes;
  private final Clock clock;

  StoredSchemeLoading(
      SchemeReader reader,
      VersionStore versions,
      VersionRules rules,
      VersionPublication publication,
      StoredSchemes schemes,
      Clock clock) {
    this.reader = reader;
    this.versions = versions;
    this.rules = rules;
    this.publication = publication;
    this.schemes = schemes;
    this.clock = clock;
  }

  @Override
  public LoadedScheme load(Actor actor, String document, boolean dryRun) {
    SchemeReading reading = reader.read(document);
    if (!dryRun) {
      versions.lock(actor.tenant());
    }
    Optional<UUID> same = reading.findScheme().flatMap(this::findSame);
    if (same.isPresent() && reading.listBlocking().isEmpty()) {
      return new LoadedScheme(Outcome.UNCHANGED, same, reading.getScheme().contentHash());
    }
    Problems problems = problems(actor, reading);
    reading.findScheme().ifPresent(scheme -> mayLoad(scheme, problems));
    problems.throwIfAny();
    SchemeDocument scheme = reading.getScheme();
    if (dryRun) {
      return new LoadedScheme(Outcome.WOULD_PUBLISH, Optional.empty(), scheme.contentHash());
    }
    VersionPublication.Dates dates =
        new VersionPublication.Dates(LocalDate.now(clock), existingFrom(scheme));
    UUID id = publication.publish(actor, scheme, document, dates, null);
    return new LoadedScheme(Outcome.PUBLISHED, Optional.of(id), scheme.contentHash());
  }

  /** Not before an earlier version holds for existing business. */
  private LocalDate existingFrom(SchemeDocument scheme) {
    return versions.listDated().stream()
        .filter(other -> !other.effectiveFrom().isAfter(scheme.effectiveFrom()))
        .map(VersionStore.Dated::existingFrom)
        .filter(scheme.effectiveFrom()::isBefore)
        .max(LocalDate::compareTo)
        .orElse(scheme.effectiveFrom());
  }

  @Override
  public CheckedScheme check(Actor actor, String document) {
    SchemeReading reading = reader.read(document);
    return new CheckedScheme(
        problems(actor, reading).list(),
        reading.warnings(),
        reading.examples(),
        reading.findScheme().map(SchemeDocument::contentHash));
  }

  private Problems problems(Actor actor, SchemeReading reading) {
    Problems problems = new Problems();
    problems.addAll(reading.listBlocking());
    reading
        .findScheme()
        .ifPresent(scheme -> {
          rules.isOfCouncil(actor.tenant(), scheme, problems);
          rules.isNotTooEarly(scheme.effectiveFrom(), problems);
        });
    return problems;
  }

  /** Schemes in force today and on the document's day say whether a file may take over. */
  private void mayLoad(SchemeDocument scheme, Problems problems) {
    Stream.of(
            versions.findInForce(LocalDate.now(clock)),
            versions.findInForce(scheme.effectiveFrom()),
            versions.findLatest())
        .flatMap(Optional::stream)
        .map(version -> schemes.getDocument(version.id()).publication().byFile())
        .filter(Publication.ByFile.FIRST_VERSION::equals)
        .findFirst()
        .ifPresent(_ ->
            problems.add(
                Problem.of(
                    "DRAFT_REQUIRED",
                    "publication.byFile",
                    "The scheme in force takes changes by drafts that somebody else approves;"
                        + " create one with this document.")));
  }

  private Optional<UUID> findSame(SchemeDocument scheme) {
    return versions
        .findInForce(scheme.effectiveFrom())
        .filter(key -> key.contentHash().equals(scheme.contentHash()))
        .map(VersionStore.Key::id);
  }
}
