package council.framework.store;

import council.framework.api.DueDiligenceRecords;
import council.framework.scheme.CheckSource;
import council.framework.scheme.DueDiligence;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.directory.CqcRating;
import council.platform.directory.Directory;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.TextRule;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps answers to checks. */
@Singleton
final class StoredDueDiligence implements DueDiligenceRecords {
  private static final int LONGEST_ANSWER = 60;
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private final DueDiligenceStore store;
  private final Schemes schemes;
  private final Directory directory;
  private final Audit audit;
  private final Clock clock;

  StoredDueDiligence(
      DueDiligenceStore store, Schemes schemes, Directory directory, Audit audit, Clock clock) {
    this.store = store;
    this.schemes = schemes;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * As the audit tells it.
   *
   * @param until first day on which it does not hold any more
   */
  private record Told(RecordDueDiligence answer, boolean passed, @Nullable LocalDate until) {}

  @Override
  public UUID record(Actor actor, RecordDueDiligence command) {
    Problems problems = new Problems();
    DueDiligence check = findCheck(command, problems);
    Provider provider =
        directory
            .findProvidersByReference(actor, Set.of(command.provider()))
            .get(command.provider());
    if (provider == null) {
      problems.add(
          "UNKNOWN_PROVIDER",
          "input.provider",
          TextRule.shown(command.provider()),
          "the reference of a provider",
          "There is no such provider.");
    }
    checkDay(command.on(), problems);
    if (check != null) {
      checkAnswer(command.answer(), check, problems);
    }
    Texts.check(problems, "input.evidence", command.evidence(), Texts.LONGEST_REASON);
    problems.throwIfAny();
    return keep(actor, command, Objects.requireNonNull(provider), Objects.requireNonNull(check));
  }

  private UUID keep(
      Actor actor, RecordDueDiligence command, Provider provider, DueDiligence check) {
    boolean passed = check.passedBy(command.answer());
    LocalDate until = passed ? check.endOf(command.on()) : null;
    UUID providerId = provider.id().value();
    UUID id = store.insert(actor, command, providerId, passed, until);
    audit.record(
        actor,
        new Change(
            "DueDiligenceRecord",
            id,
            passed ? "CheckPassed" : "CheckNotPassed",
            null,
            new Told(command, passed, until),
            null,
            providerId));
    return id;
  }

  /** The scheme of the day says how long it holds; today's where there was none yet. */
  private @Nullable DueDiligence findCheck(RecordDueDiligence command, Problems problems) {
    SchemeVersion scheme =
        schemes
            .findInForce(command.on())
            .or(() -> schemes.findInForce(LocalDate.now(clock)))
            .orElseThrow(
                () -> new Refused("NO_SCHEME", "input.on", "No scheme is in force on that day."));
    FrameworkSection section = scheme.getSection(FrameworkSection.class);
    Vehicle vehicle = section.vehicles().get(command.vehicle());
    if (vehicle == null) {
      unknown("VEHICLE", "vehicle", command.vehicle(), section.listCodes(), problems);
      return null;
    }
    DueDiligence check = vehicle.dueDiligence().get(command.check());
    if (check == null) {
      unknown("CHECK", "check", command.check(), vehicle.dueDiligence().keySet(), problems);
    }
    return check;
  }

  private static void unknown(
      String code, String what, String value, Collection<String> known, Problems problems) {
    problems.add(
        "UNKNOWN_" + code,
        "input." + what,
        TextRule.shown(value),
        known.isEmpty() ? "none, since there is none" : "one of " + String.join(", ", known),
        "The scheme has no %s '%s'%s"
            .formatted(what, TextRule.shown(value), NearestName.hint(value, known)));
  }

  private void checkDay(LocalDate on, Problems problems) {
    LocalDate today = LocalDate.now(clock);
    if (on.isAfter(today) || on.isBefore(EARLIEST)) {
      problems.add(
          "DAY_OUT_OF_RANGE",
          "input.on",
          on,
          "a day from %s to %s".formatted(EARLIEST, today),
          "A check is recorded on its day or later.");
    }
  }

  private static void checkAnswer(String answer, DueDiligence check, Problems problems) {
    List<String> known =
        check.source() == CheckSource.CQC_RATING
            ? Arrays.stream(CqcRating.values()).map(CqcRating::title).toList()
            : check.passes().isEmpty() ? List.of(DueDiligence.YES, DueDiligence.NO) : List.of();
    if (!known.isEmpty() && !known.contains(answer)) {
      problems.add(
          "UNKNOWN_ANSWER",
          "input.answer",
          TextRule.shown(answer),
          "one of " + String.join(", ", known),
          "'%s' is no answer to this check%s"
              .formatted(TextRule.shown(answer), NearestName.hint(answer, known)));
      return;
    }
    Texts.check(problems, "input.answer", answer, LONGEST_ANSWER);
  }
}
