package council.graphql.run;

import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.module.CouncilModule;
import council.platform.module.InstalledModules;
import council.platform.scheme.SchemeSection;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A council has the modules whose sections its scheme in force today contains. */
@Singleton
final class EnabledModules {
  /** The host and the schemes themselves are there for every council. */
  private static final Set<String> ALWAYS = Set.of(InstalledModules.HOST, "config");

  /** How long a module that a scheme drops may still be seen; one that it adds is seen at once. */
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private final InstalledModules modules;
  private final Optional<Schemes> schemes;
  private final Transactions transactions;
  private final Clock clock;
  private final Map<Key, Instant> known = new ConcurrentHashMap<>();

  EnabledModules(
      InstalledModules modules, Optional<Schemes> schemes, Transactions transactions, Clock clock) {
    this.modules = modules;
    this.schemes = schemes;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Key(String tenant, String module) {}

  boolean isEnabled(Actor actor, String moduleId) {
    List<SchemeSection<?>> sections =
        modules.find(moduleId).map(CouncilModule::schemeSections).orElse(List.of());
    if (ALWAYS.contains(moduleId) || sections.isEmpty()) {
      return true;
    }
    Key key = new Key(actor.tenant(), moduleId);
    Instant seen = known.get(key);
    if (seen != null && seen.plus(REMEMBERED).isAfter(clock.instant())) {
      return true;
    }
    boolean enabled = hasOneOf(actor, sections);
    if (enabled) {
      known.put(key, clock.instant());
    } else {
      known.remove(key);
    }
    return enabled;
  }

  private boolean hasOneOf(Actor actor, List<SchemeSection<?>> sections) {
    return transactions.read(
        actor,
        () -> {
          Optional<SchemeVersion> inForce =
              schemes.flatMap(s -> s.findInForce(LocalDate.now(clock)));
          return inForce.isPresent()
              && sections.stream()
                  .anyMatch(section -> inForce.get().findSection(section.type()).isPresent());
        });
  }
}
