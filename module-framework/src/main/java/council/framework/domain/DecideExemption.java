package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;

import council.framework.scheme.DecisionKinds;
import council.framework.scheme.ExemptionKind;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import council.platform.decision.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says until when a location stays out of the transition, and by when it moves after that. */
public final class DecideExemption
    implements DecisionEngine<FrameworkSection, ExemptionFacts, ExemptionResult> {
  @Override
  public String kind() {
    return DecisionKinds.EXEMPTION;
  }

  @Override
  public Class<FrameworkSection> sectionType() {
    return FrameworkSection.class;
  }

  @Override
  public Class<ExemptionFacts> factsType() {
    return ExemptionFacts.class;
  }

  @Override
  public Class<ExemptionResult> resultType() {
    return ExemptionResult.class;
  }

  @Override
  public Decided<ExemptionResult> decide(FrameworkSection section, ExemptionFacts facts) {
    Vehicle vehicle = section.getVehicle(facts.vehicle());
    ExemptionKind kind = vehicle.exemptions().get(facts.kind());
    LocalDate longest = longest(kind, facts.from());
    LocalDate until = facts.until() == null ? longest : facts.until();
    List<Reason> tried =
        List.of(
            kindIsKnown(vehicle, kind, facts),
            hasAnEnd(facts, until),
            keepsItsLength(kind, facts, until, longest));
    boolean allowed = tried.stream().noneMatch(Reason::failed);
    ExemptionResult result =
        allowed && until != null
            ? new ExemptionResult(
                true, until, dueAfter(vehicle, facts, until), remindOn(kind, facts, until))
            : new ExemptionResult(false, null, null, List.of());
    Seen seen =
        Seen.of("location", facts.location())
            .and("kind", facts.kind())
            .and("from", facts.from())
            .and("until", until == null ? "" : until)
            .and("dueAfter", result.dueAfter());
    return new Decided<>(
        result,
        List.of(
            new Reason(Rules.EXEMPTION_HOLDS, path(facts), seen.map(), verdict(allowed), tried)));
  }

  private static String path(ExemptionFacts facts) {
    return FrameworkSection.path(facts.vehicle(), "exemptions." + facts.kind());
  }

  /** Last day up to which one that begins on a day may last. */
  public static @Nullable LocalDate longest(@Nullable ExemptionKind kind, LocalDate from) {
    Integer months = kind == null ? null : kind.longestMonths();
    return months == null ? null : from.plusMonths(months).minusDays(1);
  }

  /**
   * By when the service moves once the exemption is over. The time stands still while it holds: the
   * days that were left on its first day are left after its last. Nobody is given an earlier day
   * than before.
   */
  public static @Nullable LocalDate dueAfter(
      Vehicle vehicle, ExemptionFacts facts, @Nullable LocalDate until) {
    if (until == null) {
      return null;
    }
    LocalDate due = facts.dueBefore();
    if (due == null) {
      var transition = vehicle.transition();
      int months = transition == null ? 0 : transition.months();
      due = vehicle.frameworkStart().plusMonths(months);
    }
    long left = Math.max(0, ChronoUnit.DAYS.between(facts.from(), due));
    LocalDate then = until.plusDays(1).plusDays(left);
    return then.isAfter(due) ? then : due;
  }

  private static List<LocalDate> remindOn(
      @Nullable ExemptionKind kind, ExemptionFacts facts, LocalDate until) {
    var days = new TreeSet<LocalDate>();
    if (kind != null) {
      kind.remindDays().stream()
          .map(until::minusDays)
          .filter(day -> !day.isBefore(facts.from()))
          .forEach(days::add);
    }
    return List.copyOf(days);
  }

  private static Reason kindIsKnown(
      Vehicle vehicle, @Nullable ExemptionKind kind, ExemptionFacts facts) {
    return Reason.of(
        Rules.EXEMPTION_KIND_IS_KNOWN,
        FrameworkSection.path(facts.vehicle(), "exemptions"),
        verdict(kind != null),
        Seen.of("kind", facts.kind()).and("kinds", vehicle.exemptions().keySet()).map());
  }

  private static Reason hasAnEnd(ExemptionFacts facts, @Nullable LocalDate until) {
    boolean ends = until != null && !until.isBefore(facts.from());
    return Reason.of(
        Rules.EXEMPTION_HAS_AN_END,
        "",
        verdict(ends),
        Seen.of("from", facts.from()).and("until", until).map());
  }

  private static Reason keepsItsLength(
      @Nullable ExemptionKind kind,
      ExemptionFacts facts,
      @Nullable LocalDate until,
      @Nullable LocalDate longest) {
    boolean kept = longest == null || until == null || !until.isAfter(longest);
    return Reason.of(
        Rules.EXEMPTION_KEEPS_ITS_LENGTH,
        path(facts) + ".longestMonths",
        verdict(kept),
        Seen.of("from", facts.from())
            .and("until", until)
            .and("months", kind == null ? null : kind.longestMonths())
            .and("longest", longest)
            .map());
  }
}
