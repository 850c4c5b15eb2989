package council.framework.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of an exemption.
 *
 * @param allowed whether it may be given; if not, the rest is empty
 * @param until last day on which it holds
 * @param dueAfter last day by which the service moves once it is over
 * @param remindOn days on which people are reminded of its end, earliest first
 */
public record ExemptionResult(
    boolean allowed,
    @Nullable LocalDate until,
    @Nullable LocalDate dueAfter,
    List<LocalDate> remindOn) {
  public ExemptionResult {
    remindOn = List.copyOf(remindOn);
  }
}
