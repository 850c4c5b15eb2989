package council.framework.spend.store;

import council.framework.FrameworkModule;
import council.framework.api.Commitments;
import council.framework.scheme.Lot;
import council.framework.scheme.Lots;
import council.framework.spend.domain.CommitmentFacts;
import council.framework.spend.domain.CommitmentResult;
import council.framework.spend.domain.CommitmentResult.Verdict;
import council.framework.spend.domain.LimitUse;
import council.framework.spend.domain.SpendReasonTexts;
import council.framework.spend.domain.SpendRules;
import council.framework.spend.store.SpendTerms.Framework;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.decision.Decisions;
import council.platform.decision.Reason;
import council.platform.directory.Directory;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.money.Gbp;
import council.platform.money.Money;
import council.platform.problem.Problems;
import council.platform.scheme.GeographySection;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what is committed and keeps it. */
@Singleton
final class StoredCommitments implements Commitments {
  private static final String OVERRIDE = "framework.spend.override";

  private final SpendStore store;
  private final SpendTerms terms;
  private final Directory directory;
  private final Decisions decisions;
  private final Audit audit;

  StoredCommitments(
      SpendStore store, SpendTerms terms, Directory directory, Decisions decisions, Audit audit) {
    this.store = store;
    this.terms = terms;
    this.directory = directory;
    this.decisions = decisions;
    this.audit = audit;
  }

  @Override
  public Committed commit(Actor actor, Commit command) {
    if ((command.source() == Source.BY_HAND) != (command.sourceId() == null)) {
      throw new IllegalArgumentException("Expected a source id for " + command.source());
    }
    var framework = terms.get(command.vehicle(), command.on(), "input.");
    var provider = directory.findProvidersByReference(actor, Set.of(command.provider()));
    check(actor, command, framework, provider.get(command.provider()));
    return keep(
        actor,
        withPence(command),
        framework,
        Objects.requireNonNull(provider.get(command.provider())).id().value());
  }

  private static Commit withPence(Commit c) {
    return new Commit(
        c.vehicle(),
        c.lot(),
        c.provider(),
        c.funder(),
        SpendTerms.pounds(c.amount()),
        c.on(),
        c.source(),
        c.sourceId(),
        c.what(),
        c.override());
  }

  private Committed keep(Actor actor, Commit command, Framework framework, UUID provider) {
    store.lock(actor, command.vehicle());
    var id = Ids.next();
    var decision =
        decisions.decide(
            actor,
            FrameworkModule.CHECK_COMMITMENT,
            framework.scheme(),
            factsOf(command, framework),
            "Commitment",
            id,
            null);
    var result = decision.decided().result();
    checkAllowed(command, framework, result);
    boolean passed = result.verdict() == Verdict.PASSED;
    String override = passed ? command.override() : null;
    store.insert(id, command, provider, decision.id(), override);
    tell(actor, new Kept(id, command, provider, decision.id()), override, result);
    return new Committed(id, decision.id(), warnings(decision.decided().reasons()));
  }

  private CommitmentFacts factsOf(Commit command, Framework framework) {
    var term = framework.term();
    return new CommitmentFacts(
        command.vehicle(),
        command.on(),
        command.provider(),
        command.lot(),
        council.framework.spend.domain.Funder.valueOf(command.funder().name()),
        command.amount(),
        store.committed(command.vehicle(), term),
        command.amount().signum() < 0 ? store.held(command, term) : null,
        store.listOpenings(command.vehicle(), term),
        command.override(),
        framework.extendedTo());
  }

  private void check(
      Actor actor, Commit command, Framework framework, @Nullable Provider provider) {
    var problems = new Problems();
    SpendTerms.checkAmount(command.amount(), problems);
    terms.checkDay(framework, command.on(), problems);
    checkLot(command, framework, problems);
    if (provider == null || !store.hasPlace(command.vehicle(), command.provider())) {
      problems.add(
          "NOT_ON_FRAMEWORK",
          "input.provider",
          command.provider(),
          "a provider that holds a place on " + command.vehicle(),
          "The provider %s holds no place on the framework %s."
              .formatted(command.provider(), command.vehicle()));
    }
    SpendTexts.check(problems, "input.what", command.what(), SpendTexts.LONGEST_PURPOSE);
    checkOverride(actor, command.override(), problems);
    problems.throwIfAny();
  }

