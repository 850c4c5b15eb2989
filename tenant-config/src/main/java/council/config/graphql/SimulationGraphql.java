package council.config.graphql;

import council.config.ConfigModule;
import council.config.api.Simulations;
import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.graphql.spi.Outcome;
import council.graphql.spi.Reasons;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Drafts that are tried, in the API. */
@Singleton
final class SimulationGraphql implements GraphqlModule {
  private final Simulations simulations;
  private final SimulationReads reads;

  SimulationGraphql(Simulations simulations, Reasons reasons) {
    this.simulations = simulations;
    this.reads = new SimulationReads(reasons);
  }

  @Override
  public String moduleId() {
    return ConfigModule.ID;
  }

  @Override
  public List<String> sdl() {
    return List.of("graphql/simulation.graphqls");
  }

  @Override
  public void contribute(Contributions c) {
    reads.declare(c);
    c.mutation("simulateScheme", SimulateScheme.class, this::simulate);
  }

  /** The input of {@code simulateScheme}. */
  record SimulateScheme(UUID draft, int revision, LocalDate from, LocalDate to) {}

  private Outcome simulate(Actor actor, SimulateScheme input) {
    UUID id = simulations.request(actor, input.draft(), input.revision(), input.from(), input.to());
    return Outcome.node("simulation", SimulationReads.TYPE, id);
  }
}
