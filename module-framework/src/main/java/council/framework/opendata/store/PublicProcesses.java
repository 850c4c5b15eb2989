package council.framework.opendata.store;

import council.framework.opendata.domain.FrameworkReleases;
import council.framework.opendata.domain.Ocds.Release;
import council.framework.opendata.domain.OpenFacts;
import council.framework.opendata.domain.OpenFacts.Lot;
import council.framework.opendata.domain.OpenFacts.Place;
import council.framework.opendata.domain.OpenFacts.Round;
import council.framework.opendata.domain.OpenFacts.Supplier;
import council.framework.round.RoundReader;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Lots;
import council.framework.scheme.OpenData;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.RoundRecord;
import council.platform.directory.Directory;
import council.platform.identity.Actor;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contracting processes of a framework, each with its releases, in a fixed order. */
@Singleton
final class PublicProcesses {
  private final OpenDataStore store;
  private final Schemes schemes;
  private final Directory directory;

  PublicProcesses(OpenDataStore store, Schemes schemes, Directory directory) {
    this.store = store;
    this.schemes = schemes;
    this.directory = directory;
  }

  /**
   * @param id of the round
   */
  record Told(UUID id, List<Release> releases) {}

  /**
   * Those that have releases, from one on.
   *
   * @param from id of the first one; null for the oldest of all
   * @param most how many are read
   */
  List<Told> list(Actor actor, Publishing publishing, @Nullable UUID from, int most) {
    return store.listRounds(publishing.vehicle(), from, most).stream()
        .map(round -> new Told(round.getId(), releases(actor, publishing, round)))
        .filter(told -> !told.releases().isEmpty())
        .toList();
  }

  /**
   * @param today nothing is told before its day
   */
  record Publishing(String vehicle, OpenData terms, LocalDate today) {}

  private List<Release> releases(Actor actor, Publishing publishing, RoundRecord row) {
    SchemeVersion scheme = schemes.getVersion(row.getSchemeVersionId());
    Vehicle vehicle = scheme.getSection(FrameworkSection.class).getVehicle(row.getVehicle());
    List<Place> places = store.listPlaces(row.getId());
    LocalDate end = row.getFrameworkEnd();
    OpenFacts facts =
        new OpenFacts(
            publishing.terms(),
            round(row),
            vehicle,
            lots(vehicle, scheme),
            suppliers(actor, places),
            places,
            store.listSuspensions(
                row.getVehicle(), row.getFrameworkStart(), end == null ? null : end.plusDays(1)),
            store.listExemptions(row.getId()));
    return FrameworkReleases.of(facts, publishing.today());
  }

  private Round round(RoundRecord row) {
    return new Round(
        row.getId().toString(),
        row.getReference(),
        row.getVehicle(),
        row.getTitle(),
        row.getStandstillFrom(),
        row.getStandstillUntil(),
        row.getAwardedOn(),
        row.getCancelledOn(),
        row.getFrameworkStart(),
        row.getFrameworkEnd(),
        store.countApplications(row.getId()));
  }

  private Map<String, Supplier> suppliers(Actor actor, List<Place> places) {
    var references = places.stream().map(Place::supplier).collect(Collectors.toSet());
    return directory.findProvidersByReference(actor, references).values().stream()
        .map(p -> new Supplier(p.reference(), p.name(), p.companiesHouseNumber()))
        .collect(Collectors.toMap(Supplier::reference, Function.identity()));
  }

  private static List<Lot> lots(Vehicle vehicle, SchemeVersion scheme) {
    GeographySection geography = scheme.getSection(GeographySection.class);
    Map<String, String> titles = new HashMap<>();
    geography
        .areas()
        .values()
        .forEach(area -> area.zones().forEach((code, zone) -> titles.put(code, zone.title())));
    List<String> zones =
        RoundReader.zonesOf(vehicle, geography).stream().map(zone -> zone.zone()).toList();
    return vehicle.lots().codes(zones).stream()
        .map(code -> lot(code, vehicle.lots().categories(), titles))
        .toList();
  }

  private static Lot lot(String code, Map<String, String> categories, Map<String, String> zones) {
    if (categories.containsKey(code)) {
      return new Lot(code, categories.get(code), null);
    }
    int between = code.indexOf(Lots.BETWEEN);
    if (between < 0) {
      return new Lot(code, zones.getOrDefault(code, code), code);
    }
    String zone = code.substring(0, between);
    String category = code.substring(between + Lots.BETWEEN.length());
    String title =
        zones.getOrDefault(zone, zone) + ": " + categories.getOrDefault(category, category);
    return new Lot(code, title, zone);
  }
}
