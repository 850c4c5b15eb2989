package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;

import council.framework.domain.EligibilityFacts.MemberFact;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.MarketModel;
import council.framework.scheme.SuspensionScope;
import council.framework.scheme.Vehicle;
import council.platform.decision.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a suspension of those behind the holder of a place counts, by the market model. */
final class MemberRules {
  private final @Nullable MarketModel market;
  private final String path;
  private final List<MemberFact> members;
  private final List<SuspensionFact> suspensions;

  MemberRules(Vehicle vehicle, EligibilityFacts facts) {
    market = vehicle.market();
    path = FrameworkSection.path(facts.vehicle(), "market");
    members = facts.members() == null ? List.of() : facts.members();
    suspensions = facts.suspensions();
  }

  /** Empty where the scheme has no market model, or nobody stands behind the provider. */
  Optional<Reason> of(String provider, SuspensionScope scope, LocalDate date) {
    List<String> behind =
        members.stream()
            .filter(member -> member.holder().equals(provider) && member.holdsOn(date))
            .map(MemberFact::member)
            .distinct()
            .sorted()
            .toList();
    if (market == null || behind.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        market instanceof MarketModel.Alliance
            ? together(behind, scope, date)
            : Reason.of(
                Rules.ANSWERS_FOR_ITS_MEMBERS,
                path,
                Reason.Verdict.NOTED,
                Seen.of("members", behind.size()).map()));
  }

  /** An alliance holds risk and responsibility together. */
  private Reason together(List<String> behind, SuspensionScope scope, LocalDate date) {
    List<String> suspended =
        behind.stream()
            .filter(member ->
                suspensions.stream()
                    .filter(suspension -> suspension.provider().equals(member))
                    .filter(suspension -> suspension.inForceOn(date))
                    .anyMatch(suspension -> suspension.scope().covers(scope)))
            .toList();
    return Reason.of(
        Rules.NO_MEMBER_IS_SUSPENDED,
        path,
        verdict(suspended.isEmpty()),
        Seen.of("members", behind.size())
            .and("scope", scope)
            .and("date", date)
            .and("suspended", suspended.isEmpty() ? null : suspended)
            .map());
  }
}
