package council.framework.market.domain;

import council.framework.market.domain.MarketFacts.LocationPeriod;
import council.framework.market.domain.MarketPart.Totals;
import council.platform.money.Allocation;
import council.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each of several providers has, by reference, in exact figures. */
final class Holdings {
  private static final BigDecimal WEEKS_A_YEAR = BigDecimal.valueOf(52);
  private static final BigDecimal HUNDRED = new BigDecimal("100.00");
  private static final int PENCE = 2;

  private final SortedMap<String, Holding> byProvider;

  private Holdings(SortedMap<String, Holding> byProvider) {
    this.byProvider = byProvider;
  }

  /** What one provider has. */
  static final class Holding {
    private int locations;
    private long people;
    private int unknownPeople;
    private BigDecimal hours = BigDecimal.ZERO;
    private int unknownHours;
    private BigDecimal value = BigDecimal.ZERO;
    private boolean valued;

    private void add(LocationPeriod location, @Nullable BigDecimal frameworkRate) {
      locations++;
      if (location.people() == null) {
        unknownPeople++;
      } else {
        people += location.people();
      }
      BigDecimal weekly = location.weeklyHours();
      if (weekly == null) {
        unknownHours++;
        return;
      }
      hours = hours.add(weekly);
      BigDecimal rate = location.hourlyRate() == null ? frameworkRate : location.hourlyRate();
      if (rate != null) {
        valued = true;
        value =
            value.add(
                weekly.multiply(WEEKS_A_YEAR).multiply(rate).setScale(PENCE, RoundingMode.HALF_UP));
      }
    }

    int locations() {
      return locations;
    }

    long people() {
      return people;
    }

    BigDecimal hours() {
      return hours;
    }

    @Nullable BigDecimal value() {
      return valued ? value : null;
    }

    BigDecimal amount(Measure measure) {
      return switch (measure) {
        case PEOPLE -> BigDecimal.valueOf(people);
        case WEEKLY_HOURS -> hours;
        case YEARLY_VALUE -> value;
      };
    }
  }

  static Holdings of(List<LocationPeriod> locations, @Nullable BigDecimal frameworkRate) {
    SortedMap<String, Holding> byProvider = new TreeMap<>();
    for (LocationPeriod location : locations) {
      byProvider
          .computeIfAbsent(location.provider(), _ -> new Holding())
          .add(location, frameworkRate);
    }
    return new Holdings(byProvider);
  }

  Holdings only(Collection<String> providers) {
    SortedMap<String, Holding> some = new TreeMap<>(byProvider);
    some.keySet().retainAll(providers);
    return new Holdings(some);
  }

  SortedMap<String, Holding> byProvider() {
    return byProvider;
  }

  Totals totals() {
    Map<Measure, BigDecimal> concentration = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      Concentration.of(amounts(measure)).ifPresent(index -> concentration.put(measure, index));
    }
    Collection<Holding> all = byProvider.values();
    boolean valued = all.stream().anyMatch(holding -> holding.valued);
    return new Totals(
        all.size(),
        all.stream().mapToInt(holding -> holding.locations).sum(),
        all.stream().mapToLong(holding -> holding.people).sum(),
        all.stream().mapToInt(holding -> holding.unknownPeople).sum(),
        sum(Measure.WEEKLY_HOURS),
        all.stream().mapToInt(holding -> holding.unknownHours).sum(),
        valued ? sum(Measure.YEARLY_VALUE) : null,
        concentration);
  }

  private List<BigDecimal> amounts(Measure measure) {
    return byProvider.values().stream().map(holding -> holding.amount(measure)).toList();
  }

  private BigDecimal sum(Measure measure) {
    return amounts(measure).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Printed shares by provider; they add up to 100.00 by largest remainder. */
  Map<String, Map<Measure, BigDecimal>> shares() {
    Map<String, Map<Measure, BigDecimal>> shares = new TreeMap<>();
    List<String> providers = new ArrayList<>(byProvider.keySet());
    providers.forEach(provider -> shares.put(provider, new EnumMap<>(Measure.class)));
    for (Measure measure : Measure.values()) {
      if (sum(measure).signum() > 0) {
        List<Money> parts = Allocation.byWeights(new Money(HUNDRED), amounts(measure));
        for (int i = 0; i < providers.size(); i++) {
          shares.get(providers.get(i)).put(measure, parts.get(i).amount());
        }
      }
    }
    return shares;
  }
}
