package council.framework.domain;

import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.OfferFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundFacts.RoundChecks;
import council.framework.domain.RoundFacts.ScoreFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.Admission;
import council.framework.scheme.Award;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.CheckSource;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.CriterionSource.Formula;
import council.framework.scheme.DueDiligence;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Tier;
import council.framework.scheme.Transition;
import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rounds made from a seed: few different scores, so many ties. */
final class RandomRounds {
  static final String VEHICLE = "V";

  /**
   * How large a round is.
   *
   * @param scoreSteps different scores for a criterion; the fewer, the more ties
   */
  record Size(int providers, int areas, int zonesPerArea, int places, int scoreSteps) {}

  record RandomRound(FrameworkSection section, RoundFacts facts) {
    Vehicle vehicle() {
      return section.vehicles().values().iterator().next();
    }

    RandomRound with(CapPolicy policy) {
      return with(Vehicles.with(vehicle(), policy));
    }

    RandomRound with(Vehicle vehicle) {
      return new RandomRound(new FrameworkSection(Map.of(VEHICLE, vehicle)), facts);
    }

    RandomRound holding(List<HeldPlace> held) {
      return new RandomRound(
          section,
          new RoundFacts(
              facts.vehicle(),
              facts.zones(),
              facts.providers(),
              facts.applications(),
              facts.locations(),
              held,
              facts.checks()));
    }

    /** With prices and shares of the market that give a part of the score, some of them missing. */
    RandomRound priced(long seed) {
      Random random = new Random(seed);
      Vehicle priced = Vehicles.withCriteria(vehicle(), PRICED.get((int) (seed % PRICED.size())));
      List<ApplicationFact> applications =
          facts.applications().stream().map(one -> offering(random, one)).toList();
      return new RandomRound(
          new FrameworkSection(Map.of(VEHICLE, priced)),
          new RoundFacts(
              facts.vehicle(),
              facts.zones(),
              facts.providers(),
              applications,
              facts.locations(),
              facts.held(),
              facts.checks()));
    }

    /** With two checks without which nobody is ranked, and a third that nobody asks for. */
    RandomRound checked(long seed) {
      Random random = new Random(seed);
      LocalDate day = LocalDate.of(2015, 3, 1);
      List<CheckFact> answers = new ArrayList<>();
      for (ProviderFact provider : facts.providers()) {
        for (String check : List.of("CODE", "WAGE", "OTHER")) {
          if (random.nextInt(6) > 0) {
            answers.add(
                new CheckFact(
                    provider.reference(),
                    check,
                    "Yes",
                    random.nextInt(8) > 0,
                    day.minusDays(random.nextInt(3)),
                    random.nextBoolean() ? null : day.plusDays(random.nextInt(4))));
          }
        }
      }
      Map<String, DueDiligence> checks = new HashMap<>();
      for (String check : List.of("CODE", "WAGE", "OTHER")) {
        checks.put(
            check,
            new DueDiligence(
                check, null, List.of(), !check.equals("OTHER"), List.of(), CheckSource.RECORD));
      }
      return new RandomRound(
          new FrameworkSection(Map.of(VEHICLE, Vehicles.withDueDiligence(vehicle(), checks))),
          new RoundFacts(
              facts.vehicle(),
              facts.zones(),
              facts.providers(),
              facts.applications(),
              facts.locations(),
              facts.held(),
              new RoundChecks(day, answers)));
    }
  }

  private static final List<List<Criterion>> PRICED =
      List.of(
          List.of(
              scored("QUALITY", 35, 7, CriterionScope.FRAMEWORK),
              scored("LOCAL", 15, 6, CriterionScope.ZONE),
              worked("COST", 50, 50, new CriterionSource.Price(Formula.LOWEST_OVER_PRICE))),
          List.of(
              scored("QUALITY", 30, 7, CriterionScope.FRAMEWORK),
              scored("LOCAL", 20, 6, CriterionScope.ZONE),
              worked("COST", 50, 9, new CriterionSource.Price(Formula.LINEAR))),
          List.of(
              scored("QUALITY", 10, 7, CriterionScope.FRAMEWORK),
              scored("LOCAL", 10, 6, CriterionScope.ZONE),
              worked("COST", 70, 7, new CriterionSource.Price(Formula.LOWEST_OVER_PRICE)),
              worked("SHARE", 10, 3, new CriterionSource.MarketShare(true))),
          List.of(
              scored("QUALITY", 40, 7, CriterionScope.FRAMEWORK),
              scored("LOCAL", 40, 6, CriterionScope.ZONE),
              worked("SHARE", 20, 11, new CriterionSource.MarketShare(false))));

  private static Criterion scored(String code, int weight, int maximum, CriterionScope scope) {
    return new Criterion(code, code, weight, new BigDecimal(maximum), null, scope);
  }

  private static Criterion worked(String code, int weight, int maximum, CriterionSource source) {
    return new Criterion(
        code, code, weight, new BigDecimal(maximum), BigDecimal.ONE, CriterionScope.ZONE, source);
  }

