package council.config.graphql;

import static council.config.store.generated.Tables.SCHEME_DRAFT;
import static council.config.store.generated.Tables.SCHEME_VERSION;
import static council.config.store.generated.Tables.SCHEME_WITHDRAWAL;
import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;

import council.config.ConfigModule;
import council.config.api.CheckedScheme;
import council.config.api.LoadedScheme;
import council.config.api.SchemeLoading;
import council.config.document.ExampleOutcome;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.graphql.spi.NodeRef;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Schemes in the API. */
@Singleton
final class ConfigGraphql implements GraphqlModule {
  private static final String TYPE = "SchemeVersion";

  private final SchemeLoading loading;
  private final Schemes schemes;
  private final DraftReads draftReads;
  private final DraftMutations draftMutations;
  private final ViewQueries views;
  private final Clock clock;

  ConfigGraphql(
      SchemeLoading loading,
      Schemes schemes,
      DraftReads draftReads,
      DraftMutations draftMutations,
      ViewQueries views,
      Clock clock) {
    this.loading = loading;
    this.schemes = schemes;
    this.draftReads = draftReads;
    this.draftMutations = draftMutations;
    this.views = views;
    this.clock = clock;
  }

  @Override
  public String moduleId() {
    return ConfigModule.ID;
  }

  @Override
  public List<String> sdl() {
    return List.of("graphql/config.graphqls", "graphql/drafts.graphqls");
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
        .oneBack("draft", DraftReads.TYPE, SCHEME_DRAFT.VERSION_ID)
        .oneBack("withdrawal", "SchemeWithdrawal", SCHEME_WITHDRAWAL.VERSION_ID)
        .order("NEWEST_FIRST", List.of(desc(SCHEME_VERSION.NUMBER)))
        .order("OLDEST_FIRST", List.of(asc(SCHEME_VERSION.NUMBER)));
    c.read("SchemeWithdrawal", SCHEME_WITHDRAWAL)
        .column("why", SCHEME_WITHDRAWAL.WHY)
        .column("withdrawnBy", SCHEME_WITHDRAWAL.WITHDRAWN_BY_LABEL)
        .column("withdrawnAt", SCHEME_WITHDRAWAL.WITHDRAWN_AT);
    draftReads.declare(c);
    draftMutations.declare(c);
    views.declare(c);
    c.rootConnection("schemeVersions", TYPE);
    c.rootById("schemeVersion", TYPE);
    c.query("schemeInForce", this::inForce);
    c.query("validateScheme", this::validate);
    c.mutation("loadScheme", LoadScheme.class, this::load);
  }

  /** The input of {@code loadScheme}. */
  record LoadScheme(String document, boolean dryRun) {}

  /** The answer of {@code validateScheme}. */
  record Validation(
      boolean valid,
      List<Problem> problems,
      List<Problem> warnings,
      List<ExampleOutcome> examples,
      @Nullable String contentHash) {}

  /** Whose business a question is about. */
  enum Business {
    NEW,
    EXISTING
  }

  private @Nullable NodeRef inForce(Actor actor, Arguments arguments) {
    LocalDate on = arguments.find("on", LocalDate.class).orElseGet(() -> LocalDate.now(clock));
    Business business = arguments.find("business", Business.class).orElse(Business.NEW);
    Optional<SchemeVersion> version =
        switch (business) {
          case NEW -> schemes.findInForce(on);
          case EXISTING -> schemes.findInForceForExisting(on);
        };
    return version.map(found -> new NodeRef(TYPE, found.id())).orElse(null);
  }

  private Validation validate(Actor actor, Arguments arguments) {
    CheckedScheme checked = loading.check(actor, arguments.get("document", String.class));
    return new Validation(
        checked.problems().isEmpty(),
        checked.problems(),
        checked.warnings(),
        checked.examples(),
        checked.contentHash().orElse(null));
  }

  private Outcome load(Actor actor, LoadScheme input) {
    LoadedScheme loaded = loading.load(actor, input.document(), input.dryRun());
    Outcome outcome =
        Outcome.value("outcome", loaded.outcome().name())
            .andValue("contentHash", loaded.contentHash());
    return loaded.versionId().map(id -> outcome.andNode("version", TYPE, id)).orElse(outcome);
  }
}
