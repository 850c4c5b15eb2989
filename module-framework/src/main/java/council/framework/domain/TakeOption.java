package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;

import council.framework.domain.OptionFacts.Taken;
import council.framework.scheme.DecisionKinds;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Term;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import council.platform.decision.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an option can be taken: it is the next of the scheme, and the framework has not
 * ended by then (LAN-FW-02). What the option depends on is shown by evidence and judged by people
 * (LAN-FW-03).
 */
public final class TakeOption
    implements DecisionEngine<FrameworkSection, OptionFacts, OptionResult> {
  @Override
  public String kind() {
    return DecisionKinds.OPTION;
  }

  @Override
  public Class<FrameworkSection> sectionType() {
    return FrameworkSection.class;
  }

  @Override
  public Class<OptionFacts> factsType() {
    return OptionFacts.class;
  }

  @Override
  public Class<OptionResult> resultType() {
    return OptionResult.class;
  }

  /** One tree of reasons. */
  @Override
  public Decided<OptionResult> decide(FrameworkSection section, OptionFacts facts) {
    Vehicle vehicle = section.getVehicle(facts.vehicle());
    LocalDate end = FrameworkEnd.of(vehicle.frameworkEnd(), facts.taken());
    Optional<Term.Option> next = findNext(vehicle, facts.taken());
    List<Reason> tried = new ArrayList<>();
    tried.add(isNext(facts, next.orElse(null)));
    tried.add(isBeforeTheEnd(facts, end));
    next.filter(option -> option.code().equals(facts.option()))
        .ifPresent(option -> tell(facts, option, end, tried));
    boolean possible = tried.stream().noneMatch(Reason::failed);
    LocalDate after =
        possible
            ? FrameworkEnd.extended(Objects.requireNonNull(end), next.orElseThrow().months())
            : null;
    Reason tree =
        new Reason(
            Rules.OPTION_CAN_BE_TAKEN,
            path(facts, "term.options"),
            Seen.of("option", facts.option())
                .and("on", facts.on())
                .and("endBefore", end)
                .and("endAfter", after)
                .map(),
            verdict(possible),
            tried);
    return new Decided<>(new OptionResult(facts.option(), possible, end, after), List.of(tree));
  }

  private static Optional<Term.Option> findNext(Vehicle vehicle, List<Taken> taken) {
    Term term = vehicle.term();
    return term == null
        ? Optional.empty()
        : term.options().stream()
            .filter(option -> taken.stream().noneMatch(t -> t.option().equals(option.code())))
            .findFirst();
  }

  private static Reason isNext(OptionFacts facts, Term.@Nullable Option next) {
    boolean isNext = next != null && next.code().equals(facts.option());
    return Reason.of(
        Rules.IS_THE_NEXT_OPTION,
        path(facts, "term.options"),
        verdict(isNext),
        Seen.of("option", facts.option())
            .and("next", next == null ? null : next.code())
            .and("taken", facts.taken().stream().map(Taken::option).toList())
            .map());
  }

  private static Reason isBeforeTheEnd(OptionFacts facts, @Nullable LocalDate end) {
    return Reason.of(
        Rules.IS_TAKEN_BEFORE_THE_END,
        path(facts, "frameworkEnd"),
        verdict(end != null && !facts.on().isAfter(end)),
        Seen.of("on", facts.on()).and("frameworkEnd", end).map());
  }

  private static void tell(
      OptionFacts facts, Term.Option option, @Nullable LocalDate end, List<Reason> tried) {
    if (option.condition() != null) {
      tried.add(
          Reason.of(
              Rules.CONDITION_IS_JUDGED,
              path(facts, "term.options"),
              Reason.Verdict.NOTED,
              Seen.of("condition", option.condition()).map()));
    }
    if (end != null) {
      tried.add(
          Reason.of(
              Rules.LASTS_LONGER,
              path(facts, "term.options"),
              Reason.Verdict.NOTED,
              Seen.of("months", option.months())
                  .and("end", FrameworkEnd.extended(end, option.months()))
                  .map()));
    }
  }

  private static String path(OptionFacts facts, String rest) {
    return FrameworkSection.path(facts.vehicle(), rest);
  }
}
