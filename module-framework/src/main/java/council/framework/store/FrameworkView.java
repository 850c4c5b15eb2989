package council.framework.store;

import council.framework.api.Frameworks;
import council.framework.api.Frameworks.Framework;
import council.framework.domain.FrameworkEnd;
import council.framework.domain.OptionFacts.Taken;
import council.framework.scheme.Admission;
import council.framework.scheme.CallOff;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.Lot;
import council.framework.scheme.Lots;
import council.framework.scheme.MarketModel;
import council.framework.scheme.MemberRole;
import council.framework.scheme.Spend;
import council.framework.scheme.SpendLimit;
import council.framework.scheme.Term;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.scheme.GeographySection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One framework of a scheme, told on a day. */
final class FrameworkView {
  private final String code;
  private final Vehicle vehicle;
  private final GeographySection geography;
  private final List<Taken> taken;

  FrameworkView(String code, Vehicle vehicle, GeographySection geography, List<Taken> taken) {
    this.code = code;
    this.vehicle = vehicle;
    this.geography = geography;
    this.taken = taken;
  }

  /**
   * @param takenOn the day on which an option was taken
   */
  Framework on(LocalDate day, String version, Function<String, @Nullable LocalDate> takenOn) {
    LocalDate end = FrameworkEnd.of(vehicle.frameworkEnd(), taken);
    Admission.@Nullable Windows windows =
        vehicle.admission() instanceof Admission.Windows w ? w : null;
    Term term = vehicle.term();
    return new Framework(
        code,
        vehicle.title(),
        day,
        version,
        vehicle.frameworkStart(),
        end,
        vehicle.frameworkEnd(),
        vehicle.inForceOn(day, end),
        options(term, takenOn),
        vehicle.admission().word(),
        windows == null ? List.of() : windows.windows().stream().map(this::window).toList(),
        windows == null ? null : windows.findOpen(day).map(this::window).orElse(null),
        windows == null ? null : windows.findNext(day).map(this::window).orElse(null),
        market(),
        vehicle.admitsConsortia(),
        MemberRole.of(vehicle).name(),
        term == null ? null : term.callOffMonths(),
        term == null ? null : term.longestCallOffMonths(),
        term != null && term.callOffsMayOutlastIt(),
        callOffMethods(),
        vehicle.criteria().stream().map(FrameworkView::criterion).toList(),
        vehicle.qualityThresholdPercent(),
        vehicle.tieBreakers(),
        vehicle.areaCap(),
        vehicle.zoneCap(),
        vehicle.hourlyRate(),
        advertised(),
        vehicle.tiers().stream().map(FrameworkView::tier).toList(),
        lotsBy(),
        Lots.of(vehicle, geography).stream().map(this::lot).toList());
  }

  private static List<Frameworks.Option> options(
      @Nullable Term term, Function<String, @Nullable LocalDate> takenOn) {
    return term == null
        ? List.of()
        : term.options().stream()
            .map(option ->
                new Frameworks.Option(
                    option.code(),
                    option.months(),
                    option.condition(),
                    takenOn.apply(option.code())))
            .toList();
  }

  private Frameworks.Window window(Admission.Window window) {
    return new Frameworks.Window(window.from(), window.until());
  }

  private Frameworks.@Nullable Market market() {
    return switch (vehicle.market()) {
      case null -> null;
      case MarketModel.Providers m ->
          new Frameworks.Market("PROVIDERS", m.mostInLot(), null, null, null);
      case MarketModel.LeadProvider m ->
          new Frameworks.Market("LEAD_PROVIDER", m.mostInLot(), m.subContractors(), null, null);
      case MarketModel.Alliance m ->
          new Frameworks.Market("ALLIANCE", m.mostInLot(), null, m.fewestMembers(), null);
      case MarketModel.JointUndertaking m ->
          new Frameworks.Market(
              "JOINT_UNDERTAKING", m.mostInLot(), null, m.fewestMembers(), m.form());
    };
  }

