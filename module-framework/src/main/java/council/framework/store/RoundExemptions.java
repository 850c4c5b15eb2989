package council.framework.store;

import council.framework.domain.DecideExemption;
import council.framework.domain.ExemptionFacts;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.scheme.Vehicle;
import council.platform.data.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The exemptions that the files of a round name, once it is awarded (LAN-FW-35, LAN-FW-36). */
final class RoundExemptions {
  private RoundExemptions() {}

  /** They hold from the framework's first day, as long as their kind allows. */
  static List<Exempted> of(
      Round round,
      Vehicle vehicle,
      List<TransitionCase> cases,
      Map<String, UUID> ids,
      Map<String, UUID> providers) {
    return cases.stream()
        .filter(c -> c.exemption() != null)
        .map(c ->
            exempted(
                round,
                vehicle,
                c,
                Objects.requireNonNull(ids.get(c.location())),
                Objects.requireNonNull(providers.get(c.provider()))))
        .toList();
  }

  private static Exempted exempted(
      Round round, Vehicle vehicle, TransitionCase c, UUID transitionCase, UUID provider) {
    String kind = Objects.requireNonNull(c.exemption());
    LocalDate from = round.frameworkStart();
    @Nullable LocalDate until = DecideExemption.longest(vehicle.exemptions().get(kind), from);
    var facts = new ExemptionFacts(round.vehicle(), c.location(), kind, from, until, null);
    return new Exempted(
        Ids.next(),
        round.vehicle(),
        transitionCase,
        c.location(),
        provider,
        kind,
        PlaceLifecycle.GRANTED,
        "Brought by the round " + round.reference() + ".",
        null,
        from,
        until,
        null,
        DecideExemption.dueAfter(vehicle, facts, until),
        Objects.requireNonNull(round.decisionId()),
        null,
        null);
  }
}
