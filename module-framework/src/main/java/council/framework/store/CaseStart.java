package council.framework.store;

import council.framework.scheme.Transition;
import council.framework.scheme.TransitionCases;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.TransitionCaseRecord;
import council.platform.json.CanonicalJson;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a case begins under a scheme that says how cases are worked.
 *
 * @param working the scheme's part as it is kept with the case
 */
record CaseStart(TransitionCases cases, String working) {

  static Optional<CaseStart> of(Vehicle vehicle) {
    return Optional.ofNullable(vehicle.transition())
        .map(Transition::cases)
        .map(cases -> new CaseStart(cases, CanonicalJson.text(cases)));
  }

  String stage() {
    return cases.stages().initial();
  }

  void put(TransitionCaseRecord row, LocalDate since) {
    row.setStage(stage());
    row.setStageSince(since);
    row.setWorking(working);
  }
}