  private static void checkLot(Commit command, Framework framework, Problems problems) {
    var lot = command.lot();
    if (lot == null) {
      return;
    }
    var lots =
        framework
            .scheme()
            .findSection(GeographySection.class)
            .map(geography -> Lots.of(framework.vehicle(), geography))
            .orElse(List.of())
            .stream()
            .map(Lot::code)
            .toList();
    if (!lots.contains(lot)) {
      problems.add(
          "UNKNOWN_LOT",
          "input.lot",
          lot,
          "one of " + String.join(", ", lots),
          "The framework %s has no lot %s.".formatted(command.vehicle(), lot));
    }
  }

  private static void checkOverride(Actor actor, @Nullable String override, Problems problems) {
    if (override == null) {
      return;
    }
    SpendTexts.check(problems, "input.override", override, SpendTexts.LONGEST_REASON);
    if (!actor.may(OVERRIDE)) {
      problems.add(
          "OVERRIDE_NOT_ALLOWED",
          "input.override",
          "Letting a commitment pass a limit needs the permission " + OVERRIDE + ".");
    }
  }

  private static void checkAllowed(Commit command, Framework framework, CommitmentResult result) {
    var problems = new Problems();
    result.limits().stream()
        .filter(use -> use.verdict() == Verdict.STOPPED)
        .forEach(use ->
            problems.add(
                "LIMIT_REACHED",
                "input.amount",
                command.amount().toPlainString(),
                "at most "
                    + use.leftBefore().max(BigDecimal.ZERO).toPlainString()
                    + ", or an override",
                "The limit %s of %s is %s: %s are used, %s are left, and %s would pass it."
                    .formatted(
                        String.join(" + ", use.limits()),
                        framework.code(),
                        pounds(use.amount()),
                        pounds(use.usedBefore()),
                        pounds(use.leftBefore()),
                        pounds(command.amount()))));
    if (problems.none() && result.isStopped()) {
      problems.add(
          "GIVES_BACK_TOO_MUCH",
          "input.amount",
          command.amount().toPlainString(),
          "at most what is committed with the provider for the same lot by the same payer",
          "There are not %s committed with %s that could be given back."
              .formatted(pounds(command.amount().negate()), command.provider()));
    }
    problems.throwIfAny();
  }

  private static String pounds(BigDecimal amount) {
    return Gbp.format(new Money(amount));
  }

  /** What the audit keeps of a commitment. */
  record Kept(UUID commitment, Commit command, UUID provider, UUID decision) {}

  /** What the audit keeps of a warning. */
  record Warned(String vehicle, LimitUse limit) {}

  /** No provider sees these rows of the audit: they tell limits and the council's reasons. */
  private void tell(Actor actor, Kept kept, @Nullable String override, CommitmentResult result) {
    var recorded =
        new Change(
            "Commitment", kept.commitment(), "CommitmentRecorded", null, kept, override, null);
    var warned =
        result.limits().stream()
            .filter(use -> !use.reached().isEmpty())
            .map(use ->
                new Change(
                    "Commitment",
                    kept.commitment(),
                    "SpendLimitWarned",
                    null,
                    new Warned(kept.command().vehicle(), use),
                    null,
                    null));
    List<Change> changes = new ArrayList<>(List.of(recorded));
    warned.forEach(changes::add);
    audit.recordAll(actor, changes);
  }

  private static List<String> warnings(List<Reason> reasons) {
    return all(reasons)
        .filter(reason ->
            reason.rule().equals(SpendRules.REACHES_WARNING)
                || reason.rule().equals(SpendRules.IS_OVERRIDDEN))
        .flatMap(reason -> SpendReasonTexts.findSentence(reason).stream())
        .toList();
  }

  private static Stream<Reason> all(List<Reason> reasons) {
    return reasons.stream()
        .flatMap(reason -> Stream.concat(Stream.of(reason), all(reason.because())));
  }
}
