package council.framework.graphql;

import static council.framework.store.generated.Tables.CAPACITY;
import static council.graphql.spi.ReadType.OrderKey.asc;

import council.framework.api.MarketView;
import council.framework.api.MarketView.RecordCapacity;
import council.framework.market.domain.Interval;
import council.framework.market.domain.Market;
import council.framework.market.domain.MarketPart;
import council.framework.market.domain.Measure;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the market of a framework is shared. */
@Singleton
final class MarketGraphql implements ApiPart {
  private final MarketView markets;
  private final Clock clock;

  MarketGraphql(MarketView markets, Clock clock) {
    this.markets = markets;
    this.clock = clock;
  }

  @Override
  public void declare(Contributions c) {
    c.query("marketView", this::view);
    c.query("marketHistory", this::history);
    c.query("marketLines", this::lines);
    c.read("Capacity", CAPACITY)
        .column("location", CAPACITY.LOCATION_REFERENCE)
        .column("from", CAPACITY.VALID_FROM)
        .column("people", CAPACITY.PEOPLE)
        .column("revision", CAPACITY.REVISION)
        .filter("location", CAPACITY.LOCATION_REFERENCE)
        .order("LOCATION_ASC", List.of(asc(CAPACITY.LOCATION_REFERENCE), asc(CAPACITY.VALID_FROM)));
    c.rootConnection("capacities", "Capacity");
    c.mutation(
        "recordCapacity",
        RecordCapacity.class,
        (actor, input) ->
            Outcome.node("capacity", "Capacity", markets.recordCapacity(actor, input)));
  }

  private View view(Actor actor, Arguments arguments) {
    String vehicle = arguments.get("vehicle", String.class);
    return view(vehicle, markets.view(actor, vehicle, on(arguments)));
  }

  private List<View> history(Actor actor, Arguments arguments) {
    String vehicle = arguments.get("vehicle", String.class);
    return markets
        .history(
            actor,
            vehicle,
            arguments.get("from", LocalDate.class),
            arguments.get("until", LocalDate.class),
            Interval.valueOf(arguments.get("every", String.class)))
        .stream()
        .map(market -> view(vehicle, market))
        .toList();
  }

  private Lines lines(Actor actor, Arguments arguments) {
    return new Lines(
        markets.viewAll(actor, on(arguments)).stream()
            .flatMap(of -> parts(of.market()).flatMap(part -> lines(of, part)))
            .toList());
  }

  private static Stream<MarketPart> parts(Market market) {
    return Stream.of(List.of(market.all()), market.areas(), market.zones()).flatMap(List::stream);
  }

  private static Stream<Line> lines(MarketView.VehicleMarket of, MarketPart part) {
    return part.providers().stream()
        .map(line ->
            new Line(of.vehicle(), of.market().on(), part.kind(), part.code(), share(line)));
  }

  private LocalDate on(Arguments arguments) {
    return arguments.find("on", LocalDate.class).orElseGet(() -> LocalDate.now(clock));
  }

  private static View view(String vehicle, Market market) {
    return new View(
        vehicle,
        market.on(),
        part(market.all()),
        market.areas().stream().map(MarketGraphql::part).toList(),
        market.zones().stream().map(MarketGraphql::part).toList());
  }

  private static Part part(MarketPart part) {
    return new Part(
        part.kind(),
        part.code(),
        totals(part.all()),
        totals(part.framework()),
        part.housing(),
        standing(part.standing()),
        part.providers().stream().map(MarketGraphql::share).toList());
  }

  private static Totals totals(MarketPart.Totals totals) {
    return new Totals(
        totals.providers(),
        totals.locations(),
        totals.people(),
        totals.unknownPeople(),
        totals.weeklyHours(),
        totals.unknownHours(),
        totals.yearlyValue(),
        measured(totals.concentration()));
  }

  private static Standing standing(MarketPart.Standing standing) {
    return new Standing(
        standing.inForce().entrySet().stream()
            .map(tier -> new TierCount(tier.getKey(), tier.getValue()))
            .toList(),
        standing.holders(),
        standing.suspended(),
        standing.ended());
  }

  private static Share share(MarketPart.Line line) {
    return new Share(
        line.provider(),
        line.onFramework(),
        line.locations(),
        line.people(),
        line.weeklyHours(),
        line.yearlyValue(),
        measured(line.ofAll()),
        measured(line.ofFramework()));
  }

  private static Measured measured(Map<Measure, BigDecimal> byMeasure) {
    return new Measured(
        byMeasure.get(Measure.PEOPLE),
        byMeasure.get(Measure.WEEKLY_HOURS),
        byMeasure.get(Measure.YEARLY_VALUE));
  }

  /** The SDL type MarketView. */
  record View(String vehicle, LocalDate on, Part all, List<Part> areas, List<Part> zones) {}

  /** The SDL type MarketPart. */
  record Part(
      MarketPart.Kind kind,
      @Nullable String code,
      Totals all,
      Totals framework,
      MarketPart.Housing housing,
      Standing standing,
      List<Share> providers) {}

  /** The SDL type MarketTotals. */
  record Totals(
      int providers,
      int locations,
      long people,
      int unknownPeople,
      BigDecimal weeklyHours,
      int unknownHours,
      @Nullable BigDecimal yearlyValue,
      Measured concentration) {}

  /** The SDL types MarketConcentration and MarketPercent. */
  record Measured(
      @Nullable BigDecimal people,
      @Nullable BigDecimal weeklyHours,
      @Nullable BigDecimal yearlyValue) {}

  /** The SDL type MarketStanding. */
  record Standing(List<TierCount> inForce, int holders, int suspended, int ended) {}

  /** The SDL type MarketTierCount. */
  record TierCount(String tier, int providers) {}

  /** The SDL type MarketShare. */
  record Share(
      String provider,
      boolean onFramework,
      int locations,
      long people,
      BigDecimal weeklyHours,
      @Nullable BigDecimal yearlyValue,
      Measured ofAll,
      Measured ofFramework) {}

  /** The SDL type MarketLines. */
  record Lines(List<Line> nodes) {}

  /** The SDL type MarketLine. */
  record Line(
      String vehicle, LocalDate on, MarketPart.Kind kind, @Nullable String code, Share share) {}
}
