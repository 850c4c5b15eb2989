package council.toy;

import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The module's one field. */
@Singleton
final class ToyGraphql implements GraphqlModule {
  private final DSLContext db;
  private final Schemes schemes;
  private final Clock clock;

  ToyGraphql(DSLContext db, Schemes schemes, Clock clock) {
    this.db = db;
    this.schemes = schemes;
    this.clock = clock;
  }

  /** What the field answers. */
  record ToyGreeting(String text, int visits) {}

  @Override
  public String moduleId() {
    return "toy";
  }

  @Override
  public List<String> sdl() {
    return List.of("graphql/toy.graphqls");
  }

  @Override
  public void contribute(Contributions contributions) {
    contributions.query("toyGreeting", (actor, arguments) -> greeting());
  }

  private ToyGreeting greeting() {
    String text =
        schemes
            .findInForce(LocalDate.now(clock))
            .orElseThrow()
            .getSection(ToySection.class)
            .greeting();
    return new ToyGreeting(text, db.fetchCount(DSL.table(DSL.name("toy", "visit"))));
  }
}
