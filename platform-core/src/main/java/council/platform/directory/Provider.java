package council.platform.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider of the directory.
 *
 * @param cqcProviderId its present registration with the CQC
 * @param revision counts its changes, from 1
 */
public record Provider(
    ProviderId id,
    String reference,
    String name,
    @Nullable String companiesHouseNumber,
    @Nullable String cqcProviderId,
    @Nullable CqcRating cqcRating,
    @Nullable LocalDate cqcRatingDate,
    @Nullable Boolean notForProfit,
    @Nullable Boolean sme,
    ProviderForm form,
    int revision) {

  public Optional<CqcRating> findCqcRating() {
    return Optional.ofNullable(cqcRating);
  }
}
