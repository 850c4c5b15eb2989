package council.framework.graphql;

import static council.framework.store.generated.Tables.BUSINESS_REQUEST;
import static council.framework.store.generated.Tables.CALL_OFF;
import static council.framework.store.generated.Tables.OFFER;
import static council.framework.store.generated.Tables.RESPONSE_SCORE;
import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;

import council.framework.api.BusinessActions;
import council.framework.api.BusinessRequests;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.graphql.spi.ReadType.Row;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Requests for business, offers and call-offs. */
@Singleton
final class BusinessReads implements ApiPart {
  private final BusinessRequests requests;
  private final BusinessActions actions;

  BusinessReads(BusinessRequests requests, BusinessActions actions) {
    this.requests = requests;
    this.actions = actions;
  }

  @Override
  public void declare(Contributions c) {
    declareRequest(c);
    declareOffer(c);
    declareCallOff(c);
    c.read("ResponseScore", RESPONSE_SCORE)
        .column("criterion", RESPONSE_SCORE.CRITERION)
        .column("score", RESPONSE_SCORE.SCORE)
        .order("CRITERION_ASC", List.of(asc(RESPONSE_SCORE.CRITERION)));
    c.rootConnection("businessRequests", "BusinessRequest");
    c.rootById("businessRequest", "BusinessRequest");
    c.rootConnection("offers", "Offer");
    c.rootById("offer", "Offer");
    c.rootConnection("callOffs", "CallOff");
    c.rootById("callOff", "CallOff");
    c.query("offerCounts", this::count);
  }

  private Object count(Actor actor, Arguments arguments) {
    return requests.countOffers(
        actor,
        arguments.get("vehicle", String.class),
        arguments.get("from", LocalDate.class),
        arguments.get("until", LocalDate.class));
  }

  private void declareRequest(Contributions c) {
    c.read("BusinessRequest", BUSINESS_REQUEST)
        .column("reference", BUSINESS_REQUEST.REFERENCE)
        .column("vehicle", BUSINESS_REQUEST.VEHICLE)
        .column("schemeVersionId", BUSINESS_REQUEST.SCHEME_VERSION_ID)
        .column("kind", BUSINESS_REQUEST.KIND)
        .column("zone", BUSINESS_REQUEST.ZONE)
        .column("category", BUSINESS_REQUEST.CATEGORY)
        .column("lot", BUSINESS_REQUEST.LOT)
        .one("location", "Location", BUSINESS_REQUEST.LOCATION_ID)
        .one("person", "Person", BUSINESS_REQUEST.PERSON_ID)
        .column("need", BUSINESS_REQUEST.NEED)
        .column("weeklyHours", BUSINESS_REQUEST.WEEKLY_HOURS)
        .column("requirements", BUSINESS_REQUEST.REQUIREMENTS)
        .column("startsOn", BUSINESS_REQUEST.STARTS_ON)
        .column("method", BUSINESS_REQUEST.METHOD)
        .column("status", BUSINESS_REQUEST.STATUS)
        .column("attempt", BUSINESS_REQUEST.ATTEMPT)
        .one("eligibility", "Decision", BUSINESS_REQUEST.ELIGIBILITY_ID)
        .one("order", "Decision", BUSINESS_REQUEST.ORDER_ID)
        .one("chosen", "Provider", BUSINESS_REQUEST.CHOSEN_ID)
        .column("chosenBy", BUSINESS_REQUEST.CHOSEN_BY)
        .column("chosenHow", BUSINESS_REQUEST.CHOSEN_HOW)
        .column("withdrawnBecause", BUSINESS_REQUEST.WITHDRAWN_BECAUSE)
        .column("openedAt", BUSINESS_REQUEST.CREATED_AT)
        .column("revision", BUSINESS_REQUEST.REVISION)
        .computed(
            "allowedActions",
            List.of(BUSINESS_REQUEST.STATUS, BUSINESS_REQUEST.METHOD),
            (row, actor) ->
                actions.ofRequest(
                    get(row, BUSINESS_REQUEST.STATUS), get(row, BUSINESS_REQUEST.METHOD), actor))
        .many("offers", "Offer", OFFER.REQUEST_ID)
        .oneBack("callOff", "CallOff", CALL_OFF.REQUEST_ID)
        .filter("vehicle", BUSINESS_REQUEST.VEHICLE)
        .filter("zone", BUSINESS_REQUEST.ZONE)
        .filter("kind", BUSINESS_REQUEST.KIND)
        .filter("status", BUSINESS_REQUEST.STATUS)
        .filter("reference", BUSINESS_REQUEST.REFERENCE)
        .order("NEWEST_FIRST", List.of(desc(BUSINESS_REQUEST.CREATED_AT)))
        .order("REFERENCE_ASC", List.of(asc(BUSINESS_REQUEST.REFERENCE)));
  }

