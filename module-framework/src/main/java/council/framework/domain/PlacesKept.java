package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;

import council.framework.domain.PlaceStepFacts.KnownPlace;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.MarketModel;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.decision.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of all places once a step is taken, on its day and on every later one: as many
 * ranked places as the zone has, the caps, and no two places of a provider in a zone. What was
 * beyond a number before stands in nobody's way as long as the step does not add to it.
 */
final class PlacesKept {
  private final Vehicle vehicle;
  private final PlaceStepFacts facts;
  private final PlaceChange change;
  private final List<KnownPlace> before;
  private final List<KnownPlace> after;

  PlacesKept(Vehicle vehicle, PlaceStepFacts facts, PlaceChange change) {
    this.vehicle = vehicle;
    this.facts = facts;
    this.change = change;
    this.before = facts.places();
    this.after = change.applyTo(facts.places());
  }

  List<Reason> tried() {
    List<Reason> tried = new ArrayList<>();
    for (PlaceStepResult.Begin begin : change.begins()) {
      KnownPlace place = PlaceChange.asPlace(begin);
      Optional<Tier> tier = vehicle.findTier(place.tier());
      if (tier.orElse(null) instanceof Tier.RankedPlaces ranked && place.site() == null) {
        tried.add(zoneKeepsItsNumber(place, ranked));
      }
      if (tier.orElse(null) instanceof Tier.Contested && place.site() == null) {
        lotKeepsItsNumber(place).ifPresent(tried::add);
      }
      if (isCapped(place)) {
        tried.add(staysWithinCaps(place));
      }
      tried.add(holdsNothingElseThere(place));
    }
    return tried;
  }

  /** Numbers grow only on days on which a place begins. */
  private List<LocalDate> days(KnownPlace place) {
    SortedSet<LocalDate> days = new TreeSet<>();
    days.add(place.from());
    after.stream().map(KnownPlace::from).filter(place::inForceOn).forEach(days::add);
    return List.copyOf(days);
  }

  private Reason zoneKeepsItsNumber(KnownPlace place, Tier.RankedPlaces tier) {
    Predicate<KnownPlace> counts =
        p -> p.zone().equals(place.zone()) && p.tier().equals(place.tier()) && p.site() == null;
    int places = tier.placesIn(place.zone());
    int most = 0;
    boolean kept = true;
    for (LocalDate day : days(place)) {
      int then = on(after, day, counts).size();
      most = Math.max(most, then);
      kept &= then <= Math.max(places, on(before, day, counts).size());
    }
    return Reason.of(
        Rules.ZONE_KEEPS_ITS_NUMBER,
        FrameworkSection.path(facts.vehicle(), "tiers"),
        verdict(kept),
        Seen.of("zone", place.zone())
            .and("tier", place.tier())
            .and("places", places)
            .and("most", most)
            .map());
  }

  /** What the market model leaves of a lot; who keeps existing locations is not counted. */
  private Optional<Reason> lotKeepsItsNumber(KnownPlace place) {
    MarketModel market = vehicle.market();
    Integer most = market == null ? null : market.mostInLot();
    if (most == null) {
      return Optional.empty();
    }
    Predicate<KnownPlace> counts =
        p -> p.zone().equals(place.zone()) && p.site() == null && isContested(p);
    boolean kept =
        days(place).stream()
            .allMatch(day ->
                on(after, day, counts).size() <= Math.max(most, on(before, day, counts).size()));
    return Optional.of(
        Reason.of(
            Rules.LOT_KEEPS_ITS_NUMBER,
            FrameworkSection.path(facts.vehicle(), "market"),
            verdict(kept),
            Seen.of("zone", place.zone()).and("most", most).map()));
  }

  private boolean isContested(KnownPlace place) {
    return vehicle.findTier(place.tier()).filter(Tier.Contested.class::isInstance).isPresent();
  }

  private Reason staysWithinCaps(KnownPlace place) {
    SortedSet<String> areas = new TreeSet<>();
    SortedSet<String> zones = new TreeSet<>();
    boolean kept = true;
    for (LocalDate day : days(place)) {
      SortedSet<String> areasThen = held(after, day, place, KnownPlace::area);
      SortedSet<String> zonesThen = held(after, day, place, KnownPlace::zone);
      kept &= fits(areasThen, vehicle.areaCap(), held(before, day, place, KnownPlace::area));
      kept &= fits(zonesThen, vehicle.zoneCap(), held(before, day, place, KnownPlace::zone));
      areas.addAll(areasThen);
      zones.addAll(zonesThen);
    }
    return Reason.of(
        Rules.STAYS_WITHIN_CAPS,
        FrameworkSection.path(facts.vehicle(), "areaCap"),
        verdict(kept),
        Seen.of("provider", place.provider())
            .and("zone", place.zone())
            .and("areasWithIt", areas)
            .and("areaCap", vehicle.areaCap())
            .and("zonesWithIt", zones)
            .and("zoneCap", vehicle.zoneCap())
            .map());
  }

  private static boolean fits(
      SortedSet<String> held, @Nullable Integer cap, SortedSet<String> before) {
    return cap == null || held.size() <= cap || before.containsAll(held);
  }

  private SortedSet<String> held(
      List<KnownPlace> places, LocalDate day, KnownPlace of, Function<KnownPlace, String> what) {
    SortedSet<String> held = new TreeSet<>();
    on(places, day, p -> p.provider().equals(of.provider()) && isCapped(p))
        .forEach(p -> held.add(what.apply(p)));
    return held;
  }

  private static List<KnownPlace> on(
      List<KnownPlace> places, LocalDate day, Predicate<KnownPlace> which) {
    return places.stream().filter(p -> p.inForceOn(day)).filter(which).toList();
  }

  private boolean isCapped(KnownPlace place) {
    return place.site() == null
        && vehicle
            .findTier(place.tier())
            .filter(tier -> tier instanceof Tier.Contested contested && contested.capped())
            .isPresent();
  }

  private Reason holdsNothingElseThere(KnownPlace place) {
    Optional<KnownPlace> other =
        after.stream()
            .filter(p -> !p.equals(place) && p.standsInFor(place) && p.overlaps(place))
            .findFirst();
    Seen seen =
        Seen.of("provider", place.provider()).and("zone", place.zone()).and("from", place.from());
    other.ifPresent(o -> seen.and("holds", o.tier()).and("holdsFrom", o.from()));
    return Reason.of(Rules.HOLDS_NOTHING_ELSE_THERE, "", verdict(other.isEmpty()), seen.map());
  }
}
