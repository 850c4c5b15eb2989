package council.framework.opendata.store;

import council.framework.opendata.domain.OpenFacts.Exemption;
import council.framework.opendata.domain.OpenFacts.Place;
import council.framework.opendata.store.OpenDataStore.Awarded;
import council.framework.opendata.store.OpenDataStore.Exempted;
import council.framework.store.generated.tables.records.PlaceRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * To which round things belong that came from none: a place that began by a step belongs to the
 * round of the place that the step ended, whatever else to the last round that was awarded by then.
 */
final class Origins {
  private final List<Awarded> awarded;

  /**
   * @param awarded by the day of their award
   */
  Origins(List<Awarded> awarded) {
    this.awarded = awarded;
  }

  /**
   * @param places oldest first
   */
  Map<UUID, List<Place>> places(List<PlaceRecord> places) {
    Map<UUID, UUID> roundByStep = new HashMap<>();
    Map<UUID, List<Place>> byRound = new LinkedHashMap<>();
    for (PlaceRecord place : places) {
      Optional<UUID> round = roundOf(place, roundByStep);
      round.ifPresent(id -> {
        byRound.computeIfAbsent(id, _ -> new ArrayList<>()).add(told(place));
        if (place.getEndedBy() != null) {
          roundByStep.put(place.getEndedBy(), id);
        }
      });
    }
    return byRound;
  }

  private Optional<UUID> roundOf(PlaceRecord place, Map<UUID, UUID> roundByStep) {
    if (place.getRoundId() != null) {
      return Optional.of(place.getRoundId());
    }
    UUID round = roundByStep.get(place.getStepId());
    return round == null ? last(place.getValidFrom()) : Optional.of(round);
  }

  private Optional<UUID> last(LocalDate day) {
    return byThen(day).map(Awarded::id).findFirst();
  }

  /** The last one that gave the provider a place by that day; else the last one of all. */
  Optional<Awarded> of(String provider, LocalDate day, Map<UUID, List<Place>> places) {
    return byThen(day)
        .filter(round ->
            places.getOrDefault(round.id(), List.of()).stream()
                .anyMatch(place -> place.supplier().equals(provider)))
        .findFirst()
        .or(() -> byThen(day).findFirst());
  }

  private Stream<Awarded> byThen(LocalDate day) {
    return awarded.reversed().stream()
        .filter(round -> round.covers(day) && !round.on().isAfter(day));
  }

  private static Place told(PlaceRecord r) {
    return new Place(
        r.getId().toString(),
        r.getProviderReference(),
        r.getZone(),
        r.getTier(),
        r.getRank(),
        r.getValidFrom(),
        r.getValidUntil());
  }

  Map<UUID, List<Exemption>> exemptions(List<Exempted> all) {
    Map<UUID, List<Exemption>> byRound = new HashMap<>();
    for (Exempted one : all) {
      Optional<UUID> round =
          one.round() == null ? last(one.exemption().from()) : Optional.of(one.round());
      round.ifPresent(
          id -> byRound.computeIfAbsent(id, _ -> new ArrayList<>()).add(one.exemption()));
    }
    return byRound;
  }
}
