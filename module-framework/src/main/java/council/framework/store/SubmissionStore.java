package council.framework.store;

import static council.framework.store.generated.Tables.APPLICATION;
import static council.framework.store.generated.Tables.APPLICATION_OFFER;
import static council.framework.store.generated.Tables.ROUND_LOCATION;
import static council.framework.store.generated.Tables.ROUND_PROVIDER;
import static council.framework.store.generated.Tables.SCORE;

import council.framework.domain.RoundFacts;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.OfferFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundFacts.RoundChecks;
import council.framework.domain.RoundFacts.ScoreFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.MemberRole;
import council.platform.data.Ids;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What was submitted to a round: providers, applications, scores and existing locations. */
@Singleton
final class SubmissionStore {
  private final DSLContext db;
  private final Clock clock;

  SubmissionStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Takes everything out that was submitted to the round. */
  void clear(Round round) {
    db.deleteFrom(APPLICATION).where(APPLICATION.ROUND_ID.eq(round.id())).execute();
    db.deleteFrom(ROUND_LOCATION).where(ROUND_LOCATION.ROUND_ID.eq(round.id())).execute();
    db.deleteFrom(ROUND_PROVIDER).where(ROUND_PROVIDER.ROUND_ID.eq(round.id())).execute();
  }

  /**
   * @param role what the members of an applicant are
   */
  void insertProviders(
      Round round, List<ProviderFact> providers, Map<String, UUID> ids, MemberRole role) {
    Bulk.insert(
        db,
        ROUND_PROVIDER,
        providers,
        (row, fact) -> {
          row.setId(Ids.next());
          row.setRoundId(round.id());
          row.setProviderId(ids.get(fact.reference()));
          row.setProviderReference(fact.reference());
          row.setExisting(fact.existing());
          row.setConsortiumMembers(fact.consortiumMembers().toArray(String[]::new));
          row.setMemberRole(fact.consortiumMembers().isEmpty() ? null : role.name());
        });
  }

  void insertApplications(Round round, List<ApplicationFact> facts, Map<String, UUID> providers) {
    var now = clock.instant();
    var scores = new ArrayList<OwnedScore>();
    var offers = new ArrayList<OwnedOffer>();
    Bulk.insert(
        db,
        APPLICATION,
        facts,
        (row, fact) -> {
          var id = Ids.next();
          var provider = Objects.requireNonNull(providers.get(fact.provider()));
          fact.scores().forEach(score -> scores.add(new OwnedScore(id, provider, score)));
          var offered = fact.offers();
          if (offered != null) {
            offered.forEach(offer -> offers.add(new OwnedOffer(id, provider, offer)));
          }
          row.setId(id);
          row.setRoundId(round.id());
          row.setRoundReference(round.reference());
          row.setProviderId(provider);
          row.setProviderReference(fact.provider());
          row.setSubmittedAt(fact.submittedAt());
          row.setAreaPreference(fact.areaPreference().toArray(String[]::new));
          row.setZones(fact.zones().toArray(String[]::new));
          row.setCreatedAt(now);
        });
    insertScores(scores);
    insertOffers(offers);
  }

  private void insertOffers(List<OwnedOffer> offers) {
    Bulk.insert(
        db,
        APPLICATION_OFFER,
        offers,
        (row, owned) -> {
          row.setId(Ids.next());
          row.setApplicationId(owned.application());
          row.setProviderId(owned.provider());
          row.setZone(owned.offer().zone());
          row.setPrice(owned.offer().price());
          row.setMarketSharePercent(owned.offer().marketSharePercent());
        });
  }

  private record OwnedOffer(UUID application, UUID provider, OfferFact offer) {}

  private void insertScores(List<OwnedScore> scores) {
    Bulk.insert(
        db,
        SCORE,
        scores,
        (row, owned) -> {
          row.setId(Ids.next());
          row.setApplicationId(owned.application());
          row.setProviderId(owned.provider());
          row.setCriterion(owned.score().criterion());
          row.setZone(owned.score().zone());
          row.setScore(owned.score().score());
        });
  }

  private record OwnedScore(UUID application, UUID provider, ScoreFact score) {}

  void insertLocations(Round round, List<LocationFact> facts, Map<String, PlaceOfWork> known) {
    Bulk.insert(
        db,
        ROUND_LOCATION,
        facts,
        (row, fact) -> {
          var place = Objects.requireNonNull(known.get(fact.location()));
          row.setId(Ids.next());
          row.setRoundId(round.id());
          row.setLocationId(place.location());
          row.setProviderId(place.provider());
          row.setLocationReference(fact.location());
          row.setProviderReference(fact.provider());
          row.setZone(fact.zone());
          row.setExemption(fact.exemption());
          row.setWeeklyHours(fact.weeklyHours());
        });
  }

  /** Ids of a location and of the provider that holds it. */
  record PlaceOfWork(UUID location, UUID provider) {}

  /**
   * Everything that was submitted to a round, as facts about a vehicle's zones.
   *
   * @param held places that other rounds gave; absent where the vehicle is no open list
   * @param checks of the applicants; absent where the vehicle ranks without
   */
  RoundFacts factsOf(
      Round round,
      List<ZoneFact> zones,
      @Nullable List<HeldPlace> held,
      @Nullable RoundChecks checks) {
    return new RoundFacts(
        round.vehicle(),
        zones,
        listProviders(round.id()),
        listApplications(round.id()),
        listLocations(round.id()),
        held,
        checks);
  }

