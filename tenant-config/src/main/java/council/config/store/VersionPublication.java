package council.config.store;

import council.config.document.SchemeDocument;
import council.config.store.generated.tables.records.SchemeVersionRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a checked document as a new version, audits it and tells whom its day concerns. */
@Singleton
final class VersionPublication {
  private final VersionStore versions;
  private final TakenForce force;
  private final Audit audit;
  private final Clock clock;

  VersionPublication(VersionStore versions, TakenForce force, Audit audit, Clock clock) {
    this.versions = versions;
    this.force = force;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The days of a version that its document does not say.
   *
   * @param announcedOn when those concerned were told
   * @param existingFrom first day for business that existed before
   */
  record Dates(LocalDate announcedOn, LocalDate existingFrom) {}

  UUID publish(
      Actor actor, SchemeDocument scheme, String source, Dates dates, @Nullable String why) {
    SchemeVersionRecord row = row(actor, scheme, source, dates);
    versions.insert(row);
    audit.record(actor, published(row, why));
    force.notice(actor);
    return row.getId();
  }

  private SchemeVersionRecord row(Actor actor, SchemeDocument scheme, String source, Dates dates) {
    SchemeVersionRecord row = new SchemeVersionRecord();
    row.setTenantId(actor.tenant());
    row.setId(Ids.next());
    row.setNumber(versions.nextNumber());
    row.setTitle(scheme.title());
    row.setContent(scheme.canonical());
    row.setContentSha256(scheme.contentHash());
    row.setSourceText(source);
    row.setStatus(VersionStore.PUBLISHED);
    row.setAnnouncedOn(dates.announcedOn());
    row.setEffectiveFrom(scheme.effectiveFrom());
    row.setEffectiveExistingFrom(dates.existingFrom());
    row.setLoadedBy(actor.principalId());
    row.setLoadedByLabel(actor.label());
    row.setLoadedAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
    return row;
  }

  private static Change published(SchemeVersionRecord row, @Nullable String why) {
    Published after =
        new Published(
            row.getNumber(),
            row.getTitle(),
            row.getStatus(),
            row.getAnnouncedOn(),
            row.getEffectiveFrom(),
            row.getEffectiveExistingFrom(),
            row.getContentSha256());
    return new Change("SchemeVersion", row.getId(), "SchemePublished", null, after, why, null);
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