  private static ApplicationFact offering(Random random, ApplicationFact application) {
    List<OfferFact> offers = new ArrayList<>();
    for (String zone : application.zones()) {
      if (random.nextInt(10) > 0) {
        BigDecimal price =
            new BigDecimal("13.37").add(BigDecimal.valueOf(random.nextInt(4) * 377, 3));
        BigDecimal share = BigDecimal.valueOf(random.nextInt(4) * 333_333, 4);
        offers.add(
            new OfferFact(
                zone,
                random.nextInt(10) == 0 ? null : price,
                random.nextInt(10) == 0 ? null : share));
      }
    }
    return new ApplicationFact(
        application.provider(),
        application.submittedAt(),
        application.areaPreference(),
        application.zones(),
        application.scores(),
        offers);
  }

  private RandomRounds() {}

  static RandomRound of(long seed, Size size) {
    Random random = new Random(seed);
    List<ZoneFact> zones = new ArrayList<>();
    for (int zone = 0; zone < size.areas() * size.zonesPerArea(); zone++) {
      zones.add(new ZoneFact("Z%03d".formatted(zone), "A" + zone % size.areas()));
    }
    List<ProviderFact> providers = new ArrayList<>();
    List<ApplicationFact> applications = new ArrayList<>();
    List<LocationFact> locations = new ArrayList<>();
    Vehicle vehicle = vehicle(random, size, zones);
    for (int p = 0; p < size.providers(); p++) {
      String reference = "P%03d".formatted(p);
      providers.add(new ProviderFact(reference, random.nextBoolean(), List.of()));
      if (random.nextInt(8) > 0) {
        applications.add(application(random, size, vehicle, reference, zones));
      }
      for (int l = random.nextInt(3); l > 0; l--) {
        String zone = zones.get(random.nextInt(zones.size())).zone();
        locations.add(
            new LocationFact(
                "L" + locations.size(),
                reference,
                zone,
                random.nextInt(5) == 0 ? "Complex needs" : null,
                null));
      }
    }
    Collections.shuffle(applications, random);
    return new RandomRound(
        new FrameworkSection(Map.of(VEHICLE, vehicle)),
        new RoundFacts(VEHICLE, zones, providers, applications, locations));
  }

  private static Vehicle vehicle(Random random, Size size, List<ZoneFact> zones) {
    Map<String, Integer> exceptions = new HashMap<>();
    zones.stream()
        .filter(zone -> random.nextInt(4) == 0)
        .forEach(zone -> exceptions.put(zone.zone(), random.nextInt(size.places() + 2)));
    return new Vehicle(
        "Random",
        LocalDate.of(2015, 6, 1),
        null,
        List.of(),
        List.of(
            new Criterion(
                "QUALITY",
                "Quality",
                55,
                new BigDecimal(7),
                new BigDecimal(1),
                CriterionScope.FRAMEWORK),
            new Criterion("PRICE", "Price", 15, new BigDecimal(9), null, CriterionScope.FRAMEWORK),
            new Criterion("LOCAL", "Local", 30, new BigDecimal(6), null, CriterionScope.ZONE)),
        new BigDecimal(40),
        List.of(
            new Tier.RankedPlaces("TIER1", "Tier 1", size.places(), exceptions, true),
            new Tier.ExistingLocations("TIER2", "Tier 2")),
        2,
        null,
        CapPolicy.HIGHEST_SCORE_FIRST,
        tieBreakers(random),
        false,
        new Transition(18, List.of()),
        Map.of(),
        new Award(10),
        new Admission.Round(),
        null);
  }

  private static List<String> tieBreakers(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> List.of();
      case 1 -> List.of("criterion:LOCAL", "submittedAt", "reference");
      case 2 -> List.of("submittedAt");
      case 3 -> List.of("existing", "submittedAt");
      case 4 -> List.of("existingLocations", "existing", "reference");
      default -> List.of("criterion:QUALITY", "criterion:LOCAL", "submittedAt", "reference");
    };
  }

  private static ApplicationFact application(
      Random random, Size size, Vehicle vehicle, String reference, List<ZoneFact> zones) {
    List<String> wanted = new ArrayList<>();
    List<ScoreFact> scores = new ArrayList<>();
    scores.add(new ScoreFact("QUALITY", null, score(random, size, 7)));
    scores.add(new ScoreFact("PRICE", null, score(random, size, 9)));
    int most = Math.min(zones.size(), 10);
    List<ZoneFact> shuffled = new ArrayList<>(zones);
    Collections.shuffle(shuffled, random);
    shuffled.subList(0, 1 + random.nextInt(most)).stream()
        .map(ZoneFact::zone)
        .forEach(zone -> {
          wanted.add(zone);
          scores.add(new ScoreFact("LOCAL", zone, score(random, size, 6)));
        });
    Collections.shuffle(scores, random);
    return new ApplicationFact(
        reference,
        Instant.parse("2015-02-01T00:00:00Z").plusSeconds(3600L * random.nextInt(3)),
        preference(random, size),
        wanted,
        scores);
  }

  private static BigDecimal score(Random random, Size size, int maximum) {
    return BigDecimal.valueOf(Math.max(0, maximum - random.nextInt(size.scoreSteps())));
  }

  private static List<String> preference(Random random, Size size) {
    List<String> areas = new ArrayList<>();
    for (int area = 0; area < size.areas(); area++) {
      areas.add("A" + area);
    }
    Collections.shuffle(areas, random);
    return areas.subList(0, random.nextInt(size.areas() + 1));
  }
}
