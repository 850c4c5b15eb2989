package council.framework.store;

import static council.framework.store.generated.Tables.CALL_OFF;
import static council.framework.store.generated.Tables.OFFER;

import council.framework.api.BusinessRequests.DeclineCount;
import council.framework.api.BusinessRequests.DeclineReason;
import council.framework.api.BusinessRequests.OfferCount;
import council.platform.directory.Directory;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Counts how providers answered and what they were awarded; two statements however many. */
@Singleton
final class OfferCounts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final DSLContext db;
  private final Directory directory;
  private final Clock clock;

  OfferCounts(DSLContext db, Directory directory, Clock clock) {
    this.db = db;
    this.directory = directory;
    this.clock = clock;
  }

  private record Answer(String kind, String status, @Nullable String declineCode) {}

  private record Awards(int count, BigDecimal weeklyHours) {
    static final Awards NONE = new Awards(0, BigDecimal.ZERO);
  }

  /** By the day on which the offer was made, or the business awarded. */
  List<OfferCount> count(Actor actor, String vehicle, LocalDate from, LocalDate until) {
    Map<String, Map<Answer, Integer>> answers = answers(vehicle, from, until);
    Map<String, Awards> awards = awards(vehicle, from, until);
    SortedSet<String> providers = new TreeSet<>(answers.keySet());
    providers.addAll(awards.keySet());
    Map<String, Provider> known = directory.findProvidersByReference(actor, providers);
    return providers.stream()
        .map(provider ->
            count(
                Objects.requireNonNull(known.get(provider)),
                answers.getOrDefault(provider, Map.of()),
                awards.getOrDefault(provider, Awards.NONE)))
        .toList();
  }

  private Map<String, Map<Answer, Integer>> answers(
      String vehicle, LocalDate from, LocalDate until) {
    Map<String, Map<Answer, Integer>> answers = new TreeMap<>();
    var count = DSL.count();
    db.select(OFFER.PROVIDER_REFERENCE, OFFER.KIND, OFFER.STATUS, OFFER.DECLINE_CODE, count)
        .from(OFFER)
        .where(OFFER.VEHICLE.eq(vehicle))
        .and(OFFER.OFFERED_AT.ge(startOf(from)))
        .and(OFFER.OFFERED_AT.lt(startOf(until.plusDays(1))))
        .groupBy(OFFER.PROVIDER_REFERENCE, OFFER.KIND, OFFER.STATUS, OFFER.DECLINE_CODE)
        .forEach(r ->
            answers
                .computeIfAbsent(r.get(OFFER.PROVIDER_REFERENCE), p -> new java.util.HashMap<>())
                .put(
                    new Answer(r.get(OFFER.KIND), r.get(OFFER.STATUS), r.get(OFFER.DECLINE_CODE)),
                    r.get(count)));
    return answers;
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  private Map<String, Awards> awards(String vehicle, LocalDate from, LocalDate until) {
    var count = DSL.count();
    var hours = DSL.sum(CALL_OFF.WEEKLY_HOURS);
    return db.select(CALL_OFF.PROVIDER_REFERENCE, count, hours)
        .from(CALL_OFF)
        .where(CALL_OFF.VEHICLE.eq(vehicle))
        .and(CALL_OFF.AWARDED_ON.between(from, until))
        .groupBy(CALL_OFF.PROVIDER_REFERENCE)
        .fetchMap(CALL_OFF.PROVIDER_REFERENCE, r -> new Awards(r.get(count), r.get(hours)));
  }

  private static OfferCount count(Provider provider, Map<Answer, Integer> answers, Awards awards) {
    int accepted = of(answers, BusinessLifecycle.OFFER, BusinessLifecycle.ACCEPTED);
    int declined = of(answers, BusinessLifecycle.OFFER, BusinessLifecycle.DECLINED);
    int lapsed = of(answers, BusinessLifecycle.OFFER, BusinessLifecycle.LAPSED);
    int answered = accepted + declined + lapsed;
    return new OfferCount(
        provider.reference(),
        provider.name(),
        of(answers, BusinessLifecycle.OFFER, null),
        accepted,
        declined(answers),
        lapsed,
        of(answers, BusinessLifecycle.OFFER, BusinessLifecycle.RECALLED),
        of(answers, BusinessLifecycle.INVITATION, null),
        of(answers, BusinessLifecycle.INVITATION, BusinessLifecycle.RESPONDED)
            + of(answers, BusinessLifecycle.INVITATION, BusinessLifecycle.ACCEPTED)
            + of(answers, BusinessLifecycle.INVITATION, BusinessLifecycle.NOT_CHOSEN),
        awards.count(),
        awards.weeklyHours(),
        answered == 0 ? null : percent(accepted, answered));
  }

  private static BigDecimal percent(int part, int whole) {
    return HUNDRED
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
  }

  /**
   * @param status absent for all of them
   */
  private static int of(Map<Answer, Integer> answers, String kind, @Nullable String status) {
    return answers.entrySet().stream()
        .filter(entry -> entry.getKey().kind().equals(kind))
        .filter(entry -> status == null || entry.getKey().status().equals(status))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Offers and invitations alike; a reason that nobody gave is left out. */
  private static List<DeclineCount> declined(Map<Answer, Integer> answers) {
    return Arrays.stream(DeclineReason.values())
        .map(because ->
            new DeclineCount(
                because,
                answers.entrySet().stream()
                    .filter(entry -> because.name().equals(entry.getKey().declineCode()))
                    .mapToInt(Map.Entry::getValue)
                    .sum()))
        .filter(counted -> counted.count() > 0)
        .toList();
  }
}
