package council.framework.opendata.domain;

import council.framework.opendata.domain.Ocds.Award;
import council.framework.opendata.domain.Ocds.Period;
import council.framework.opendata.domain.Ocds.Suspended;
import council.framework.opendata.domain.OpenFacts.Lot;
import council.framework.opendata.domain.OpenFacts.Place;
import council.framework.opendata.domain.OpenFacts.Round;
import council.framework.opendata.domain.OpenFacts.Supplier;
import council.framework.opendata.domain.OpenFacts.Suspension;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The awards of a framework as they were on a day: one for each supplier in each lot, with all
 * places that it held there so far. Nothing is told that came later.
 */
final class AwardsOn {
  private final OpenFacts facts;
  private final Round round;
  private final Names names;
  private final LocalDate day;
  private final Map<String, List<Place>> byLotAndSupplier;

  /**
   * @param firstDay the day from which the places of the award hold
   */
  AwardsOn(OpenFacts facts, Names names, LocalDate day, LocalDate firstDay) {
    this.facts = facts;
    this.round = facts.round();
    this.names = names;
    this.day = day;
    LocalDate shown = day.isAfter(firstDay) ? day : firstDay;
    this.byLotAndSupplier =
        facts.places().stream()
            .filter(place -> !place.from().isAfter(shown))
            .filter(place -> !FrameworkReleases.isEmpty(place.from(), place.until()))
            .sorted(Comparator.comparing(Place::from).thenComparing(Place::id))
            .collect(
                Collectors.groupingBy(
                    place -> place.lot() + "-" + place.supplier(),
                    TreeMap::new,
                    Collectors.toList()));
  }

  List<Award> awards() {
    return byLotAndSupplier.entrySet().stream()
        .map(entry -> award(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Those of the awards, by reference. */
  Stream<Supplier> suppliers() {
    return byLotAndSupplier.values().stream()
        .map(places -> places.getFirst().supplier())
        .distinct()
        .sorted()
        .map(this::supplier);
  }

  private Supplier supplier(String reference) {
    return Objects.requireNonNull(facts.suppliers().get(reference), reference);
  }

  private Award award(String id, List<Place> places) {
    Place first = places.getFirst();
    Supplier supplier = supplier(first.supplier());
    boolean ended = places.stream().allMatch(this::ended);
    return new Award(
        id,
        "%s: %s".formatted(title(first.lot()), supplier.name()),
        ended ? "cancelled" : "active",
        Names.instant(dayOf(first)),
        null,
        List.of(names.supplier(supplier)),
        period(first.from(), lastUntil(places)),
        lotsOf(first.lot()),
        places.stream().map(this::place).toList(),
        suspensions(first.supplier()));
  }

  /** Null where one of them has no end. */
  private static @Nullable LocalDate lastUntil(List<Place> places) {
    LocalDate last = LocalDate.MIN;
    for (Place place : places) {
      LocalDate until = place.until();
      if (until == null) {
        return null;
      }
      last = until.isAfter(last) ? until : last;
    }
    return last;
  }

  /** The day of the award itself, or of a place that came later. */
  private LocalDate dayOf(Place place) {
    LocalDate awarded = Objects.requireNonNull(round.awardedOn());
    boolean later = place.from().isAfter(awarded) && place.from().isAfter(round.frameworkStart());
    return later ? place.from() : awarded;
  }

  /** Before the framework itself has ended. */
  private boolean ended(Place place) {
    LocalDate until = place.until();
    LocalDate end = round.frameworkEnd();
    return until != null && !until.isAfter(day) && (end == null || !until.isAfter(end));
  }

  private Ocds.Place place(Place place) {
    return new Ocds.Place(
        place.id(), place.tier(), place.rank(), period(place.from(), place.until()));
  }

  /** With an end where it has come, or where it is the framework's. */
  private Period period(LocalDate from, @Nullable LocalDate until) {
    LocalDate end = facts.endOn(day);
    LocalDate last = until != null && !until.isAfter(day) ? until.minusDays(1) : end;
    return new Period(Names.instant(from), last == null ? null : Names.endOf(last));
  }

  private @Nullable List<Suspended> suspensions(String supplier) {
    List<Suspended> told =
        facts.suspensions().stream()
            .filter(suspension -> suspension.supplier().equals(supplier))
            .filter(suspension -> !suspension.from().isAfter(day))
            .filter(s -> !FrameworkReleases.isEmpty(s.from(), s.until()))
            .sorted(Comparator.comparing(Suspension::from).thenComparing(Suspension::id))
            .map(this::suspended)
            .toList();
    return told.isEmpty() ? null : told;
  }

  private Suspended suspended(Suspension suspension) {
    LocalDate until = suspension.until();
    String last = until == null || until.isAfter(day) ? null : Names.endOf(until.minusDays(1));
    return new Suspended(
        suspension.id(), suspension.scope(), new Period(Names.instant(suspension.from()), last));
  }

  private String title(String lot) {
    return facts.lots().stream()
        .filter(known -> known.code().equals(lot))
        .map(Lot::title)
        .findFirst()
        .orElse(lot);
  }

  /** The lot itself, or the lots of the zone. */
  private @Nullable List<String> lotsOf(String lot) {
    List<String> lots =
        facts.lots().stream()
            .filter(known -> lot.equals(known.code()) || lot.equals(known.zone()))
            .map(Lot::code)
            .toList();
    List<String> same = lots.contains(lot) ? List.of(lot) : lots;
    return same.isEmpty() ? null : same;
  }
}
