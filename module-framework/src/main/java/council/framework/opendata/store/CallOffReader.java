package council.framework.opendata.store;

import council.framework.opendata.domain.CallOffFacts;
import council.framework.opendata.domain.CallOffFacts.CallOff;
import council.framework.opendata.domain.CallOffFacts.Framework;
import council.framework.opendata.domain.OpenFacts.Lot;
import council.framework.opendata.domain.OpenFacts.Place;
import council.framework.opendata.domain.OpenFacts.Supplier;
import council.framework.opendata.store.OpenDataStore.CalledOff;
import council.framework.opendata.store.PublicProcesses.Publishing;
import council.framework.scheme.FrameworkSection;
import council.framework.store.generated.tables.records.CallOffRecord;
import council.platform.directory.Directory;
import council.platform.identity.Actor;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gathers what may be told of call-offs. */
@Singleton
final class CallOffReader {
  private static final BigDecimal DAYS_OF_WEEK = BigDecimal.valueOf(7);

  private final OpenDataStore store;
  private final Schemes schemes;
  private final Directory directory;

  CallOffReader(OpenDataStore store, Schemes schemes, Directory directory) {
    this.store = store;
    this.schemes = schemes;
    this.directory = directory;
  }

  /** Of each call-off, in their order. */
  List<CallOffFacts> of(Actor actor, Publishing publishing, List<CalledOff> callOffs) {
    if (callOffs.isEmpty()) {
      return List.of();
    }
    Origins origins = new Origins(store.listAwarded(publishing.vehicle()));
    Map<UUID, List<Place>> places = origins.places(store.listPlaces(publishing.vehicle()));
    Map<String, Supplier> suppliers =
        Suppliers.named(
            directory,
            actor,
            callOffs.stream()
                .map(one -> one.row().getProviderReference())
                .collect(Collectors.toSet()));
    return callOffs.stream()
        .map(one -> {
          CallOffRecord row = one.row();
          String provider = row.getProviderReference();
          return new CallOffFacts(
              publishing.terms(),
              callOff(row, one.method()),
              origins
                  .of(provider, row.getAwardedOn(), places)
                  .map(r -> new Framework(r.id().toString(), r.reference(), r.title()))
                  .orElse(null),
              lot(row),
              Objects.requireNonNull(suppliers.get(provider)));
        })
        .toList();
  }

  private static CallOff callOff(CallOffRecord row, String method) {
    boolean ended = row.getEndedBecause() != null;
    return new CallOff(
        row.getId().toString(),
        row.getRequestReference(),
        row.getKind(),
        method,
        row.getAwardedOn(),
        row.getValidFrom(),
        ended ? awardedUntil(row) : row.getValidUntil(),
        ended ? row.getValidUntil() : null,
        row.getValue(),
        row.getGivenBack());
  }

  /**
   * An early end replaces the end that was awarded; the value, which is that of all days and
   * rounded to the penny, still tells how many there were.
   */
  private static LocalDate awardedUntil(CallOffRecord row) {
    BigDecimal days =
        row.getValue()
            .multiply(DAYS_OF_WEEK)
            .divide(row.getWeeklyHours().multiply(row.getHourlyRate()), 0, RoundingMode.HALF_UP);
    return row.getValidFrom().plusDays(days.longValueExact());
  }

  private Lot lot(CallOffRecord row) {
    SchemeVersion scheme = schemes.getVersion(row.getSchemeVersionId());
    var vehicle = scheme.getSection(FrameworkSection.class).getVehicle(row.getVehicle());
    return LotTitles.of(vehicle, scheme).stream()
        .filter(lot -> lot.code().equals(row.getLot()))
        .findFirst()
        .orElse(new Lot(row.getLot(), row.getLot(), null));
  }
}
