package council.framework.opendata.store;

import council.framework.opendata.domain.OpenFacts;
import council.framework.opendata.domain.OpenFacts.Exemption;
import council.framework.opendata.domain.OpenFacts.Extension;
import council.framework.opendata.domain.OpenFacts.Place;
import council.framework.opendata.domain.OpenFacts.Round;
import council.framework.opendata.domain.OpenFacts.Supplier;
import council.framework.opendata.domain.OpenFacts.Suspension;
import council.framework.opendata.store.PublicProcesses.Publishing;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.RoundRecord;
import council.platform.directory.Directory;
import council.platform.identity.Actor;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what may be told of rounds. */
@Singleton
final class RoundFacts {
  private final OpenDataStore store;
  private final Schemes schemes;
  private final Directory directory;

  RoundFacts(OpenDataStore store, Schemes schemes, Directory directory) {
    this.store = store;
    this.schemes = schemes;
    this.directory = directory;
  }

  /** Of each round, in their order. */
  List<OpenFacts> of(Actor actor, Publishing publishing, List<RoundRecord> rounds) {
    if (rounds.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = rounds.stream().map(RoundRecord::getId).toList();
    Origins origins = new Origins(store.listAwarded(publishing.vehicle()));
    Map<UUID, List<Place>> places = origins.places(store.listPlaces(publishing.vehicle()));
    places.keySet().retainAll(ids);
    Read read =
        new Read(
            store.countApplications(ids),
            places,
            origins.exemptions(store.listExemptions(publishing.vehicle())),
            store.listSuspensions(publishing.vehicle()),
            store.listExtensions(publishing.vehicle()),
            suppliers(actor, places.values()));
    return rounds.stream().map(row -> facts(publishing, row, read)).toList();
  }

  /** What was read for all rounds together. */
  private record Read(
      Map<UUID, Integer> applications,
      Map<UUID, List<Place>> places,
      Map<UUID, List<Exemption>> exemptions,
      List<Suspension> suspensions,
      List<Extension> extensions,
      Map<String, Supplier> suppliers) {}

  private OpenFacts facts(Publishing publishing, RoundRecord row, Read read) {
    SchemeVersion scheme = schemes.getVersion(row.getSchemeVersionId());
    Vehicle vehicle = scheme.getSection(FrameworkSection.class).getVehicle(row.getVehicle());
    LocalDate end = row.getFrameworkEnd();
    List<Suspension> suspensions =
        read.suspensions().stream()
            .filter(s -> !s.from().isBefore(row.getFrameworkStart()))
            .filter(s -> end == null || !s.from().isAfter(end))
            .toList();
    return new OpenFacts(
        publishing.terms(),
        round(row, read.applications().getOrDefault(row.getId(), 0)),
        vehicle,
        LotTitles.of(vehicle, scheme),
        read.suppliers(),
        read.places().getOrDefault(row.getId(), List.of()),
        suspensions,
        read.exemptions().getOrDefault(row.getId(), List.of()),
        extensions(end, read.extensions()));
  }

  /** Those that led to the present end; another framework of the same code has its own. */
  private static List<Extension> extensions(@Nullable LocalDate end, List<Extension> all) {
    List<Extension> own = new ArrayList<>();
    LocalDate reached = end;
    for (Extension extension : all.reversed()) {
      if (extension.endAfter().equals(reached)) {
        own.addFirst(extension);
        reached = extension.endBefore();
      }
    }
    return own;
  }

  private static Round round(RoundRecord row, int applications) {
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
        applications);
  }

  private Map<String, Supplier> suppliers(Actor actor, Collection<List<Place>> places) {
    return Suppliers.named(
        directory,
        actor,
        places.stream().flatMap(List::stream).map(Place::supplier).collect(Collectors.toSet()));
  }
}
