package council.framework.store;

import java.time.LocalDate;
import java.util.List;

/** Which due-diligence checks a provider has passed, so far as passes are recorded. */
@FunctionalInterface
interface PassedChecks {
  /** Codes of the checks of a vehicle with a pass that holds on a day. */
  List<String> list(String vehicle, String provider, LocalDate on);
}
