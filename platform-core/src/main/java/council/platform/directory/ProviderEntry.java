package council.platform.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A provider as somebody gives it to us, not yet checked. What is absent of a provider that is
 * known already stays as it is known.
 *
 * @param reference the council's own reference, such as {@code P001}; unique within the council
 * @param name name for people
 * @param companiesHouseNumber 8 characters: 8 digits, or 2 capital letters and 6 digits
 * @param cqcProviderId id under which it is registered with the CQC from the import's date on
 * @param cqcRating the CQC's words, such as {@code Good}
 * @param cqcRatingDate when that rating was published
 * @param notForProfit absent where it is not known
 * @param sme small or medium-sized enterprise; absent where it is not known
 * @param form an organisation, or a consortium of organisations
 */
public record ProviderEntry(
    String reference,
    String name,
    @Nullable String companiesHouseNumber,
    @Nullable String cqcProviderId,
    @Nullable String cqcRating,
    @Nullable LocalDate cqcRatingDate,
    @Nullable Boolean notForProfit,
    @Nullable Boolean sme,
    ProviderForm form) {}
