package council.platform.calendar;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;

@Factory
final class WorkingDaysFactory {
  /** Made at the start: a file that is first read under load would hold up its thread. */
  @Context
  WorkingDays workingDays() {
    return WorkingDays.ofEnglandAndWales();
  }
}
