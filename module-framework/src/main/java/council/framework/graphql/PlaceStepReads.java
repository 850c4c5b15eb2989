package council.framework.graphql;

import static council.framework.store.generated.Tables.EXEMPTION;
import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.PLACE_STEP;
import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;

import council.framework.api.PlaceActions;
import council.graphql.spi.Contributions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Table;

/** Steps of places, and exemptions. */
@Singleton
final class PlaceStepReads implements ApiPart {
  private final PlaceActions actions;

  PlaceStepReads(PlaceActions actions) {
    this.actions = actions;
  }

  @Override
  public void declare(Contributions c) {
    declareStep(c);
    declareExemption(c);
    c.rootConnection("placeSteps", "PlaceStep");
    c.rootConnection("exemptions", "Exemption");
  }

  private static void declareStep(Contributions c) {
    c.read("PlaceStep", PLACE_STEP)
        .one("provider", "Provider", PLACE_STEP.PROVIDER_ID)
        .one("buyer", "Provider", PLACE_STEP.BUYER_ID)
        .one("decision", "Decision", PLACE_STEP.DECISION_ID)
        .list("ended", "Place", PLACE.ENDED_BY)
        .list("began", "Place", PLACE.STEP_ID)
        .column("vehicle", PLACE_STEP.VEHICLE)
        .column("step", PLACE_STEP.STEP)
        .column("kind", PLACE_STEP.KIND)
        .column("site", PLACE_STEP.SITE)
        .column("on", PLACE_STEP.EFFECTIVE_ON)
        .column("ground", PLACE_STEP.GROUND)
        .computed(
            "reason",
            List.of(PLACE_STEP.REASON),
            (row, actor) -> PlaceReads.councilOnly(row, PLACE_STEP.REASON, actor))
        .computed(
            "evidence",
            List.of(PLACE_STEP.EVIDENCE),
            (row, actor) -> PlaceReads.councilOnly(row, PLACE_STEP.EVIDENCE, actor))
        .column("casesDue", PLACE_STEP.CASES_DUE)
        .column("recordedAt", PLACE_STEP.CREATED_AT)
        .filter("vehicle", PLACE_STEP.VEHICLE)
        .filter("provider", PLACE_STEP.PROVIDER_REFERENCE)
        .filter("kind", PLACE_STEP.KIND)
        .order("NEWEST_FIRST", List.of(desc(PLACE_STEP.CREATED_AT)));
  }

  private void declareExemption(Contributions c) {
    c.read("Exemption", EXEMPTION)
        .one("case", "TransitionCase", EXEMPTION.CASE_ID)
        .one("provider", "Provider", EXEMPTION.PROVIDER_ID)
        .one("decision", "Decision", EXEMPTION.DECISION_ID)
        .column("vehicle", EXEMPTION.VEHICLE)
        .column("location", EXEMPTION.LOCATION_REFERENCE)
        .column("kind", EXEMPTION.KIND)
        .column("status", EXEMPTION.STATUS)
        .computed(
            "reason",
            List.of(EXEMPTION.REASON),
            (row, actor) -> PlaceReads.councilOnly(row, EXEMPTION.REASON, actor))
        .computed(
            "evidence",
            List.of(EXEMPTION.EVIDENCE),
            (row, actor) -> PlaceReads.councilOnly(row, EXEMPTION.EVIDENCE, actor))
        .column("from", EXEMPTION.VALID_FROM)
        .expression("until", PlaceReads::lastDay)
        .column("dueAfter", EXEMPTION.DUE_AFTER)
        .computed(
            "endedBecause",
            List.of(EXEMPTION.ENDED_BECAUSE),
            (row, actor) -> PlaceReads.councilOnly(row, EXEMPTION.ENDED_BECAUSE, actor))
        .column("reopenedOn", EXEMPTION.REOPENED_ON)
        .column("revision", EXEMPTION.REVISION)
        .computed(
            "allowedActions",
            List.of(EXEMPTION.STATUS),
            (row, actor) ->
                actions.listOfExemption(Objects.requireNonNull(row.get(EXEMPTION.STATUS)), actor))
        .filter("vehicle", EXEMPTION.VEHICLE)
        .filter("location", EXEMPTION.LOCATION_REFERENCE)
        .filter("kind", EXEMPTION.KIND)
        .filter("status", EXEMPTION.STATUS)
        .filter("inForceOn", PlaceReads::inForceOn)
        .filter("endsBy", PlaceStepReads::endsBy)
        .order("LOCATION_ASC", List.of(asc(EXEMPTION.LOCATION_REFERENCE)));
  }

  private static Condition endsBy(Table<?> table, Object day) {
    return PlaceReads.field(table, EXEMPTION.VALID_UNTIL).le(((LocalDate) day).plusDays(1));
  }
}
