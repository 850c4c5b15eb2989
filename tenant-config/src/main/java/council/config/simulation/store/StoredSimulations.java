package council.config.simulation.store;

import council.config.api.Simulations;
import council.config.store.generated.tables.records.SimulationRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.jobs.Jobs;
import council.platform.problem.Problems;
import council.platform.problem.Revisions;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for simulations: what is to be tried is kept with the request, byte for byte. */
@Singleton
final class StoredSimulations implements Simulations {
  private static final Set<String> OVER = Set.of("PUBLISHED", "WITHDRAWN");
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

  private final SimulationStore store;
  private final Schemes schemes;
  private final Jobs jobs;
  private final Audit audit;
  private final Clock clock;

  StoredSimulations(SimulationStore store, Schemes schemes, Jobs jobs, Audit audit, Clock clock) {
    this.store = store;
    this.schemes = schemes;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public UUID request(Actor actor, UUID draftId, int revision, LocalDate from, LocalDate to) {
    Problems problems = new Problems();
    Optional<Draft> found = store.findDraft(draftId);
    if (found.isEmpty()) {
      problems.add("UNKNOWN_DRAFT", "input.draft", "The council has no such draft.");
    }
    found.ifPresent(draft -> check(draft, revision, problems));
    check(from, to, problems);
    problems.throwIfAny();
    SimulationRecord row = row(actor, found.orElseThrow(), from, to);
    row.setJobId(jobs.submit(actor, SimulationJob.KIND, new SimulationJob.Request(row.getId())));
    store.insert(row);
    audit.record(actor, requested(row));
    return row.getId();
  }

  private static void check(Draft draft, int revision, Problems problems) {
    Revisions.check(revision, draft.revision(), problems);
    if (OVER.contains(draft.status())) {
      String message = "A draft that is %s is not tried any more.".formatted(draft.status());
      problems.add("DRAFT_FINISHED", "input.draft", draft.status(), "a draft under way", message);
    }
    if (draft.content() == null) {
      problems.add(
          "DRAFT_NOT_VALID",
          "input.draft",
          "The draft cannot be read as a scheme: mend its problems, then try it.");
    }
  }

  private static void check(LocalDate from, LocalDate to, Problems problems) {
    checkDay("input.from", from, problems);
    checkDay("input.to", to, problems);
    if (to.isBefore(from)) {
      String message =
          "Expected a span of days, but it ends on %s, before it begins.".formatted(to);
      problems.add("BAD_SPAN", "input.to", to, from + " or later", message);
    }
  }

  private static void checkDay(String path, LocalDate day, Problems problems) {
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      String expected = EARLIEST + " to " + LATEST;
      problems.add(
          "BAD_DAY", path, day, expected, "Expected %s, but found %s.".formatted(expected, day));
    }
  }

  private SimulationRecord row(Actor actor, Draft draft, LocalDate from, LocalDate to) {
    SimulationRecord row = new SimulationRecord();
    row.setTenantId(actor.tenant());
    row.setId(Ids.next());
    row.setDraftId(draft.id());
    row.setContent(draft.content());
    row.setContentSha256(draft.contentSha256());
    row.setBaseVersionId(
        Optional.ofNullable(draft.effectiveFrom())
            .flatMap(schemes::findInForce)
            .map(SchemeVersion::id)
            .orElse(null));
    row.setSpanFrom(from);
    row.setSpanTo(to);
    row.setRequestedBy(actor.principalId());
    row.setRequestedByLabel(actor.label());
    row.setRequestedAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
    return row;
  }

  private static Change requested(SimulationRecord row) {
    Requested after =
        new Requested(
            row.getDraftId(),
            row.getContentSha256(),
            row.getBaseVersionId(),
            row.getSpanFrom(),
            row.getSpanTo(),
            row.getJobId());
    return new Change(
        "SchemeSimulation", row.getId(), "SchemeSimulationRequested", null, after, null, null);
  }

  /** What the audit keeps. */
  record Requested(
      UUID draftId,
      String contentSha256,
      @Nullable UUID baseVersionId,
      LocalDate spanFrom,
      LocalDate spanTo,
      UUID jobId) {}

  @Override
  public Optional<UUID> findFinished(String contentSha256, @Nullable UUID baseVersion, int days) {
    return store.findFinished(contentSha256, baseVersion, days);
  }
}