  List<ProviderFact> listProviders(UUID round) {
    return db.selectFrom(ROUND_PROVIDER)
        .where(ROUND_PROVIDER.ROUND_ID.eq(round))
        .orderBy(ROUND_PROVIDER.PROVIDER_REFERENCE)
        .fetch(r ->
            new ProviderFact(
                r.getProviderReference(), r.getExisting(), List.of(r.getConsortiumMembers())));
  }

  List<ApplicationFact> listApplications(UUID round) {
    Map<UUID, List<ScoreFact>> scores = scoresByApplication(round);
    Map<UUID, List<OfferFact>> offers = offersByApplication(round);
    return db.selectFrom(APPLICATION)
        .where(APPLICATION.ROUND_ID.eq(round))
        .orderBy(APPLICATION.PROVIDER_REFERENCE)
        .fetch(r ->
            new ApplicationFact(
                r.getProviderReference(),
                r.getSubmittedAt(),
                List.of(r.getAreaPreference()),
                List.of(r.getZones()),
                scores.getOrDefault(r.getId(), List.of()),
                offers.get(r.getId())));
  }

  private Map<UUID, List<OfferFact>> offersByApplication(UUID round) {
    return db.select(
            APPLICATION_OFFER.APPLICATION_ID,
            APPLICATION_OFFER.ZONE,
            APPLICATION_OFFER.PRICE,
            APPLICATION_OFFER.MARKET_SHARE_PERCENT)
        .from(APPLICATION_OFFER)
        .join(APPLICATION)
        .on(APPLICATION.ID.eq(APPLICATION_OFFER.APPLICATION_ID))
        .where(APPLICATION.ROUND_ID.eq(round))
        .orderBy(APPLICATION_OFFER.APPLICATION_ID, APPLICATION_OFFER.ZONE)
        .fetchGroups(
            APPLICATION_OFFER.APPLICATION_ID,
            r ->
                new OfferFact(
                    r.get(APPLICATION_OFFER.ZONE),
                    plain(r.get(APPLICATION_OFFER.PRICE)),
                    plain(r.get(APPLICATION_OFFER.MARKET_SHARE_PERCENT))));
  }

  private Map<UUID, List<ScoreFact>> scoresByApplication(UUID round) {
    return db.select(SCORE.APPLICATION_ID, SCORE.CRITERION, SCORE.ZONE, SCORE.SCORE_)
        .from(SCORE)
        .join(APPLICATION)
        .on(APPLICATION.ID.eq(SCORE.APPLICATION_ID))
        .where(APPLICATION.ROUND_ID.eq(round))
        .orderBy(SCORE.APPLICATION_ID, SCORE.CRITERION, SCORE.ZONE)
        .fetchGroups(
            SCORE.APPLICATION_ID,
            r ->
                new ScoreFact(
                    r.get(SCORE.CRITERION),
                    r.get(SCORE.ZONE),
                    r.get(SCORE.SCORE_).stripTrailingZeros()));
  }

  List<LocationFact> listLocations(UUID round) {
    return db.selectFrom(ROUND_LOCATION)
        .where(ROUND_LOCATION.ROUND_ID.eq(round))
        .orderBy(ROUND_LOCATION.LOCATION_REFERENCE)
        .fetch(r ->
            new LocationFact(
                r.getLocationReference(),
                r.getProviderReference(),
                r.getZone(),
                r.getExemption(),
                plain(r.getWeeklyHours())));
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }

  Map<String, UUID> applicationIds(UUID round) {
    return db.select(APPLICATION.PROVIDER_REFERENCE, APPLICATION.ID)
        .from(APPLICATION)
        .where(APPLICATION.ROUND_ID.eq(round))
        .fetchMap(APPLICATION.PROVIDER_REFERENCE, APPLICATION.ID);
  }

  Map<String, UUID> providerIds(UUID round) {
    return db.select(ROUND_PROVIDER.PROVIDER_REFERENCE, ROUND_PROVIDER.PROVIDER_ID)
        .from(ROUND_PROVIDER)
        .where(ROUND_PROVIDER.ROUND_ID.eq(round))
        .fetchMap(ROUND_PROVIDER.PROVIDER_REFERENCE, ROUND_PROVIDER.PROVIDER_ID);
  }

  Map<String, UUID> locationIds(UUID round) {
    return db.select(ROUND_LOCATION.LOCATION_REFERENCE, ROUND_LOCATION.LOCATION_ID)
        .from(ROUND_LOCATION)
        .where(ROUND_LOCATION.ROUND_ID.eq(round))
        .fetchMap(ROUND_LOCATION.LOCATION_REFERENCE, ROUND_LOCATION.LOCATION_ID);
  }

  /** From now on each provider sees its own scores. */
  void showScores(UUID round) {
    db.update(SCORE)
        .set(SCORE.VISIBLE_TO, SCORE.PROVIDER_ID)
        .from(APPLICATION)
        .where(APPLICATION.ID.eq(SCORE.APPLICATION_ID))
        .and(APPLICATION.ROUND_ID.eq(round))
        .execute();
  }
}
