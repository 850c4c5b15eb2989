package council.framework.graphql;

import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import jakarta.inject.Singleton;
import java.util.List;

/** Provider frameworks in the API. */
@Singleton
final class FrameworkGraphql implements GraphqlModule {
  private final List<ApiPart> parts;

  FrameworkGraphql(List<ApiPart> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public String moduleId() {
    return "framework";
  }

  @Override
  public List<String> sdl() {
    return List.of(
        "graphql/framework.graphqls",
        "graphql/framework-vehicles.graphqls",
        "graphql/framework-evaluation.graphqls",
        "graphql/framework-places.graphqls",
        "graphql/framework-spend.graphqls",
        "graphql/framework-business.graphqls",
        "graphql/framework-open-data.graphqls",
        "graphql/framework-transition.graphqls",
        "graphql/framework-market.graphqls");
  }

  @Override
  public void contribute(Contributions contributions) {
    parts.forEach(part -> part.declare(contributions));
  }
}
