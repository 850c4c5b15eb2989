package council.config.store;

import council.config.api.LoadedScheme;
import council.config.api.LoadedScheme.Outcome;
import council.config.api.SchemeLoading;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.config.document.SchemeReading;
import council.config.store.generated.tables.records.SchemeVersionRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.scheme.SchemePublicationListener;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads a document: check, compare with what is there, keep, audit, tell who must hear of it. */
@Singleton
final class StoredSchemeLoading implements SchemeLoading {
  private final SchemeReader reader;
  private final VersionStore versions;
  private final Schemes schemes;
  private final Audit audit;
  private final List<SchemePublicationListener> listeners;
  private final Clock clock;

  StoredSchemeLoading(
      SchemeReader reader,
      VersionStore versions,
      Schemes schemes,
      Audit audit,
      List<SchemePublicationListener> listeners,
      Clock clock) {
    this.reader = reader;
    this.versions = versions;
    this.schemes = schemes;
    this.audit = audit;
    this.listeners = listeners;
    this.clock = clock;
  }

  @Override
  public LoadedScheme load(Actor actor, String document, boolean dryRun) {
    SchemeReading reading = reader.read(document);
    if (!dryRun) {
      versions.lock(actor.tenant());
    }
    problems(actor, reading).throwIfAny();
    SchemeDocument scheme = reading.getScheme();
    Optional<UUID> same = findSame(scheme);
    if (same.isPresent()) {
      return new LoadedScheme(Outcome.UNCHANGED, same, scheme.contentHash());
    }
    if (dryRun) {
      return new LoadedScheme(Outcome.WOULD_PUBLISH, Optional.empty(), scheme.contentHash());
    }
    UUID id = publish(actor, scheme, document);
    return new LoadedScheme(Outcome.PUBLISHED, Optional.of(id), scheme.contentHash());
  }

  @Override
  public List<Problem> check(Actor actor, String document) {
    return problems(actor, reader.read(document)).list();
  }

  private Problems problems(Actor actor, SchemeReading reading) {
    Problems problems = new Problems();
    problems.addAll(reading.listBlocking());
    reading.findScheme().ifPresent(scheme -> mayFollow(actor, scheme, problems));
    return problems;
  }

  private void mayFollow(Actor actor, SchemeDocument scheme, Problems problems) {
    if (!scheme.council().equals(actor.tenant())) {
      String message =
          "Expected a scheme of %s, but this one is of %s."
              .formatted(actor.tenant(), scheme.council());
      problems.add("OTHER_COUNCIL", "council", scheme.council(), actor.tenant(), message);
    }
    versions
        .findInForce(LocalDate.now(clock))
        .filter(latest -> latest.effectiveFrom().isAfter(scheme.effectiveFrom()))
        .ifPresent(latest -> tooEarly(scheme.effectiveFrom(), latest, problems));
  }

  private static void tooEarly(LocalDate date, VersionStore.Key latest, Problems problems) {
    String expected = latest.effectiveFrom() + " or later";
    String message =
        "Expected %s, since version %d has taken effect on that day, but found %s."
            .formatted(expected, latest.number(), date);
    problems.add("EFFECTIVE_TOO_EARLY", "effectiveFrom", date, expected, message);
  }

  private Optional<UUID> findSame(SchemeDocument scheme) {
    return versions
        .findInForce(scheme.effectiveFrom())
        .filter(key -> key.contentHash().equals(scheme.contentHash()))
        .map(VersionStore.Key::id);
  }

  private UUID publish(Actor actor, SchemeDocument scheme, String source) {
    int number = versions.nextNumber();
    SchemeVersionRecord row = row(actor, scheme, source, number);
    versions.insert(row);
    SchemeVersion version = schemes.getVersion(row.getId());
    audit.record(actor, published(row));
    tell(actor, version);
    return version.id();
  }

  /** Versions that follow on a later day are told again, so that they have the last word. */
  private void tell(Actor actor, SchemeVersion version) {
    List<SchemeVersion> toTell = new ArrayList<>(List.of(version));
    versions.listIdsAfter(version.effectiveFrom()).stream()
        .map(schemes::getVersion)
        .forEach(toTell::add);
    toTell.forEach(one -> listeners.forEach(listener -> listener.published(actor, one)));
  }

  private SchemeVersionRecord row(Actor actor, SchemeDocument scheme, String source, int number) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    SchemeVersionRecord row = new SchemeVersionRecord();
    row.setTenantId(actor.tenant());
    row.setId(Ids.next());
    row.setNumber(number);
    row.setTitle(scheme.title());
    row.setContent(scheme.canonical());
    row.setContentSha256(scheme.contentHash());
    row.setSourceText(source);
    row.setStatus(VersionStore.PUBLISHED);
    row.setAnnouncedOn(LocalDate.now(clock));
    row.setEffectiveFrom(scheme.effectiveFrom());
    row.setEffectiveExistingFrom(scheme.effectiveFrom());
    row.setLoadedBy(actor.principalId());
    row.setLoadedByLabel(actor.label());
    row.setLoadedAt(now);
    return row;
  }

  private static Change published(SchemeVersionRecord row) {
    Published after =
        new Published(
            row.getNumber(),
            row.getTitle(),
            row.getStatus(),
            row.getAnnouncedOn(),
            row.getEffectiveFrom(),
            row.getEffectiveExistingFrom(),
            row.getContentSha256());
    return new Change("SchemeVersion", row.getId(), "SchemePublished", null, after, null, null);
  }

  /** What the audit keeps; the content itself is kept with the version, which never changes. */
  record Published(
      int number,
      String title,
      String status,
      LocalDate announcedOn,
      LocalDate effectiveFrom,
      LocalDate effectiveExistingFrom,
      String contentSha256) {}
}
