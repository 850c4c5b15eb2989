package council.platform.directory;

import council.platform.store.generated.tables.records.ProviderRecord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A provider as the audit keeps it. */
record ProviderFacts(
    String reference,
    String name,
    @Nullable String companiesHouseNumber,
    @Nullable String cqcProviderId,
    @Nullable String cqcRating,
    @Nullable LocalDate cqcRatingDate,
    @Nullable Boolean notForProfit,
    @Nullable Boolean sme,
    String form) {

  static ProviderFacts of(ProviderRecord row) {
    return new ProviderFacts(
        row.getReference(),
        row.getName(),
        row.getCompaniesHouseNumber(),
        row.getCqcProviderId(),
        row.getCqcRating(),
        row.getCqcRatingDate(),
        row.getNotForProfit(),
        row.getSme(),
        row.getForm());
  }
}
