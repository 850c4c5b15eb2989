package council.framework.market.domain;

import council.framework.market.domain.MarketFacts.Capacity;
import council.framework.market.domain.MarketFacts.LocationPeriod;
import council.framework.market.domain.MarketFacts.PlaceSpan;
import council.framework.market.domain.MarketPart.Housing;
import council.framework.market.domain.MarketPart.Kind;
import council.framework.market.domain.MarketPart.Line;
import council.framework.market.domain.MarketPart.Standing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the market of a framework is shared on a day. */
public record Market(LocalDate on, MarketPart all, List<MarketPart> areas, List<MarketPart> zones) {
  public Market {
    areas = List.copyOf(areas);
    zones = List.copyOf(zones);
  }

  /** Areas and zones by code. */
  public static Market on(LocalDate day, MarketFacts facts) {
    Day at = new Day(day, facts);
    Set<String> areas = new TreeSet<>(facts.areaByZone().values());
    return new Market(
        day,
        at.part(Kind.ALL, null, facts.areaByZone()::containsKey),
        areas.stream()
            .map(
                area -> at.part(Kind.AREA, area, zone -> area.equals(facts.areaByZone().get(zone))))
            .toList(),
        facts.areaByZone().keySet().stream()
            .sorted()
            .map(code -> at.part(Kind.ZONE, code, code::equals))
            .toList());
  }

  /** What holds on the day. */
  private static final class Day {
    private final LocalDate day;
    private final MarketFacts facts;
    private final List<LocationPeriod> locations;
    private final List<PlaceSpan> places;
    private final Set<String> holders;
    private final Map<String, Capacity> capacities;

    Day(LocalDate day, MarketFacts facts) {
      this.day = day;
      this.facts = facts;
      this.locations =
          facts.locations().stream()
              .filter(each -> MarketFacts.holds(each.from(), each.until(), day))
              .toList();
      this.places =
          facts.places().stream()
              .filter(each -> MarketFacts.holds(each.from(), each.until(), day))
              .toList();
      this.holders = places.stream().map(PlaceSpan::provider).collect(Collectors.toSet());
      this.capacities = latestCapacities(day, facts.capacities());
    }

    private static Map<String, Capacity> latestCapacities(LocalDate day, List<Capacity> all) {
      Map<String, Capacity> latest = new HashMap<>();
      all.stream()
          .filter(each -> !each.from().isAfter(day))
          .sorted(Comparator.comparing(Capacity::from))
          .forEach(each -> latest.put(each.location(), each));
      return latest;
    }

    MarketPart part(Kind kind, @Nullable String code, Predicate<String> zones) {
      List<LocationPeriod> here =
          locations.stream().filter(each -> zones.test(each.zone())).toList();
      Holdings all = Holdings.of(here, facts.hourlyRate());
      Holdings framework = all.only(holders);
      return new MarketPart(
          kind,
          code,
          all.totals(),
          framework.totals(),
          housing(here),
          standing(zones),
          lines(all, framework));
    }

    private List<Line> lines(Holdings all, Holdings framework) {
      var ofAll = all.shares();
      var ofFramework = framework.shares();
      return all.byProvider().entrySet().stream()
          .map(entry ->
              new Line(
                  entry.getKey(),
                  holders.contains(entry.getKey()),
                  entry.getValue().locations(),
                  entry.getValue().people(),
                  entry.getValue().hours(),
                  entry.getValue().value(),
                  ofAll.getOrDefault(entry.getKey(), Map.of()),
                  ofFramework.getOrDefault(entry.getKey(), Map.of())))
          .toList();
    }

    private Housing housing(List<LocationPeriod> here) {
      long capacity = 0;
      long voids = 0;
      long overfull = 0;
      int unknown = 0;
      for (LocationPeriod location : here) {
        Capacity known = capacities.get(location.location());
        capacity += known == null ? 0 : known.people();
        if (known == null || location.people() == null) {
          unknown++;
        } else {
          voids += Math.max(0, known.people() - location.people());
          overfull += Math.max(0, location.people() - known.people());
        }
      }
      return new Housing(capacity, voids, overfull, unknown);
    }

    private Standing standing(Predicate<String> zones) {
      SortedMap<String, Set<String>> byTier = new TreeMap<>();
      Set<String> here = new TreeSet<>();
      places.stream()
          .filter(place -> zones.test(place.zone()))
          .forEach(place -> {
            byTier.computeIfAbsent(place.tier(), _ -> new TreeSet<>()).add(place.provider());
            here.add(place.provider());
          });
      Set<String> ended =
          facts.places().stream()
              .filter(place -> zones.test(place.zone()))
              .filter(place -> place.until() != null && !place.until().isAfter(day))
              .map(PlaceSpan::provider)
              .filter(provider -> !here.contains(provider))
              .collect(Collectors.toSet());
      Set<String> suspended =
          facts.suspensions().stream()
              .filter(stop -> MarketFacts.holds(stop.from(), stop.until(), day))
              .map(MarketFacts.Stop::provider)
              .filter(here::contains)
              .collect(Collectors.toSet());
      SortedMap<String, Integer> inForce = new TreeMap<>();
      byTier.forEach((tier, providers) -> inForce.put(tier, providers.size()));
      return new Standing(inForce, here.size(), suspended.size(), ended.size());
    }
  }
}
