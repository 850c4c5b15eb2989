package council.platform.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A zone of the council's geography, kept even when a later scheme has dropped it.
 *
 * @param area code of its area
 * @param retiredFrom the day from which the scheme does not have it any more
 */
public record Zone(
    UUID id, String code, String title, String area, @Nullable LocalDate retiredFrom) {

  public boolean isInForce(LocalDate date) {
    return retiredFrom == null || date.isBefore(retiredFrom);
  }
}
