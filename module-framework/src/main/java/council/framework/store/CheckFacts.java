package council.framework.store;

import council.framework.domain.CheckFact;
import council.framework.domain.RoundFacts.RoundChecks;
import council.framework.scheme.CheckSource;
import council.framework.scheme.DueDiligence;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.NewBusinessRule.ChecksHold;
import council.framework.scheme.Vehicle;
import council.platform.directory.CqcRating;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What engines must know of the checks of providers: for each provider and check the one answer
 * that counts on the day. A consortium without an answer of its own passes where each member does.
 */
@Singleton
final class CheckFacts {
  /** Of the time in an id, which is its first 48 bits. */
  private static final int BITS_AFTER_TIME = 16;

  private final DueDiligenceStore store;
  private final Clock clock;
  private final OncePerTransaction<Asked, List<CheckFact>> lastRead;

  CheckFacts(DueDiligenceStore store, Clock clock, TransactionOperations<Connection> transactions) {
    this.store = store;
    this.clock = clock;
    this.lastRead = new OncePerTransaction<>(transactions);
  }

  private record Asked(String vehicle, SortedMap<String, DueDiligence> checks, LocalDate day) {}

  /**
   * For a round that is evaluated now, or as it was known when it was evaluated.
   *
   * @param providers whom it is asked of
   * @return absent where the vehicle ranks without checks
   */
  @Nullable RoundChecks ofRound(Round round, Vehicle vehicle, Collection<String> providers) {
    SortedMap<String, DueDiligence> gates = new TreeMap<>(vehicle.dueDiligence());
    gates.values().removeIf(check -> !check.gate());
    if (gates.isEmpty()) {
      return null;
    }
    UUID decision = round.decisionId();
    LocalDate day = decision == null ? LocalDate.now(clock) : dayOf(decision);
    List<CheckFact> facts =
        read(new Asked(round.vehicle(), gates, day), decision).stream()
            .filter(fact -> providers.contains(fact.provider()))
            .toList();
    return new RoundChecks(day, facts);
  }

  /** Ids rise with time. */
  private LocalDate dayOf(UUID id) {
    return LocalDate.ofInstant(
        Instant.ofEpochMilli(id.getMostSignificantBits() >>> BITS_AFTER_TIME), clock.getZone());
  }

  /** Absent where no rule asks for a check. */
  @Nullable List<CheckFact> ofRequest(
      Vehicle vehicle, List<NewBusinessRule> rules, Standing standing, LocalDate day) {
    return ofRequest(vehicle, rules, standing, day, asked -> read(asked, null));
  }

  /** The same, read once for many questions about a vehicle in one reading transaction. */
  @Nullable List<CheckFact> ofRequestOnce(
      Vehicle vehicle, List<NewBusinessRule> rules, Standing standing, LocalDate day) {
    return ofRequest(
        vehicle, rules, standing, day, asked -> lastRead.get(asked, key -> read(key, null)));
  }

  private static @Nullable List<CheckFact> ofRequest(
      Vehicle vehicle,
      List<NewBusinessRule> rules,
      Standing standing,
      LocalDate day,
      java.util.function.Function<Asked, List<CheckFact>> read) {
    SortedMap<String, DueDiligence> asked = new TreeMap<>(vehicle.dueDiligence());
    asked.keySet().retainAll(named(rules));
    if (asked.isEmpty()) {
      return null;
    }
    Collection<String> providers = standing.references().values();
    return read.apply(new Asked(standing.vehicle(), asked, day)).stream()
        .filter(fact -> providers.contains(fact.provider()))
        .toList();
  }

  private static SortedSet<String> named(List<NewBusinessRule> rules) {
    SortedSet<String> named = new TreeSet<>();
    for (NewBusinessRule rule : rules) {
      if (rule instanceof ChecksHold asked) {
        named.addAll(asked.checks());
      }
    }
    return named;
  }

  /** By provider and check. */
  private List<CheckFact> read(Asked asked, @Nullable UUID before) {
    SortedMap<Key, CheckFact> facts = new TreeMap<>(Key.ORDER);
    boolean rated =
        asked.checks().values().stream().anyMatch(c -> c.source() == CheckSource.CQC_RATING);
    if (rated) {
      store.listRatings().forEach(rating -> addRating(rating, asked, facts));
    }
    store
        .listLatest(asked.vehicle(), asked.checks().keySet(), asked.day(), before)
        .forEach(fact -> facts.merge(Key.of(fact), fact, CheckFacts::later));
    Map<String, List<String>> consortia = store.listConsortia();
    asked
        .checks()
        .keySet()
        .forEach(check ->
            consortia.forEach((consortium, members) ->
                ofMembers(consortium, check, members, facts)
                    .ifPresent(fact -> facts.putIfAbsent(Key.of(fact), fact))));
    return List.copyOf(facts.values());
  }

  private record Key(String provider, String check) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::provider).thenComparing(Key::check);

    static Key of(CheckFact fact) {
      return new Key(fact.provider(), fact.check());
    }
  }

  private static void addRating(
      DueDiligenceStore.Rated rated, Asked asked, SortedMap<Key, CheckFact> facts) {
    LocalDate on = rated.on();
    if (on != null && on.isAfter(asked.day())) {
      return;
    }
    String answer = CqcRating.find(rated.rating()).map(CqcRating::title).orElse(rated.rating());
    asked
        .checks()
        .forEach((code, check) -> {
          if (check.source() == CheckSource.CQC_RATING) {
            CheckFact fact =
                new CheckFact(
                    rated.provider(),
                    code,
                    answer,
                    check.passedBy(answer),
                    on,
                    on == null ? null : check.endOf(on));
            facts.put(Key.of(fact), fact);
          }
        });
  }

  /** A rating whose day is not known gives way to whatever was recorded. */
  private static CheckFact later(CheckFact rating, CheckFact recorded) {
    LocalDate on = rating.on();
    return on == null || !on.isAfter(Objects.requireNonNull(recorded.on())) ? recorded : rating;
  }

  private static Optional<CheckFact> ofMembers(
      String consortium, String check, List<String> members, SortedMap<Key, CheckFact> facts) {
    List<CheckFact> known = new ArrayList<>();
    for (String member : members) {
      CheckFact fact = facts.get(new Key(member, check));
      if (fact == null) {
        return Optional.empty();
      }
      known.add(fact);
    }
    boolean passed = known.stream().allMatch(CheckFact::passed);
    return Optional.of(
        new CheckFact(
            consortium,
            check,
            passed ? "Each member passes" : "Not each member passes",
            passed,
            known.stream()
                .map(CheckFact::on)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null),
            known.stream()
                .map(CheckFact::until)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null)));
  }
}
