package council.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Tokens of a real OpenID Connect server whose keys are discovered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcServerTest {
  private static final Duration KEPT = Duration.ofSeconds(8);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Authenticator.class);
  private IdentityFixture given;
  private OidcServer server;
  private RSAKey first;
  private RSAKey second;
  private RSAKey third;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    given =
        new IdentityFixture(
            true,
            Map.of(
                "council.oidc.internal-hosts", "localhost",
                "council.oidc.keys-kept", KEPT.toSeconds() + "s",
                "council.oidc.refresh-ahead", "500ms",
                "council.oidc.refetch-interval", "1s",
                "council.oidc.fetch-timeout", "3s"));
    server = new OidcServer(folder);
    first = OidcServer.key("first");
    second = OidcServer.key("second");
    third = OidcServer.key("third");
    server.start("north", first);
    Actor admin = given.administratorOf("north");
    Issuers issuers = given.context.getBean(Issuers.class);
    given.transactions.write(admin, () -> issuers.register(admin, server.entry()));
    given.add(
        "north",
        new PrincipalEntry(
            server.issuer(),
            "robot",
            "robot",
            Set.of(Role.API_CLIENT, Role.COMMISSIONER),
            Set.of(),
            Set.of("directory.read", "directory.write", "audit.read"),
            "robot"));
    given.add("north", PrincipalEntry.staff(server.issuer(), "ada", "ada", Role.LEAD_COMMISSIONER));
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterAll
  void stop() throws Exception {
    logger.detachAppender(log);
    server.close();
    given.close();
  }

  @Test
  @Order(1)
  void aClientHasWhatRolesAndScopesAndTokenAllAllow() throws Exception {
    assertThat(permissions(server.clientToken("robot", "directory.read")))
        .containsExactly("directory.read");
    assertThat(permissions(server.clientToken("robot", "directory.read audit.read")))
        .as("its roles do not allow audit.read")
        .containsExactly("directory.read");
    assertThat(permissions(server.clientToken("robot", "")))
        .containsExactlyInAnyOrder("directory.read", "directory.write");
  }

  @Test
  @Order(2)
  void aClientThatIsNotKnownIsRefused() throws Exception {
    assertRefused(server.clientToken("portal", "directory.read"), Refusal.UNKNOWN_SUBJECT);
    assertRefused(
        server.personsToken("robot", "portal", OidcServer.AUDIENCE), Refusal.WRONG_CLIENT);
  }

  @Test
  @Order(2)
  void aPersonComesThroughAnyClientOfTheServer() throws Exception {
    Actor ada =
        authenticate(server.personsToken("ada", "portal", OidcServer.AUDIENCE)).orElseThrow();
    assertThat(ada.label()).isEqualTo("ada");
    assertThat(ada.permissions()).contains("audit.read");
    assertRefused(
        server.personsToken("ada", "portal", "https://other.example/api"), Refusal.AUDIENCE);
  }

  @Test
  @Order(3)
  void aClientIsOutAtOnce() throws Exception {
    UUID id =
        given.add(
            "north",
            new PrincipalEntry(
                server.issuer(),
                "portal",
                "portal",
                Set.of(Role.API_CLIENT, Role.COMMISSIONER),
                Set.of(),
                Set.of("directory.read"),
                "portal"));
    String token = server.clientToken("portal", "directory.read");
    assertThat(authenticate(token)).isPresent();
    Actor admin = given.administratorOf("north");
    given.transactions.write(
        admin,
        () -> {
          given.principals.disable(admin, id, 1);
          return id;
        });
    assertRefused(token, Refusal.DISABLED);
  }

  @Test
  @Order(4)
  void aNewKeyIsGoodAtOnceAndTheOldOneIsNot() throws Exception {
    String old = server.clientToken("robot", "directory.read");
    server.start("north", second);
    assertThat(authenticate(server.clientToken("robot", "directory.read"))).isPresent();
    assertRefused(old, Refusal.UNKNOWN_KEY);
  }

  @Test
  @Order(5)
  void aKeyThatIsTakenAwayIsRefusedInTheStatedTime() throws Exception {
    String old = server.clientToken("robot", "directory.read");
    assertThat(authenticate(old)).isPresent();
    server.start("north", third);
    Instant end = Instant.now().plus(KEPT).plusSeconds(2);
    while (authenticate(old).isPresent()) {
      assertThat(Instant.now()).as("the old key is still accepted").isBefore(end);
      Thread.sleep(200);
    }
    assertThat(authenticate(server.clientToken("robot", "directory.read"))).isPresent();
  }

  @Test
  @Order(6)
  void aTokenThatNamesNoCouncilNeedsABinding() throws Exception {
    server.start(null, third);
    String token = server.personsToken("ada", "portal", OidcServer.AUDIENCE);
    assertRefused(token, Refusal.WRONG_TENANT);
    AudienceBindings bindings = given.context.getBean(AudienceBindings.class);
    Actor operator = given.operator();
    UUID binding =
        given.transactions.write(
            operator, () -> bindings.bind(operator, server.issuer(), OidcServer.AUDIENCE, "north"));
    assertThat(authenticate(token).orElseThrow().tenant()).isEqualTo("north");
    given.transactions.write(
        operator,
        () -> {
          bindings.release(operator, binding);
          return binding;
        });
    assertRefused(token, Refusal.WRONG_TENANT);
  }

  @Test
  @Order(7)
  void aServerCannotSpeakForACouncilThatDoesNotKnowIt() throws Exception {
    server.start("south", third);
    assertRefused(
        server.personsToken("ada", "portal", OidcServer.AUDIENCE), Refusal.UNKNOWN_ISSUER);
    server.start("north", third);
    assertThat(authenticate(server.personsToken("ada", "portal", OidcServer.AUDIENCE))).isPresent();
  }

  @Test
  @Order(8)
  void anIssuerThatIsRemovedIsOutAtOnce() throws Exception {
    String token = server.clientToken("robot", "directory.read");
    assertThat(authenticate(token)).isPresent();
    Actor admin = given.administratorOf("north");
    Issuers issuers = given.context.getBean(Issuers.class);
    given.transactions.write(admin, () -> issuers.remove(admin, server.issuer()));
    assertRefused(token, Refusal.REMOVED_ISSUER);
  }

  private Optional<Actor> authenticate(String token) {
    return given.authenticator.authenticate(token);
  }

  private Set<String> permissions(String token) {
    return authenticate(token).orElseThrow().permissions();
  }

  private void assertRefused(String token, Refusal why) {
    log.list.clear();
    assertThat(authenticate(token)).isEmpty();
    assertThat(log.list)
        .singleElement()
        .satisfies(line ->
            assertThat(line.getFormattedMessage())
                .contains("refused: " + why + ":")
                .doesNotContain(token.split("\\.", -1)));
  }
}
