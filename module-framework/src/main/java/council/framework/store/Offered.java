package council.framework.store;

import council.framework.store.generated.tables.records.OfferRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer as the audit tells it, also to its provider. */
record Offered(
    UUID requestId,
    String requestReference,
    String kind,
    int attempt,
    int position,
    String providerReference,
    String vehicle,
    String businessKind,
    @Nullable String zone,
    @Nullable String category,
    @Nullable String locationReference,
    String need,
    BigDecimal weeklyHours,
    List<String> requirements,
    LocalDate startsOn,
    Instant offeredAt,
    Instant answerBy,
    String status,
    @Nullable Instant answeredAt,
    @Nullable String answeredBy,
    @Nullable String declineCode,
    @Nullable String declineWords,
    boolean asksPrice,
    @Nullable BigDecimal hourlyRate,
    @Nullable String statement,
    int revision) {

  static Offered of(OfferRecord row) {
    return new Offered(
        row.getRequestId(),
        row.getRequestReference(),
        row.getKind(),
        row.getAttempt(),
        row.getPosition(),
        row.getProviderReference(),
        row.getVehicle(),
        row.getBusinessKind(),
        row.getZone(),
        row.getCategory(),
        row.getLocationReference(),
        row.getNeed(),
        row.getWeeklyHours(),
        List.of(row.getRequirements()),
        row.getStartsOn(),
        row.getOfferedAt(),
        row.getAnswerBy(),
        row.getStatus(),
        row.getAnsweredAt(),
        row.getAnsweredBy(),
        row.getDeclineCode(),
        row.getDeclineWords(),
        row.getAsksPrice(),
        row.getHourlyRate(),
        row.getStatement(),
        row.getRevision());
  }
}
