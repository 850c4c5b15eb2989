package council.framework.graphql;

import static council.framework.store.generated.Tables.OPTION_TAKEN;
import static council.graphql.spi.ReadType.OrderKey.asc;

import council.framework.api.Frameworks;
import council.framework.api.Frameworks.TakeOption;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.graphql.spi.ReadType.Row;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What frameworks there are, who delivers behind their places, and the options that were taken. */
@Singleton
final class VehicleFields implements ApiPart {
  private final Frameworks frameworks;

  VehicleFields(Frameworks frameworks) {
    this.frameworks = frameworks;
  }

  @Override
  public void declare(Contributions c) {
    c.query("providerFrameworks", this::list);
    c.query("placeMembers", this::members);
    c.read("FrameworkOptionTaken", OPTION_TAKEN)
        .one("decision", "Decision", OPTION_TAKEN.DECISION_ID)
        .column("vehicle", OPTION_TAKEN.VEHICLE)
        .column("option", OPTION_TAKEN.OPTION_CODE)
        .column("takenOn", OPTION_TAKEN.TAKEN_ON)
        .column("endBefore", OPTION_TAKEN.END_BEFORE)
        .column("endAfter", OPTION_TAKEN.END_AFTER)
        .computed(
            "reason",
            List.of(OPTION_TAKEN.REASON),
            (row, actor) -> ownWords(row, actor, OPTION_TAKEN.REASON))
        .computed(
            "evidence",
            List.of(OPTION_TAKEN.EVIDENCE),
            (row, actor) -> ownWords(row, actor, OPTION_TAKEN.EVIDENCE))
        .filter("vehicle", OPTION_TAKEN.VEHICLE)
        .order("VEHICLE_ASC", List.of(asc(OPTION_TAKEN.VEHICLE), asc(OPTION_TAKEN.END_BEFORE)));
    c.rootConnection("frameworkOptions", "FrameworkOptionTaken");
    c.mutation("takeFrameworkOption", TakeOption.class, this::take);
  }

  /** The council's own words, which are not meant for the providers. */
  private static @Nullable Object ownWords(Row row, Actor actor, Field<String> column) {
    return actor.isProviderBound() ? null : row.get(column);
  }

  private Object list(Actor actor, Arguments arguments) {
    return frameworks.list(actor, arguments.get("on", LocalDate.class));
  }

  private Object members(Actor actor, Arguments arguments) {
    return frameworks.listMembers(
        actor, arguments.get("vehicle", String.class), arguments.get("on", LocalDate.class));
  }

  private Outcome take(Actor actor, TakeOption input) {
    return Outcome.node("option", "FrameworkOptionTaken", frameworks.takeOption(actor, input));
  }
}
