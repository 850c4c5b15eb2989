package council.framework.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import council.framework.api.Transitions.VehicleProgress;
import council.framework.store.generated.tables.records.ExemptionRecord;
import council.framework.store.generated.tables.records.TransitionCaseRecord;
import council.framework.store.generated.tables.records.TransitionStepRecord;
import council.framework.transition.domain.CaseHistory;
import council.framework.transition.domain.CaseHistory.Exempt;
import council.framework.transition.domain.CaseHistory.Span;
import council.framework.transition.domain.CaseHistory.StageStep;
import council.framework.transition.domain.CaseOutcome;
import council.framework.transition.domain.TransitionProgress;
import council.framework.transition.domain.TransitionProgress.Size;
import council.platform.directory.Directory;
import council.platform.directory.Location;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the days of all cases, one statement a table. */
@Singleton
final class CaseProgress {
  private final CaseStore cases;
  private final Directory directory;

  CaseProgress(CaseStore cases, Directory directory) {
    this.cases = cases;
    this.directory = directory;
  }

  List<VehicleProgress> on(Actor actor, @Nullable String vehicle, LocalDate day) {
    SortedMap<String, List<CaseHistory>> histories = histories(vehicle);
    Map<String, Size> sizes =
        directory.locationsAsOf(actor, day).stream()
            .collect(Collectors.toMap(Location::reference, CaseProgress::size));
    List<VehicleProgress> all = new ArrayList<>();
    histories.forEach((code, ofVehicle) ->
        all.add(new VehicleProgress(code, day, TransitionProgress.on(day, ofVehicle, sizes))));
    return all;
  }

  private static Size size(Location location) {
    return new Size(location.people(), location.weeklyHours());
  }

  private SortedMap<String, List<CaseHistory>> histories(@Nullable String vehicle) {
    Map<UUID, List<TransitionStepRecord>> steps =
        cases.listSteps(vehicle).stream().collect(groupingBy(TransitionStepRecord::getCaseId));
    Map<UUID, List<Span>> blocked =
        cases.listBlockers(vehicle).stream()
            .collect(
                groupingBy(
                    row -> row.getCaseId(),
                    mapping(row -> new Span(row.getOpenedOn(), row.getResolvedOn()), toList())));
    Map<UUID, List<Exempt>> exempt =
        cases.listExemptions(vehicle).stream()
            .collect(
                groupingBy(ExemptionRecord::getCaseId, mapping(CaseProgress::exempt, toList())));
    SortedMap<String, List<CaseHistory>> histories = new TreeMap<>();
    for (TransitionCaseRecord row : cases.listCases(vehicle)) {
      histories
          .computeIfAbsent(row.getVehicle(), _ -> new ArrayList<>())
          .add(
              history(
                  row,
                  steps.getOrDefault(row.getId(), List.of()),
                  blocked.getOrDefault(row.getId(), List.of()),
                  exempt.getOrDefault(row.getId(), List.of())));
    }
    return histories;
  }

  private static CaseHistory history(
      TransitionCaseRecord row,
      List<TransitionStepRecord> steps,
      List<Span> blocked,
      List<Exempt> exempt) {
    String outcome = row.getOutcome();
    return new CaseHistory(
        row.getLocationReference(),
        row.getProviderReference(),
        row.getZone(),
        row.getOpenedOn(),
        row.getDue(),
        exempt,
        steps.isEmpty() ? row.getStage() : steps.getFirst().getFromStage(),
        steps.stream().map(step -> new StageStep(step.getTakenOn(), step.getToStage())).toList(),
        blocked,
        row.getMovedOn(),
        row.getEndedOn(),
        outcome == null ? null : CaseOutcome.valueOf(outcome));
  }

  private static Exempt exempt(ExemptionRecord row) {
    LocalDate until = row.getValidUntil() == null ? row.getReopenedOn() : row.getValidUntil();
    return new Exempt(new Span(row.getValidFrom(), until), row.getDueBefore());
  }
}