  private void declareOffer(Contributions c) {
    c.read("Offer", OFFER)
        .one("request", "BusinessRequest", OFFER.REQUEST_ID)
        .column("requestReference", OFFER.REQUEST_REFERENCE)
        .column("kind", OFFER.KIND)
        .column("attempt", OFFER.ATTEMPT)
        .column("position", OFFER.POSITION)
        .one("provider", "Provider", OFFER.PROVIDER_ID)
        .column("vehicle", OFFER.VEHICLE)
        .column("businessKind", OFFER.BUSINESS_KIND)
        .column("zone", OFFER.ZONE)
        .column("category", OFFER.CATEGORY)
        .column("location", OFFER.LOCATION_REFERENCE)
        .column("need", OFFER.NEED)
        .column("weeklyHours", OFFER.WEEKLY_HOURS)
        .column("requirements", OFFER.REQUIREMENTS)
        .column("startsOn", OFFER.STARTS_ON)
        .column("offeredAt", OFFER.OFFERED_AT)
        .column("answerBy", OFFER.ANSWER_BY)
        .column("status", OFFER.STATUS)
        .column("answeredAt", OFFER.ANSWERED_AT)
        .column("answeredBy", OFFER.ANSWERED_BY)
        .column("declinedBecause", OFFER.DECLINE_CODE)
        .column("declineWords", OFFER.DECLINE_WORDS)
        .column("asksPrice", OFFER.ASKS_PRICE)
        .column("hourlyRate", OFFER.HOURLY_RATE)
        .column("statement", OFFER.STATEMENT)
        .list("scores", "ResponseScore", RESPONSE_SCORE.OFFER_ID)
        .column("revision", OFFER.REVISION)
        .computed(
            "allowedActions",
            List.of(OFFER.STATUS, OFFER.KIND),
            (row, actor) -> actions.ofOffer(get(row, OFFER.STATUS), get(row, OFFER.KIND), actor))
        .filter("vehicle", OFFER.VEHICLE)
        .filter("provider", OFFER.PROVIDER_REFERENCE)
        .filter("request", OFFER.REQUEST_REFERENCE)
        .filter("status", OFFER.STATUS)
        .order("NEWEST_FIRST", List.of(desc(OFFER.OFFERED_AT)));
  }

  private void declareCallOff(Contributions c) {
    c.read("CallOff", CALL_OFF)
        .one("request", "BusinessRequest", CALL_OFF.REQUEST_ID)
        .column("requestReference", CALL_OFF.REQUEST_REFERENCE)
        .column("vehicle", CALL_OFF.VEHICLE)
        .column("schemeVersionId", CALL_OFF.SCHEME_VERSION_ID)
        .column("kind", CALL_OFF.KIND)
        .column("zone", CALL_OFF.ZONE)
        .column("category", CALL_OFF.CATEGORY)
        .column("lot", CALL_OFF.LOT)
        .column("location", CALL_OFF.LOCATION_REFERENCE)
        .one("provider", "Provider", CALL_OFF.PROVIDER_ID)
        .column("weeklyHours", CALL_OFF.WEEKLY_HOURS)
        .column("hourlyRate", CALL_OFF.HOURLY_RATE)
        .column("from", CALL_OFF.VALID_FROM)
        .expression("until", BusinessReads::lastDay)
        .column("value", CALL_OFF.VALUE)
        .column("givenBack", CALL_OFF.GIVEN_BACK)
        .column("awardedOn", CALL_OFF.AWARDED_ON)
        .one("decision", "Decision", CALL_OFF.DECISION_ID)
        .column("commitmentId", CALL_OFF.COMMITMENT_ID)
        .computed(
            "reason", List.of(CALL_OFF.REASON), (row, actor) -> own(row, actor, CALL_OFF.REASON))
        .computed(
            "endedBecause",
            List.of(CALL_OFF.ENDED_BECAUSE),
            (row, actor) -> own(row, actor, CALL_OFF.ENDED_BECAUSE))
        .computed(
            "ended",
            List.of(CALL_OFF.ENDED_BECAUSE),
            (row, actor) -> row.get(CALL_OFF.ENDED_BECAUSE) != null)
        .column("revision", CALL_OFF.REVISION)
        .computed(
            "allowedActions",
            List.of(CALL_OFF.ENDED_BECAUSE),
            (row, actor) -> actions.ofCallOff(row.get(CALL_OFF.ENDED_BECAUSE) != null, actor))
        .filter("vehicle", CALL_OFF.VEHICLE)
        .filter("provider", CALL_OFF.PROVIDER_REFERENCE)
        .filter("zone", CALL_OFF.ZONE)
        .filter("from", (table, day) -> field(table, CALL_OFF.VALID_UNTIL).gt((LocalDate) day))
        .filter("until", (table, day) -> field(table, CALL_OFF.VALID_FROM).le((LocalDate) day))
        .order("FROM_ASC", List.of(asc(CALL_OFF.VALID_FROM)))
        .order("NEWEST_FIRST", List.of(desc(CALL_OFF.CREATED_AT)));
  }

  /** The council's own words, which are not meant for the providers. */
  private static @Nullable Object own(Row row, Actor actor, Field<String> words) {
    return actor.isProviderBound() ? null : row.get(words);
  }

  private static Field<LocalDate> lastDay(Table<?> table) {
    return DSL.field("{0} - 1", LocalDate.class, field(table, CALL_OFF.VALID_UNTIL));
  }

  private static <T> Field<T> field(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(table.field(column));
  }

  private static <T> T get(Row row, Field<T> column) {
    return Objects.requireNonNull(row.get(column));
  }
}
