package council.framework.opendata.domain;

import council.framework.opendata.domain.OpenFacts.Lot;
import council.framework.opendata.domain.OpenFacts.Supplier;
import council.framework.scheme.OpenData;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one call-off, as far as it may be told: nothing of the need, the person or the
 * place where it is met.
 *
 * @param publication how the council publishes
 * @param framework the round from which it was called off; absent where it is not known
 * @param lot in which it is
 */
public record CallOffFacts(
    OpenData publication,
    CallOff callOff,
    @Nullable Framework framework,
    Lot lot,
    Supplier supplier) {

  /**
   * @param kind of the business, such as NEW
   * @param method by which the provider was chosen, such as MINI_COMPETITION
   * @param from first day
   * @param awardedUntil first day after it, as it was awarded
   * @param endedOn first day after it where it ended before; absent where it did not
   * @param value pounds over the whole span as it was awarded
   * @param givenBack pounds that an end before gave back
   */
  public record CallOff(
      String id,
      String reference,
      String kind,
      String method,
      LocalDate awardedOn,
      LocalDate from,
      LocalDate awardedUntil,
      @Nullable LocalDate endedOn,
      BigDecimal value,
      BigDecimal givenBack) {}

  /** The round. */
  public record Framework(String id, String reference, String title) {}
}
