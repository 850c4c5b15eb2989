package council.framework.spend.store;

import council.framework.api.SpendAuthority;
import council.framework.scheme.Spend;
import council.framework.scheme.SpendLimit;
import council.framework.spend.domain.OpeningRoom;
import council.framework.spend.domain.SpendStanding;
import council.framework.spend.store.SpendTerms.Framework;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.directory.Directory;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens conditional parts and tells how a framework stands. */
@Singleton
final class StoredSpend implements SpendAuthority {
  private final SpendStore store;
  private final SpendTerms terms;
  private final Directory directory;
  private final Audit audit;

  StoredSpend(SpendStore store, SpendTerms terms, Directory directory, Audit audit) {
    this.store = store;
    this.terms = terms;
    this.directory = directory;
    this.audit = audit;
  }

  @Override
  public UUID open(Actor actor, OpenSpend command) {
    var framework = terms.get(command.vehicle(), command.on(), "input.");
    var part = check(command, framework);
    store.lock(actor, command.vehicle());
    checkRoom(command, framework, part);
    var id = Ids.next();
    var kept = withPence(command);
    store.insert(id, kept);
    audit.record(
        actor,
        new Change(
            "SpendOpening",
            id,
            kept.amount().signum() > 0 ? "ConditionalSpendOpened" : "ConditionalSpendTakenBack",
            null,
            kept,
            kept.reason(),
            null));
    return id;
  }

  private SpendLimit.Conditional check(OpenSpend command, Framework framework) {
    var problems = new Problems();
    SpendTerms.checkAmount(command.amount(), problems);
    terms.checkDay(framework, command.on(), problems);
    var part = findPart(framework.vehicle().spend(), command.limit());
    if (part.isEmpty()) {
      problems.add(
          "NOT_CONDITIONAL",
          "input.limit",
          command.limit(),
          "one of "
              + String.join(
                  ", ", conditional(framework.vehicle().spend()).map(SpendLimit::code).toList()),
          "The framework %s has no conditional part %s."
              .formatted(command.vehicle(), command.limit()));
    }
    SpendTexts.check(problems, "input.evidence", command.evidence(), SpendTexts.LONGEST_REASON);
    SpendTexts.check(problems, "input.reason", command.reason(), SpendTexts.LONGEST_REASON);
    problems.throwIfAny();
    return part.orElseThrow();
  }

  private static Optional<SpendLimit.Conditional> findPart(@Nullable Spend spend, String code) {
    return conditional(spend).filter(part -> part.code().equals(code)).findFirst();
  }

  private static Stream<SpendLimit.Conditional> conditional(@Nullable Spend spend) {
    return spend == null
        ? Stream.of()
        : spend.limits().stream()
            .filter(SpendLimit.Conditional.class::isInstance)
            .map(SpendLimit.Conditional.class::cast);
  }

  private void checkRoom(OpenSpend command, Framework framework, SpendLimit.Conditional part) {
    var room =
        OpeningRoom.of(
            Objects.requireNonNull(framework.vehicle().spend()),
            part,
            store.listOpenings(command.vehicle(), framework.term()),
            store.committed(command.vehicle(), framework.term()),
            command.on());
    var problems = new Problems();
    if (command.amount().compareTo(room.left()) > 0) {
      problems.add(
          "NOT_LEFT",
          "input.amount",
          command.amount().toPlainString(),
          "at most " + room.left().toPlainString(),
          "Of %s only %s are left to be opened."
              .formatted(part.code(), room.left().toPlainString()));
    }
    if (command.amount().negate().compareTo(room.free()) > 0) {
      problems.add(
          "COMMITTED_ALREADY",
          "input.amount",
          command.amount().toPlainString(),
          "at least " + room.free().negate().toPlainString(),
          "Of %s only %s are open without being committed."
              .formatted(part.code(), room.free().toPlainString()));
    }
    problems.throwIfAny();
  }

  private static OpenSpend withPence(OpenSpend c) {
    return new OpenSpend(
        c.vehicle(), c.limit(), SpendTerms.pounds(c.amount()), c.on(), c.evidence(), c.reason());
  }

  @Override
  public Position position(Actor actor, String vehicle, LocalDate on) {
    var framework = terms.get(vehicle, on, "");
    var standing =
        SpendStanding.of(
            framework.vehicle().spend(),
            store.listLines(vehicle, framework.term(), on),
            store.listOpenings(vehicle, framework.term()),
            on);
    List<String> references = standing.providers().stream().map(SpendStanding.Share::code).toList();
    var names =
        directory.findProvidersByReference(actor, Set.copyOf(references)).values().stream()
            .collect(Collectors.toMap(Provider::reference, Provider::name));
    return new Position(vehicle, on, framework.scheme().id(), standing, names);
  }
}
