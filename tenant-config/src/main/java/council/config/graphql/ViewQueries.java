package council.config.graphql;

import council.config.api.SchemeViews;
import council.config.api.SchemeViews.Part;
import council.config.api.SchemeViews.Window;
import council.config.document.Origin;
import council.config.document.SchemeChange;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What drafts and versions change, and where a draft's values come from. */
@Singleton
final class ViewQueries {
  private final SchemeViews views;

  ViewQueries(SchemeViews views) {
    this.views = views;
  }

  void declare(Contributions c) {
    c.query("schemeDraftChanges", this::draftChanges);
    c.query("schemeVersionChanges", this::versionChanges);
    c.query("schemeDraftOrigins", this::draftOrigins);
  }

  private Part<SchemeChange> draftChanges(Actor actor, Arguments arguments) {
    return views.changesOfDraft(
        arguments.get("draft", UUID.class),
        arguments.find("since", UUID.class).orElse(null),
        window(arguments));
  }

  private Part<SchemeChange> versionChanges(Actor actor, Arguments arguments) {
    return views.changesOfVersion(
        arguments.get("version", UUID.class),
        arguments.find("since", UUID.class).orElse(null),
        window(arguments));
  }

  private Part<Origin> draftOrigins(Actor actor, Arguments arguments) {
    return views.originsOfDraft(
        arguments.get("draft", UUID.class),
        arguments.find("under", String.class).orElse(null),
        window(arguments));
  }

  private static Window window(Arguments arguments) {
    return new Window(
        arguments.get("first", Integer.class),
        arguments.find("afterPath", String.class).orElse(null));
  }
}
