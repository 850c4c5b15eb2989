package council.framework.domain;

import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.ProviderOutcome;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.scheme.Tier;
import council.framework.scheme.Transition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the allocation means for each provider and for the locations of those without success. */
final class Outcomes {
  private static final BigDecimal WEEKS_A_YEAR = BigDecimal.valueOf(52);
  private final Round round;
  private final Map<String, String> bestTier = new HashMap<>();

  Outcomes(Round round, List<Placement> placements) {
    this.round = round;
    for (Tier tier : round.vehicle().tiers().reversed()) {
      placements.stream()
          .filter(p -> p.tier().equals(tier.code()))
          .forEach(p -> bestTier.put(p.provider(), p.tier()));
      round.held().stream()
          .filter(p -> p.tier().equals(tier.code()))
          .forEach(p -> bestTier.put(p.provider(), p.tier()));
    }
  }

  /** By reference. */
  List<ProviderOutcome> list() {
    return answered().stream()
        .map(provider ->
            new ProviderOutcome(
                provider, outcomeOf(provider), round.consortiumOfMember().get(provider)))
        .toList();
  }

  /** Applicants, members of consortia that applied, and whoever delivers services already. */
  private SortedSet<String> answered() {
    SortedSet<String> all = new TreeSet<>(round.applicants());
    all.addAll(round.consortiumOfMember().keySet());
    round.providers().values().stream()
        .filter(ProviderFact::existing)
        .forEach(provider -> all.add(provider.reference()));
    round.locations().forEach(location -> all.add(location.provider()));
    return all;
  }

  /** Whoever holds a place from an earlier round keeps it, whatever this application is worth. */
  String outcomeOf(String provider) {
    String applicant = round.applicantFor(provider);
    String tier = bestTier.get(applicant);
    if (tier != null) {
      return tier;
    }
    return round.isSuccessful(applicant) ? RoundResult.NOT_PLACED : RoundResult.UNSUCCESSFUL;
  }

  /** By location; none where the scheme lets them stay. */
  List<TransitionCase> transitionCases() {
    Transition transition = round.vehicle().transition();
    if (transition == null) {
      return List.of();
    }
    LocalDate due = round.vehicle().frameworkStart().plusMonths(transition.months());
    return round.locations().stream()
        .filter(location -> outcomeOf(location.provider()).equals(RoundResult.UNSUCCESSFUL))
        .map(location -> transitionCase(location, due))
        .toList();
  }

  private TransitionCase transitionCase(LocationFact location, LocalDate due) {
    boolean moves = location.exemption() == null;
    return new TransitionCase(
        location.location(),
        location.provider(),
        location.zone(),
        moves ? due : null,
        location.exemption(),
        moves ? yearlyValue(location) : null);
  }

  private @Nullable BigDecimal yearlyValue(LocationFact location) {
    BigDecimal hours = location.weeklyHours();
    BigDecimal rate = round.vehicle().hourlyRate();
    return hours == null || rate == null
        ? null
        : hours.multiply(WEEKS_A_YEAR).multiply(rate).setScale(2, RoundingMode.HALF_UP);
  }
}
