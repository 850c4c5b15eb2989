package council.framework.domain;

import council.framework.domain.PlaceStepFacts.KnownPlace;
import council.framework.domain.PlaceStepResult.Begin;
import council.framework.domain.PlaceStepResult.End;
import council.framework.scheme.PlaceStep;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.decision.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which places a step ends and begins, whether or not it may be taken.
 *
 * @param noted what is told of it beside the rules
 */
record PlaceChange(List<End> ends, List<Begin> begins, List<Reason> noted) {

  static PlaceChange of(PlaceStep step, Vehicle vehicle, PlaceStepFacts facts) {
    return switch (step) {
      case PlaceStep.Move move -> moved(move, facts);
      case PlaceStep.Remove _, PlaceStep.Resign _, PlaceStep.Recommission _ -> ended(facts);
      case PlaceStep.Novate _ -> new Novation(vehicle, facts).change();
      case PlaceStep.AdmitAtSite admit -> admitted(admit, vehicle, facts);
    };
  }

  /** Who is moved was not ranked among those of the other tier. */
  private static PlaceChange moved(PlaceStep.Move step, PlaceStepFacts facts) {
    List<Begin> begins =
        DecidePlaceStep.chosen(facts).stream()
            .map(place -> begin(place, place.provider(), step.to(), lastsFrom(place, facts), null))
            .toList();
    return new PlaceChange(ended(facts).ends, begins, List.of());
  }

  private static PlaceChange ended(PlaceStepFacts facts) {
    List<End> ends =
        DecidePlaceStep.chosen(facts).stream()
            .map(place -> end(place, lastsFrom(place, facts)))
            .toList();
    return new PlaceChange(ends, List.of(), List.of());
  }

  private static PlaceChange admitted(
      PlaceStep.AdmitAtSite step, Vehicle vehicle, PlaceStepFacts facts) {
    var site = Objects.requireNonNull(facts.site());
    var last = facts.endOf(vehicle);
    Begin begin =
        new Begin(
            facts.provider(),
            step.tier(),
            site.zone(),
            site.area(),
            facts.on(),
            last == null ? null : last.plusDays(1),
            site.location(),
            null,
            null);
    return new PlaceChange(List.of(), List.of(begin), List.of());
  }

  /** A place that has not begun by then ends on its first day. */
  private static LocalDate lastsFrom(KnownPlace place, PlaceStepFacts facts) {
    return place.from().isAfter(facts.on()) ? place.from() : facts.on();
  }

  private static End end(KnownPlace place, LocalDate until) {
    return new End(place.place(), place.provider(), place.zone(), until);
  }

  private static Begin begin(
      KnownPlace place, String provider, String tier, LocalDate from, @Nullable Integer rank) {
    return new Begin(
        provider,
        tier,
        place.zone(),
        place.area(),
        from,
        place.until(),
        place.site(),
        rank,
        place.place());
  }

  /** The places that there are once the step is taken. */
  List<KnownPlace> applyTo(List<KnownPlace> places) {
    Map<String, End> ending =
        ends.stream().collect(Collectors.toMap(End::place, Function.identity(), (one, _) -> one));
    List<KnownPlace> after = new ArrayList<>();
    for (KnownPlace place : places) {
      End end = ending.get(place.place());
      after.add(end == null ? place : place.endedOn(end.until()));
    }
    begins.forEach(begin -> after.add(asPlace(begin)));
    return after;
  }

  static KnownPlace asPlace(Begin begin) {
    return new KnownPlace(
        "",
        begin.provider(),
        begin.tier(),
        begin.zone(),
        begin.area(),
        begin.from(),
        begin.until(),
        begin.site(),
        begin.rank());
  }

  /**
   * The buyer takes the seller's place with its rank; where it holds a place there itself, it keeps
   * the better of the two (LAN-FW-37).
   */
  private record Novation(
      Vehicle vehicle,
      PlaceStepFacts facts,
      List<End> ends,
      List<Begin> begins,
      List<Reason> noted) {
    Novation(Vehicle vehicle, PlaceStepFacts facts) {
      this(vehicle, facts, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    PlaceChange change() {
      DecidePlaceStep.chosen(facts).forEach(this::take);
      return new PlaceChange(List.copyOf(ends), List.copyOf(begins), List.copyOf(noted));
    }

    private void take(KnownPlace place) {
      String buyer = Objects.requireNonNull(facts.buyer());
      LocalDate from = lastsFrom(place, facts);
      ends.add(end(place, from));
      Begin begin = begin(place, buyer, place.tier(), from, place.rank());
      Optional<KnownPlace> own = ownPlace(asPlace(begin));
      if (own.isEmpty()) {
        begins.add(begin);
      } else if (isBetter(place, own.get())) {
        begins.add(begin);
        endOwn(own.get(), from);
      } else {
        noted.add(keeps(own.get()));
      }
    }

    private Optional<KnownPlace> ownPlace(KnownPlace place) {
      return facts.places().stream()
          .filter(other -> other.standsInFor(place) && other.overlaps(place))
          .findFirst();
    }

    /** What begins later only is in the way, and a rule says so. */
    private void endOwn(KnownPlace own, LocalDate from) {
      if (!own.from().isAfter(from)) {
        ends.add(end(own, from));
      }
    }

    private boolean isBetter(KnownPlace place, KnownPlace own) {
      boolean wider = place.site() == null && own.site() != null;
      boolean narrower = place.site() != null && own.site() == null;
      return wider || (!narrower && position(place.tier()) < position(own.tier()));
    }

    private int position(String tier) {
      List<String> codes = vehicle.tiers().stream().map(Tier::code).toList();
      return codes.contains(tier) ? codes.indexOf(tier) : codes.size();
    }

    private Reason keeps(KnownPlace own) {
      return Reason.of(
          Rules.BUYER_KEEPS_ITS_PLACE,
          "",
          Reason.Verdict.NOTED,
          Seen.of("buyer", own.provider()).and("zone", own.zone()).and("tier", own.tier()).map());
    }
  }
}