  private List<Frameworks.CallOffMethod> callOffMethods() {
    List<Frameworks.CallOffMethod> methods = new ArrayList<>();
    vehicle
        .newBusiness()
        .keySet()
        .forEach(kind -> methods.add(method(kind.name(), vehicle.callOff().get(kind))));
    return methods;
  }

  private static Frameworks.CallOffMethod method(String kind, @Nullable CallOff callOff) {
    return switch (callOff) {
      case null -> new Frameworks.CallOffMethod(kind, "BY_COUNCIL", null);
      case CallOff.RankedOffer c ->
          new Frameworks.CallOffMethod(kind, "RANKED_OFFER", c.answerWithinHours());
      case CallOff.Rotation c ->
          new Frameworks.CallOffMethod(kind, "ROTATION", c.answerWithinHours());
      case CallOff.MiniCompetition c ->
          new Frameworks.CallOffMethod(kind, "MINI_COMPETITION", c.respondWithinHours());
      case CallOff.Choice c -> new Frameworks.CallOffMethod(kind, "CHOICE", null);
    };
  }

  private static Frameworks.Criterion criterion(council.framework.scheme.Criterion criterion) {
    return new Frameworks.Criterion(
        criterion.code(),
        criterion.title(),
        criterion.weightPercent(),
        criterion.maximumScore(),
        criterion.passMark(),
        criterion.scope().name(),
        switch (criterion.source()) {
          case CriterionSource.Scored s -> "SCORED";
          case CriterionSource.Price s -> "PRICE";
          case CriterionSource.MarketShare s -> "MARKET_SHARE";
        });
  }

  private Frameworks.@Nullable ValueRange advertised() {
    Spend spend = vehicle.spend();
    return spend == null
        ? null
        : new Frameworks.ValueRange(
            sum(spend, SpendLimit.Authority.class), sum(spend, SpendLimit.Total.class));
  }

  private static @Nullable BigDecimal sum(Spend spend, Class<? extends SpendLimit> kind) {
    return spend.limits().stream()
        .filter(kind::isInstance)
        .map(SpendLimit::amount)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  private static Frameworks.Tier tier(Tier tier) {
    return switch (tier) {
      case Tier.RankedPlaces t ->
          new Frameworks.Tier(t.code(), t.title(), "RANKED_PLACES", t.capped());
      case Tier.AllWhoPass t ->
          new Frameworks.Tier(t.code(), t.title(), "ALL_WHO_PASS", t.capped());
      case Tier.ExistingLocations t ->
          new Frameworks.Tier(t.code(), t.title(), "EXISTING_LOCATIONS", false);
    };
  }

  private String lotsBy() {
    return switch (vehicle.lots()) {
      case Lots.ByZone lots -> "ZONE";
      case Lots.ByCategory lots -> "CATEGORY";
      case Lots.ByZoneAndCategory lots -> "ZONE_AND_CATEGORY";
    };
  }

  private Frameworks.Lot lot(Lot lot) {
    String title =
        Stream.of(zoneTitle(lot.zone()), categoryTitle(lot.category()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    List<Frameworks.Places> places =
        vehicle.tiers().stream()
            .map(tier -> new Frameworks.Places(tier.code(), placesIn(tier, lot.code())))
            .toList();
    return new Frameworks.Lot(lot.code(), lot.zone(), lot.category(), lot.area(), title, places);
  }

  private String zoneTitle(@Nullable String zone) {
    return geography.areas().values().stream()
        .map(area -> area.zones().get(zone))
        .filter(found -> found != null)
        .map(GeographySection.Zone::title)
        .findFirst()
        .orElse("");
  }

  private String categoryTitle(@Nullable String category) {
    Map<String, String> titles = vehicle.lots().categories();
    return category == null ? "" : titles.getOrDefault(category, category);
  }

  private @Nullable Integer placesIn(Tier tier, String lot) {
    MarketModel market = vehicle.market();
    Integer most = market == null ? null : market.mostInLot();
    return switch (tier) {
      case Tier.RankedPlaces t -> most == null ? t.placesIn(lot) : Math.min(most, t.placesIn(lot));
      case Tier.AllWhoPass t -> most;
      case Tier.ExistingLocations t -> null;
    };
  }
}
