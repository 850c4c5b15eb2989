package council.config.store;

import static council.config.store.generated.Tables.SCHEME_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import council.config.NewCouncil;
import council.config.api.LoadedScheme;
import council.config.api.LoadedScheme.Outcome;
import council.config.api.SchemeLoading;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.json.CanonicalJson;
import council.platform.problem.PlatformException;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeForceListener;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import council.testing.Database;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemeLoadingTest {
  private Database database;
  private ApplicationContext context;
  private Transactions transactions;
  private SchemeLoading loading;
  private Schemes schemes;
  private DSLContext db;
  private Heard heard;
  private NewCouncil council;
  private Actor admin;
  private Actor neighbour;
  private Actor provider;

  /** Writes down what it hears. */
  @Singleton
  static final class Heard implements SchemeForceListener {
    final List<Integer> numbers = new ArrayList<>();
    boolean objects;

    @Override
    public void tookForce(Actor actor, SchemeVersion version) {
      if (objects) {
        throw new Refused("OBJECTED", "geography", "Expected another geography.");
      }
      numbers.add(version.number());
    }
  }

  @BeforeAll
  void start() {
    database = PostgresForTests.shared().migratedDatabase();
    context = ApplicationContext.run(database.properties(), "test");
    transactions = context.getBean(Transactions.class);
    loading = context.getBean(SchemeLoading.class);
    schemes = context.getBean(Schemes.class);
    db = context.getBean(DSLContext.class);
    heard = context.getBean(Heard.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @BeforeEach
  void twoNewCouncils() throws SQLException {
    council = NewCouncil.in(database);
    admin = council.admin();
    neighbour = NewCouncil.in(database).admin();
    provider = council.providerUser();
    heard.numbers.clear();
    heard.objects = false;
  }

  @Test
  void aLoadedSchemeIsInForceFromItsDay() {
    UUID id = load(document("2015-06-01", "Lancaster")).versionId().orElseThrow();
    SchemeVersion version =
        transactions.read(admin, () -> schemes.findInForce(day("2015-06-01")).orElseThrow());
    assertThat(version.id()).isEqualTo(id);
    assertThat(version.number()).isEqualTo(1);
    assertThat(version.council()).isEqualTo(admin.tenant());
    assertThat(version.getSection(GeographySection.class).zoneCodes()).containsExactly("LAN");
    assertThat(inForce("2015-05-31")).isEmpty();
    assertThat(inForce("2030-01-01")).containsExactly(1);
  }

  @Test
  void aLaterVersionTakesOverOnItsDayAndTheEarlierStaysReadable() {
    UUID first = load(document("2015-06-01", "Lancaster")).versionId().orElseThrow();
    load(document("2016-04-01", "Lancaster and Morecambe"));
    assertThat(inForce("2016-03-31")).containsExactly(1);
    assertThat(inForce("2016-04-01")).containsExactly(2);
    assertThat(transactions.read(admin, () -> schemes.getVersion(first)).number()).isEqualTo(1);
  }

  @Test
  void ofTwoVersionsOfOneDayTheLaterNumberCounts() {
    load(document("2015-06-01", "Lancaster"));
    load(document("2015-06-01", "Morecambe"));
    assertThat(inForce("2015-06-01")).containsExactly(2);
  }

  @Test
  void theSameContentAgainChangesNothing() {
    LoadedScheme first = load(document("2015-06-01", "Lancaster"));
    LoadedScheme again = load("# another remark\n" + document("2015-06-01", "Lancaster"));
    assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(again.versionId()).isEqualTo(first.versionId());
    assertThat(count()).isEqualTo(1);
    assertThat(heard.numbers).containsExactly(1);
  }

  @Test
  void aDryRunKeepsNothing() {
    LoadedScheme tried =
        transactions.read(admin, () -> loading.load(admin, document("2015-06-01", "L"), true));
    assertThat(tried.outcome()).isEqualTo(Outcome.WOULD_PUBLISH);
    assertThat(tried.versionId()).isEmpty();
    assertThat(tried.contentHash()).hasSize(64);
    assertThat(count()).isZero();
    assertThat(heard.numbers).isEmpty();
  }

  @Test
  void anotherCouncilsSchemeIsRefused() {
    List<Problem> problems = refused(neighbour, document("2015-06-01", "Lancaster"));
    assertThat(problems)
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple("OTHER_COUNCIL", "council"));
    assertThat(problems.getFirst().expected()).isEqualTo(neighbour.tenant());
  }

  @Test
  void aVersionCannotTakeEffectBeforeOneThatIsThere() {
    load(document("2016-04-01", "Lancaster"));
    List<Problem> problems = refused(admin, document("2016-03-31", "Lancaster"));
    assertThat(problems).extracting(Problem::code).containsExactly("EFFECTIVE_TOO_EARLY");
    assertThat(problems.getFirst().message()).contains("2016-04-01", "version 1", "2016-03-31");
  }

  @Test
  void aVersionWhoseDayHasNotComeStandsInNobodysWay() {
    load(document("2015-06-01", "Lancaster"));
    load(document("2199-12-31", "Typed wrong"));
    load(document("2198-04-01", "Meant"));
    assertThat(inForce("2198-03-31")).containsExactly(1);
    assertThat(inForce("2198-04-01")).containsExactly(3);
    assertThat(inForce("2199-12-30")).containsExactly(3);
    assertThat(inForce("2199-12-31")).containsExactly(2);
    load(document("2199-12-31", "Replaced"));
    assertThat(inForce("2199-12-31")).containsExactly(4);
    assertThat(refused(admin, document("2015-05-31", "Before"))).hasSize(1);
  }

  @Test
  void whoeverListensHearsOfAVersionOnItsDayAlsoWhereNoServerRan() throws SQLException {
    load(document("2015-06-01", "Lancaster"));
    UUID later = load(document("2199-12-31", "Later")).versionId().orElseThrow();
    assertThat(heard.numbers).containsExactly(1);
    assertThat(zones()).containsExactly("Lancaster");
    theDayComes(later);
    assertThat(inForce(LocalDate.now(ZoneOffset.UTC).toString())).containsExactly(2);
    transactions.write(admin, () -> notice());
    transactions.write(admin, () -> notice());
    assertThat(heard.numbers).containsExactly(1, 2);
    assertThat(zones()).containsExactly("Later");
    assertThat(actionsOn(later))
        .containsExactlyInAnyOrder("SchemePublished", "SchemeTookForce", "SchemeTookForce");
  }

  private boolean notice() {
    context.getBean(TakenForce.class).notice(admin);
    return true;
  }

  /** As if the version had been scheduled for yesterday, and nobody had looked since. */
  private void theDayComes(UUID version) throws SQLException {
    try (Connection superuser = database.connectAsSuperuser();
        PreparedStatement update =
            superuser.prepareStatement(
                "update config.scheme_version set effective_from = current_date - 1,"
                    + " effective_existing_from = current_date - 1 where id = ?")) {
      update.setObject(1, version);
      update.executeUpdate();
    }
  }

  private List<String> zones() {
    return transactions.read(
        admin, () -> db.resultQuery("select title from platform.zone").fetchInto(String.class));
  }

  private List<String> actionsOn(UUID version) {
    return transactions.read(
        admin,
        () ->
            db.resultQuery("select action from platform.audit where subject_id = ?", version)
                .fetchInto(String.class));
  }

  @Test
  void aBrokenDocumentIsRefusedWithAllProblemsAndNothingIsKept() {
    String broken =
        document("2015-06-01", "Lancaster")
            .replace("title: Scheme", "titel: 7")
            .replace("zones:", "zone:");
    assertThat(refused(admin, broken)).extracting(Problem::code).contains("UNKNOWN_KEY", "MISSING");
    assertThat(transactions.read(admin, () -> loading.check(admin, broken)).problems())
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(count()).isZero();
  }

  @Test
  void aListenerThatObjectsPreventsThePublication() {
    heard.objects = true;
    assertThat(refused(admin, document("2015-06-01", "Lancaster")))
        .extracting(Problem::code)
        .containsExactly("OBJECTED");
    assertThat(count()).isZero();
  }

  @Test
  void councilsDoNotSeeEachOthersVersionsEvenWhenTheyAreInMemory() {
    UUID id = load(document("2015-06-01", "Lancaster")).versionId().orElseThrow();
    transactions.read(admin, () -> schemes.getVersion(id));
    assertThat(transactions.read(neighbour, () -> schemes.findInForce(day("2020-01-01"))))
        .isEmpty();
    assertThatThrownBy(() -> transactions.read(neighbour, () -> schemes.getVersion(id)))
        .isInstanceOf(PlatformException.class);
  }

  @Test
  void aProviderUserActsUnderTheSchemeButCannotPublishOne() {
    load(document("2015-06-01", "Lancaster"));
    assertThat(transactions.read(provider, () -> schemes.findInForce(day("2015-06-01"))))
        .isPresent();
    assertThatThrownBy(() ->
            transactions.write(
                provider, () -> loading.load(provider, document("2015-06-01", "M"), false)))
        .hasMessageContaining("row-level security");
  }

  @Test
  void theDatabaseRefusesToChangeOrDeleteAVersion() {
    load(document("2015-06-01", "Lancaster"));
    assertThatThrownBy(() ->
            transactions.write(
                admin, () -> db.update(SCHEME_VERSION).set(SCHEME_VERSION.CONTENT, "{}").execute()))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> transactions.write(admin, () -> db.deleteFrom(SCHEME_VERSION).execute()))
        .hasMessageContaining("permission denied");
  }

  @Test
  void everyPublicationIsInTheAudit() {
    UUID id = load(document("2015-06-01", "Lancaster")).versionId().orElseThrow();
    List<String> actions =
        transactions.read(
            admin,
            () ->
                db.resultQuery("select action from platform.audit where subject_id = ?", id)
                    .fetchInto(String.class));
    assertThat(actions)
        .containsExactlyInAnyOrder("SchemePublished", "SchemeTookForce", "SchemeTookForce");
  }

  @Test
  void whatIsKeptIsTheSourceAndItsCanonicalForm() {
    String document = document("2015-06-01", "Lancaster");
    load(document);
    var row = transactions.read(admin, () -> db.fetchSingle(SCHEME_VERSION));
    assertThat(row.getSourceText()).isEqualTo(document);
    assertThat(row.getContent())
        .startsWith("{\"council\":\"" + admin.tenant() + "\",\"effectiveFrom\":\"2015-06-01\"");
    assertThat(row.getContentSha256()).isEqualTo(CanonicalJson.sha256HexOf(row.getContent()));
  }

  private LoadedScheme load(String document) {
    return transactions.write(admin, () -> loading.load(admin, document, false));
  }

  private List<Problem> refused(Actor actor, String document) {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> transactions.write(actor, () -> loading.load(actor, document, false)));
    return refused.problems();
  }

  private List<Integer> inForce(String date) {
    return transactions.read(
        admin, () -> schemes.findInForce(day(date)).map(SchemeVersion::number).stream().toList());
  }

  private int count() {
    return transactions.read(admin, () -> db.fetchCount(SCHEME_VERSION));
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private String document(String effectiveFrom, String zone) {
    return council.document(effectiveFrom, zone);
  }
}
