package council.config.simulation.store;

import static council.config.store.generated.Tables.SCHEME_DRAFT;
import static council.config.store.generated.Tables.SIMULATION;
import static council.config.store.generated.Tables.SIMULATION_CHANGE;
import static council.platform.store.generated.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import council.config.NewCouncil;
import council.config.api.SchemeLoading;
import council.config.api.Simulations;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.config.store.generated.tables.records.SimulationChangeRecord;
import council.config.store.generated.tables.records.SimulationRecord;
import council.platform.data.Ids;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import council.platform.store.generated.tables.records.JobRecord;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** A council with a scheme, toy facts and drafts. */
record SimulatedCouncil(ApplicationContext context, NewCouncil council, Actor admin) {
  static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  static final LocalDate TO = LocalDate.of(2027, 3, 31);

  String code() {
    return council.code();
  }

  <T> T read(Supplier<T> work) {
    return context.getBean(Transactions.class).read(admin, work);
  }

  <T> T write(Supplier<T> work) {
    return context.getBean(Transactions.class).write(admin, work);
  }

  DSLContext db() {
    return context.getBean(DSLContext.class);
  }

  Simulations simulations() {
    return context.getBean(Simulations.class);
  }

  /** A toll of so much a wheel and so many days, as in {@code 1.50 30}, by zone. */
  String document(String lancaster, String wyre) {
    return """
    council: %s
    title: Tolls
    effectiveFrom: 2026-04-01
    geography:
      areas:
        N: {title: North, zones: {LAN: {title: %s}%s}}
    """
        .formatted(code(), lancaster, wyre.isEmpty() ? "" : ", WYR: {title: %s}".formatted(wyre));
  }

  UUID load(String document) {
    return write(() -> context.getBean(SchemeLoading.class).load(admin, document, false))
        .versionId()
        .orElseThrow();
  }

  /** A draft at its first revision. */
  UUID draft(String document) {
    SchemeDocument scheme = context.getBean(SchemeReader.class).read(document).getScheme();
    UUID base =
        read(() -> context.getBean(Schemes.class).findInForce(scheme.effectiveFrom()))
            .map(SchemeVersion::id)
            .orElse(null);
    UUID id = Ids.next();
    write(() ->
        db().insertInto(SCHEME_DRAFT)
            .set(SCHEME_DRAFT.ID, id)
            .set(SCHEME_DRAFT.REFERENCE, "Draft " + id)
            .set(SCHEME_DRAFT.STATUS, "DRAFT")
            .set(SCHEME_DRAFT.SOURCE_TEXT, document)
            .set(SCHEME_DRAFT.CONTENT, scheme.canonical())
            .set(SCHEME_DRAFT.CONTENT_SHA256, scheme.contentHash())
            .set(SCHEME_DRAFT.BASE_VERSION_ID, base)
            .set(SCHEME_DRAFT.TITLE, scheme.title())
            .set(SCHEME_DRAFT.EFFECTIVE_FROM, scheme.effectiveFrom())
            .set(SCHEME_DRAFT.PROBLEMS, "{\"problems\":[]}")
            .set(SCHEME_DRAFT.WARNINGS, "{\"problems\":[]}")
            .set(SCHEME_DRAFT.EXAMPLES, "{\"examples\":[]}")
            .set(SCHEME_DRAFT.SOUND, true)
            .set(SCHEME_DRAFT.CREATED_BY, admin.principalId())
            .set(SCHEME_DRAFT.CREATED_BY_LABEL, admin.label())
            .set(SCHEME_DRAFT.CREATED_AT, Instant.now())
            .set(SCHEME_DRAFT.CHANGED_AT, Instant.now())
            .execute());
    return id;
  }

  UUID request(UUID draft) {
    return write(() -> simulations().request(admin, draft, 1, FROM, TO));
  }

  /** Asks for it, and waits for its end. */
  SimulationRecord simulate(UUID draft) {
    UUID id = request(draft);
    await(id, job -> job.getStatus().equals("SUCCEEDED"));
    return get(id);
  }

  SimulationRecord get(UUID simulation) {
    return read(
        () -> db().selectFrom(SIMULATION).where(SIMULATION.ID.eq(simulation)).fetchSingle());
  }

  List<SimulationChangeRecord> changes(UUID simulation) {
    return read(() ->
        db().selectFrom(SIMULATION_CHANGE)
            .where(SIMULATION_CHANGE.SIMULATION_ID.eq(simulation))
            .orderBy(SIMULATION_CHANGE.LINE)
            .fetch());
  }

  JobRecord job(UUID simulation) {
    return read(() ->
        db().selectFrom(JOB)
            .where(
                JOB.ID.eq(
                    db().select(SIMULATION.JOB_ID)
                        .from(SIMULATION)
                        .where(SIMULATION.ID.eq(simulation))))
            .fetchSingle());
  }

  JobRecord await(UUID simulation, Predicate<JobRecord> condition) {
    Instant until = Instant.now().plusSeconds(300);
    JobRecord job = job(simulation);
    while (!condition.test(job)) {
      assertThat(Instant.now()).as("%s", job).isBefore(until);
      pause();
      job = job(simulation);
    }
    return job;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
