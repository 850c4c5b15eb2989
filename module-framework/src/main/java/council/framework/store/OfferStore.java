package council.framework.store;

import static council.framework.store.generated.Tables.OFFER;
import static council.framework.store.generated.Tables.RESPONSE_SCORE;

import council.framework.api.BusinessRequests.GivenScore;
import council.framework.store.generated.tables.records.OfferRecord;
import council.platform.data.Ids;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Reads and writes offers, invitations and the scores of responses. */
@Singleton
final class OfferStore {
  private final DSLContext db;

  OfferStore(DSLContext db) {
    this.db = db;
  }

  void insert(OfferRecord row) {
    db.insertInto(OFFER).set(row).execute();
  }

  /** Locks the offer until the transaction ends; a provider's user finds its own alone. */
  Optional<OfferRecord> findLocked(UUID id) {
    return db.selectFrom(OFFER).where(OFFER.ID.eq(id)).forUpdate().fetchOptional();
  }

  /** Which request it is of; nothing is locked. */
  Optional<UUID> findRequest(UUID id) {
    return db.select(OFFER.REQUEST_ID)
        .from(OFFER)
        .where(OFFER.ID.eq(id))
        .fetchOptional(OFFER.REQUEST_ID);
  }

  /** Locks them, in the order of their ids so that nobody waits in a circle. */
  List<OfferRecord> listLocked(UUID request, int attempt) {
    return db.selectFrom(OFFER)
        .where(OFFER.REQUEST_ID.eq(request))
        .and(OFFER.ATTEMPT.eq(attempt))
        .orderBy(OFFER.ID)
        .forUpdate()
        .fetch();
  }

  List<OfferRecord> list(UUID request, int attempt) {
    return db.selectFrom(OFFER)
        .where(OFFER.REQUEST_ID.eq(request))
        .and(OFFER.ATTEMPT.eq(attempt))
        .orderBy(OFFER.ID)
        .fetch();
  }

  /** Keeps what may change of an offer and raises its revision. */
  void update(OfferRecord row) {
    row.setRevision(row.getRevision() + 1);
    db.update(OFFER)
        .set(OFFER.STATUS, row.getStatus())
        .set(OFFER.ANSWERED_AT, row.getAnsweredAt())
        .set(OFFER.ANSWERED_BY, row.getAnsweredBy())
        .set(OFFER.DECLINE_CODE, row.getDeclineCode())
        .set(OFFER.DECLINE_WORDS, row.getDeclineWords())
        .set(OFFER.HOURLY_RATE, row.getHourlyRate())
        .set(OFFER.STATEMENT, row.getStatement())
        .set(OFFER.REVISION, row.getRevision())
        .where(OFFER.ID.eq(row.getId()))
        .execute();
  }

  /** By offer, each by criterion. */
  Map<UUID, List<GivenScore>> scores(List<UUID> offers) {
    return db.selectFrom(RESPONSE_SCORE)
        .where(RESPONSE_SCORE.OFFER_ID.in(offers))
        .orderBy(RESPONSE_SCORE.OFFER_ID, RESPONSE_SCORE.CRITERION)
        .fetchGroups(RESPONSE_SCORE.OFFER_ID, r -> new GivenScore(r.getCriterion(), r.getScore()));
  }

  void replaceScores(UUID offer, List<GivenScore> scores) {
    db.deleteFrom(RESPONSE_SCORE).where(RESPONSE_SCORE.OFFER_ID.eq(offer)).execute();
    Bulk.insert(
        db,
        RESPONSE_SCORE,
        scores,
        (row, given) -> {
          row.setId(Ids.next());
          row.setOfferId(offer);
          row.setCriterion(given.criterion());
          row.setScore(given.score());
        });
  }
}
