package council.framework.graphql;

import council.framework.api.OpenDataPublication;
import council.framework.api.OpenDataPublication.Page;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frameworks as open data. */
@Singleton
final class OpenDataQueries implements ApiPart {
  private final OpenDataPublication publication;

  OpenDataQueries(OpenDataPublication publication) {
    this.publication = publication;
  }

  @Override
  public void declare(Contributions c) {
    c.query("openDataFrameworks", (actor, arguments) -> publication.listFrameworks(actor));
    c.query("openDataReleases", this::releases);
    c.query("openDataRecords", this::records);
  }

  private Told releases(Actor actor, Arguments a) {
    return Told.of(publication.releases(actor, vehicle(a), first(a), following(a)));
  }

  private Told records(Actor actor, Arguments a) {
    return Told.of(publication.records(actor, vehicle(a), first(a), following(a)));
  }

  private static String vehicle(Arguments arguments) {
    return arguments.get("vehicle", String.class);
  }

  private static int first(Arguments arguments) {
    return arguments.get("first", Integer.class);
  }

  private static @Nullable String following(Arguments arguments) {
    return arguments.find("following", String.class).orElse(null);
  }

  /** The SDL type OpenDataPage. */
  record Told(List<OpenDataPublication.Told> documents, @Nullable String next) {
    static Told of(Page page) {
      return new Told(page.told(), page.next());
    }
  }
}
