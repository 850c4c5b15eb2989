package council.framework.api;

import council.platform.identity.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation rounds, from the advert to the award. Every method runs in the caller's transaction
 * and refuses with all problems at once; a stale revision is one of them.
 */
public interface Rounds {
  /** Opens a round under the scheme in force today and answers its id. */
  UUID open(Actor actor, OpenRound command);

  /** Takes in what was submitted, replacing what was there; all or nothing. */
  ImportReport importFiles(Actor actor, ImportRound command);

  /** Evaluates the round under the scheme of its advert and proposes the allocation. */
  void evaluate(Actor actor, EvaluateRound command);

  /** Takes a proposed allocation back to collecting. */
  void withdrawProposal(Actor actor, EndRound command);

  /** Tells the applicants; from now on each provider sees its own scores and outcome. */
  void startStandstill(Actor actor, DatedStep command);

  /** Awards the places as proposed and opens a transition case for each location that must move. */
  void award(Actor actor, DatedStep command);

  /** Ends a round without an award. */
  void cancel(Actor actor, EndRound command);

  /**
   * @param vehicle code of the provider framework in the scheme
   * @param reference the council's own reference, unique within the council
   */
  record OpenRound(String vehicle, String reference, String title) {}

  /**
   * The files of a round as text.
   *
   * @param revision the revision of the round that the caller saw
   * @param asAt the day on which the files describe the locations; the framework's first day where
   *     absent
   * @param dryRun check everything and keep nothing
   */
  record ImportRound(
      UUID round,
      int revision,
      String providersCsv,
      String applicationsCsv,
      String appliedZonesCsv,
      String scoresCsv,
      String locationsCsv,
      @Nullable LocalDate asAt,
      boolean dryRun) {}

  /** A step that needs nothing but the round and the revision that the caller saw. */
  record EvaluateRound(UUID round, int revision) {}

  /** A step that takes effect on a day. */
  record DatedStep(UUID round, int revision, LocalDate on) {}

  /** A step back or an end, with the reason that the audit keeps. */
  record EndRound(UUID round, int revision, String reason) {}

  /** What an import did, or would do. */
  record ImportReport(
      boolean dryRun,
      List<ImportedFile> files,
      int providersCreated,
      int providersUpdated,
      int locationsCreated,
      int locationsUpdated,
      int applications,
      int scores) {}

  /** Rows read from one file. */
  record ImportedFile(String name, int rows) {}
}
