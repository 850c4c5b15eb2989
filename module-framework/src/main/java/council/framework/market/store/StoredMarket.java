package council.framework.market.store;

import council.framework.api.MarketView;
import council.framework.market.domain.Interval;
import council.framework.market.domain.Market;
import council.framework.market.domain.MarketFacts;
import council.framework.market.domain.MarketFacts.LocationPeriod;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.directory.Directory;
import council.platform.directory.Location;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Works out the market from the directory's locations and the framework's places. */
@Singleton
final class StoredMarket implements MarketView {
  private static final int MOST_DAYS = 60;

  private final Schemes schemes;
  private final Directory directory;
  private final HolderStore holders;
  private final CapacityStore capacities;
  private final CapacityRecording recording;

  StoredMarket(
      Schemes schemes,
      Directory directory,
      HolderStore holders,
      CapacityStore capacities,
      CapacityRecording recording) {
    this.schemes = schemes;
    this.directory = directory;
    this.holders = holders;
    this.capacities = capacities;
    this.recording = recording;
  }

  @Override
  public Market view(Actor actor, String vehicle, LocalDate on) {
    return markets(actor, vehicle, List.of(on)).getFirst();
  }

  @Override
  public List<VehicleMarket> viewAll(Actor actor, LocalDate on) {
    SchemeVersion scheme = getScheme(on);
    List<Location> locations = directory.locationsBetween(actor, on, on);
    List<VehicleMarket> all = new ArrayList<>();
    for (String code : scheme.getSection(FrameworkSection.class).listCodes()) {
      all.add(new VehicleMarket(code, Market.on(on, facts(scheme, code, locations, on))));
    }
    return all;
  }

  @Override
  public List<Market> history(
      Actor actor, String vehicle, LocalDate from, LocalDate until, Interval every) {
    if (until.isBefore(from)) {
      throw refused("BAD_SPAN", "until", until, "a day from " + from + " on");
    }
    List<LocalDate> days = every.days(from, until, MOST_DAYS);
    if (days.size() > MOST_DAYS) {
      throw refused("TOO_MANY_DAYS", "until", until, "at most " + MOST_DAYS + " days of a history");
    }
    return markets(actor, vehicle, days);
  }

  private static Refused refused(String code, String path, LocalDate value, String expected) {
    return new Refused(
        List.of(
            new Problem(
                code,
                path,
                "Expected %s, but it ends on %s.".formatted(expected, value),
                value.toString(),
                expected)));
  }

  /** Everything is read once, however many days there are. */
  private List<Market> markets(Actor actor, String vehicle, List<LocalDate> days) {
    LocalDate last = days.getLast();
    SchemeVersion scheme = getScheme(last);
    List<Location> locations = directory.locationsBetween(actor, days.getFirst(), last);
    MarketFacts facts = facts(scheme, vehicle, locations, last);
    return days.stream().map(day -> Market.on(day, facts)).toList();
  }

  private SchemeVersion getScheme(LocalDate on) {
    return schemes
        .findInForce(on)
        .orElseThrow(() -> new Refused("NO_SCHEME", "on", "No scheme is in force on " + on + "."));
  }

  private MarketFacts facts(
      SchemeVersion scheme, String code, List<Location> locations, LocalDate last) {
    FrameworkSection section = scheme.getSection(FrameworkSection.class);
    Vehicle vehicle =
        section
            .findVehicle(code)
            .orElseThrow(() ->
                new Refused(
                    List.of(
                        new Problem(
                            "UNKNOWN_VEHICLE",
                            "vehicle",
                            "The scheme has no provider framework " + code + ".",
                            code,
                            "one of " + String.join(", ", section.listCodes())))));
    Map<String, String> zones =
        new TreeMap<>(scheme.getSection(GeographySection.class).areaByZone());
    if (!vehicle.zones().isEmpty()) {
      zones.keySet().retainAll(vehicle.zones());
    }
    return new MarketFacts(
        zones,
        vehicle.hourlyRate(),
        locations.stream()
            .filter(location -> zones.containsKey(location.zone()))
            .map(StoredMarket::period)
            .toList(),
        holders.listPlaces(code),
        holders.listSuspensions(code),
        capacities.listUpTo(last));
  }

  private static LocationPeriod period(Location location) {
    return new LocationPeriod(
        location.reference(),
        location.provider(),
        location.zone(),
        location.people(),
        location.weeklyHours(),
        null,
        location.from(),
        location.until());
  }

  @Override
  public UUID recordCapacity(Actor actor, RecordCapacity command) {
    return recording.record(actor, command);
  }
}
