package council.config.simulation.store;

import council.config.simulation.CaseResult;
import council.config.simulation.CaseResult.Compared;
import council.config.simulation.CaseResult.Undecided;
import council.config.simulation.Tally;
import council.config.store.generated.tables.records.SimulationChangeRecord;
import council.config.store.generated.tables.records.SimulationProviderRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.directory.Directory;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a simulation finds, inside the steps of its job. */
@Singleton
final class SimulationKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(SimulationKeeper.class);

  private final SimulationStore store;
  private final Directory directory;
  private final Audit audit;
  private final Clock clock;

  SimulationKeeper(SimulationStore store, Directory directory, Audit audit, Clock clock) {
    this.store = store;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param lines how many are there already
   * @return how many there are more
   */
  int keep(Actor actor, UUID simulation, String kind, long lines, List<CaseResult> results) {
    ChangeRows rows = new ChangeRows(simulation, kind, lines);
    for (CaseResult result : results) {
      switch (result) {
        case Compared compared -> rows.add(compared);
        case Undecided undecided -> {
          log(simulation, kind, undecided);
          rows.add(undecided);
        }
      }
    }
    nameProviders(actor, rows.list());
    store.insertChanges(rows.list());
    return rows.list().size();
  }

  private static void log(UUID simulation, String kind, Undecided undecided) {
    undecided
        .causes()
        .forEach(cause ->
            LOG.warn("A case of {} cannot be decided in simulation {}", kind, simulation, cause));
  }

  /** A reference that the directory does not know is kept as it is. */
  private void nameProviders(Actor actor, List<SimulationChangeRecord> rows) {
    Map<String, UUID> ids =
        providerIds(
            actor,
            rows.stream()
                .map(SimulationChangeRecord::getProvider)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    rows.stream()
        .filter(row -> row.getProvider() != null)
        .forEach(row -> row.setProviderId(ids.get(row.getProvider())));
  }

  private Map<String, UUID> providerIds(Actor actor, Set<String> references) {
    Map<String, UUID> ids = new HashMap<>();
    if (!references.isEmpty()) {
      directory
          .findProvidersByReference(actor, references)
          .forEach((reference, provider) -> ids.put(reference, provider.id().value()));
    }
    return ids;
  }

  /** The last step: what was found is added up and can be relied on. */
  Tally finish(Actor actor, UUID simulation, Tally tally) {
    List<SimulationProviderRecord> sums = store.sumByProvider(simulation);
    Map<String, UUID> ids =
        providerIds(
            actor,
            sums.stream().map(SimulationProviderRecord::getProvider).collect(Collectors.toSet()));
    sums.forEach(sum -> sum.setProviderId(ids.get(sum.getProvider())));
    store.insertProviders(sums);
    store.finish(simulation, tally, sums.size(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(
        actor,
        new Change("SchemeSimulation", simulation, "SchemeSimulated", null, tally, null, null));
    return tally;
  }
}
