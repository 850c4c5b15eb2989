package council.config.graphql;

import static council.config.store.generated.Tables.SCHEME_VERSION;
import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;

import council.config.ConfigModule;
import council.config.api.LoadedScheme;
import council.config.api.SchemeLoading;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.graphql.spi.NodeRef;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemes in the API. */
@Singleton
final class ConfigGraphql implements GraphqlModule {
  private static final String TYPE = "SchemeVersion";

  private final SchemeLoading loading;
  private final Schemes schemes;
  private final Clock clock;

  ConfigGraphql(SchemeLoading loading, Schemes schemes, Clock clock) {
    this.loading = loading;
    this.schemes = schemes;
    this.clock = clock;
  }

  @Override
  public String moduleId() {
    return ConfigModule.ID;
  }

  @Override
  public List<String> sdl() {
    return List.of("graphql/config.graphqls");
  }

  @Override
  public void contribute(Contributions c) {
    c.read(TYPE, SCHEME_VERSION)
        .column("number", SCHEME_VERSION.NUMBER)
        .column("title", SCHEME_VERSION.TITLE)
        .expression("status", StatusToday::of)
        .column("announcedOn", SCHEME_VERSION.ANNOUNCED_ON)
        .column("effectiveFrom", SCHEME_VERSION.EFFECTIVE_FROM)
        .column("effectiveExistingFrom", SCHEME_VERSION.EFFECTIVE_EXISTING_FROM)
        .column("document", SCHEME_VERSION.CONTENT)
        .column("contentHash", SCHEME_VERSION.CONTENT_SHA256)
        .column("source", SCHEME_VERSION.SOURCE_TEXT)
        .column("loadedBy", SCHEME_VERSION.LOADED_BY_LABEL)
        .column("loadedAt", SCHEME_VERSION.LOADED_AT)
        .order("NEWEST_FIRST", List.of(desc(SCHEME_VERSION.NUMBER)))
        .order("OLDEST_FIRST", List.of(asc(SCHEME_VERSION.NUMBER)));
    c.rootConnection("schemeVersions", TYPE);
    c.rootById("schemeVersion", TYPE);
    c.query("schemeInForce", this::inForce);
    c.query("validateScheme", this::validate);
    c.mutation("loadScheme", LoadScheme.class, this::load);
  }

  /** The input of {@code loadScheme}. */
  record LoadScheme(String document, boolean dryRun) {}

  /** The answer of {@code validateScheme}. */
  record Validation(boolean valid, List<Problem> problems) {}

  private @Nullable NodeRef inForce(Actor actor, Arguments arguments) {
    LocalDate on = arguments.find("on", LocalDate.class).orElseGet(() -> LocalDate.now(clock));
    return schemes.findInForce(on).map(version -> new NodeRef(TYPE, version.id())).orElse(null);
  }

  private Validation validate(Actor actor, Arguments arguments) {
    List<Problem> problems = loading.check(actor, arguments.get("document", String.class));
    return new Validation(problems.isEmpty(), problems);
  }

  private Outcome load(Actor actor, LoadScheme input) {
    LoadedScheme loaded = loading.load(actor, input.document(), input.dryRun());
    Outcome outcome =
        Outcome.value("outcome", loaded.outcome().name())
            .andValue("contentHash", loaded.contentHash());
    return loaded.versionId().map(id -> outcome.andNode("version", TYPE, id)).orElse(outcome);
  }
}
