package council.framework.domain;

import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundFacts.ScoreFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.Admission;
import council.framework.scheme.Award;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
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
              held));
    }
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
