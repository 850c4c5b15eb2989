package council.framework.store;

import static council.framework.round.RoundFolder.APPLICATIONS;
import static council.framework.round.RoundFolder.APPLIED_ZONES;
import static council.framework.round.RoundFolder.LOCATIONS;
import static council.framework.round.RoundFolder.PROVIDERS;
import static council.framework.round.RoundFolder.SCORES;

import council.framework.api.Rounds.ImportReport;
import council.framework.api.Rounds.ImportRound;
import council.framework.api.Rounds.ImportedFile;
import council.framework.round.RoundReader;
import council.framework.round.Submission;
import council.framework.scheme.MemberRole;
import council.framework.store.SubmissionStore.PlaceOfWork;
import council.platform.directory.Directory;
import council.platform.directory.ImportMode;
import council.platform.directory.ImportOutcome;
import council.platform.directory.Location;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.scheme.GeographySection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in what was submitted to a round, all or nothing. */
@Singleton
final class RoundImport {
  private final RoundSteps steps;
  private final SubmissionStore submissions;
  private final AnswerStore answers;
  private final Directory directory;

  RoundImport(
      RoundSteps steps, SubmissionStore submissions, AnswerStore answers, Directory directory) {
    this.steps = steps;
    this.submissions = submissions;
    this.answers = answers;
    this.directory = directory;
  }

  ImportReport importFiles(Actor actor, ImportRound command) {
    var round = steps.begin(actor, command.round(), command.revision(), "importRound", null);
    if (answers.anyScored(round.id())) {
      throw new Refused(
          "EVALUATION_BEGUN",
          "input.round",
          "Answers of the round are scored already; what was submitted cannot be replaced any"
              + " more.");
    }
    var submission = read(round, command);
    var asAt = asAt(round, command);
    var mode = command.dryRun() ? ImportMode.DRY_RUN : ImportMode.APPLY;
    var role = MemberRole.of(steps.vehicleOf(round));
    var outcome = directory.importEntries(actor, Entries.of(submission, asAt, role), mode);
    var report = report(command, submission, outcome);
    if (!command.dryRun()) {
      var before = submitted(round);
      keep(actor, round, submission, asAt);
      var changed = new RoundSteps.Changed<>(before, submitted(round));
      steps.endWith(actor, round, round, "RoundImported", changed);
    }
    return report;
  }

  private Submitted submitted(Round round) {
    return Submitted.of(
        submissions.listProviders(round.id()),
        submissions.listApplications(round.id()),
        submissions.listLocations(round.id()));
  }

  /** What the files describe is so on a day that has come, or on the framework's first day. */
  private LocalDate asAt(Round round, ImportRound command) {
    var asAt = command.asAt();
    if (asAt == null || asAt.equals(round.frameworkStart())) {
      return round.frameworkStart();
    }
    var problems = new Problems();
    steps.checkHasCome("input.asAt", asAt, problems);
    problems.throwIfAny();
    return asAt;
  }

  private Submission read(Round round, ImportRound command) {
    var problems = new Problems();
    var vehicle = steps.vehicleOf(round);
    var geography = steps.schemeOf(round).getSection(GeographySection.class);
    var zones = RoundReader.coveredZones(vehicle, geography);
    var texts =
        Map.of(
            PROVIDERS, command.providersCsv(),
            APPLICATIONS, command.applicationsCsv(),
            APPLIED_ZONES, command.appliedZonesCsv(),
            SCORES, command.scoresCsv(),
            LOCATIONS, command.locationsCsv());
    var submission =
        vehicle.evaluation() == null
            ? RoundReader.read(round.vehicle(), vehicle, zones, texts, problems)
            : RoundReader.readUnscored(round.vehicle(), vehicle, zones, texts, problems);
    problems.throwIfAny();
    return submission;
  }

  private void keep(Actor actor, Round round, Submission submission, LocalDate asAt) {
    var facts = submission.facts();
    submissions.clear(round);
    var references =
        submission.providers().stream()
            .map(Submission.ProviderRow::reference)
            .collect(Collectors.toSet());
    Map<String, UUID> providers =
        directory.findProvidersByReference(actor, references).values().stream()
            .collect(Collectors.toMap(Provider::reference, p -> p.id().value()));
    submissions.insertProviders(
        round, facts.providers(), providers, MemberRole.of(steps.vehicleOf(round)));
    submissions.insertApplications(round, facts.applications(), providers);
    var vehicle = steps.vehicleOf(round);
    if (vehicle.evaluation() != null) {
      answers.insert(
          round, vehicle, facts.applications(), submissions.applicationIds(round.id()), providers);
    }
    submissions.insertLocations(round, facts.locations(), knownLocations(actor, asAt));
  }

  private Map<String, PlaceOfWork> knownLocations(Actor actor, LocalDate asAt) {
    return directory.locationsAsOf(actor, asAt).stream()
        .collect(Collectors.toMap(Location::reference, RoundImport::placeOfWork));
  }

  private static PlaceOfWork placeOfWork(Location location) {
    return new PlaceOfWork(location.id().value(), location.providerId().value());
  }

  private static ImportReport report(
      ImportRound command, Submission submission, ImportOutcome outcome) {
    List<ImportedFile> files =
        submission.rowsByFile().entrySet().stream()
            .map(file -> new ImportedFile(file.getKey(), file.getValue()))
            .toList();
    return new ImportReport(
        command.dryRun(),
        files,
        outcome.providers().created(),
        outcome.providers().updated(),
        outcome.locations().created(),
        outcome.locations().updated(),
        submission.facts().applications().size(),
        submission.facts().applications().stream().mapToInt(a -> a.scores().size()).sum());
  }
}
