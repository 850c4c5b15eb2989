package council.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** Every way in which a token can be wrong, with real keys and real signatures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticatorTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(Authenticator.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private IdentityFixture given;

  @BeforeAll
  void start() throws Exception {
    given = new IdentityFixture(false);
  }

  @AfterAll
  void stop() {
    given.close();
  }

  @BeforeEach
  void listen() {
    log.list.clear();
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void deafen() {
    logger.detachAppender(log);
  }

  @Test
  void aRightTokenStandsForItsPrincipal() {
    Actor actor =
        given.authenticator.authenticate(given.north.token("north", "buyer")).orElseThrow();
    assertThat(actor.tenant()).isEqualTo("north");
    assertThat(actor.label()).isEqualTo("north-buyer");
    assertThat(actor.roles()).containsExactly(Role.COMMISSIONER);
    assertThat(actor.permissions()).contains("directory.write").doesNotContain("audit.read");
    assertThat(given.authenticator.authenticate(given.south.token("south", "buyer"))).isPresent();
  }

  @Test
  void anIssuerOfOneCouncilIsNobodyInAnother() {
    assertRefused(given.north.token("south", "buyer"), "does not know its issuer");
    assertRefused(given.north.token("platform", "operator"), "does not know its issuer");
    assertRefused(given.north.token("nowhere", "buyer"), "does not know its issuer");
  }

  @Test
  void anUnknownSubjectIsRefused() {
    assertRefused(given.north.token("north", "stranger"), "does not know its subject");
  }

  @Test
  void aTokenWithoutASignatureIsRefused() {
    assertRefused(
        new PlainJWT(given.north.claims("north", "buyer").build()).serialize(),
        "not a signed JSON Web Token");
    assertRefused("not.a.token", "not a signed JSON Web Token");
    assertRefused("", "not a signed JSON Web Token");
    assertRefused("x".repeat(10_000), "longer than");
  }

  @Test
  void aPublicKeyIsNoSharedSecret() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(given.north.key.getKeyID()).build(),
            given.north.claims("north", "buyer").build());
    token.sign(
        new MACSigner(
            given.north.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
    assertRefused(token.serialize(), "ALGORITHM: its algorithm is none of");
  }

  @Test
  void anotherAlgorithmThanTheIssuersIsRefused() throws JOSEException {
    TestIssuer rsa = TestIssuer.signingWithRs256(given.north.name);
    assertRefused(
        rsa.sign(rsa.claims("north", "buyer"), header -> header.keyID(given.north.key.getKeyID())),
        "another algorithm");
  }

  @Test
  void aStrangersKeyIsRefused() throws JOSEException {
    TestIssuer stranger = TestIssuer.signingWithEs256(given.north.name);
    assertRefused(stranger.token("north", "buyer"), "signature is wrong");
    assertRefused(
        stranger.sign(stranger.claims("north", "buyer"), header -> header.keyID("other")),
        "no such key");
  }

  @Test
  void aKeyInTheHeaderIsRefused() throws JOSEException {
    TestIssuer stranger = TestIssuer.signingWithEs256(given.north.name);
    JWTClaimsSet.Builder claims = given.north.claims("north", "buyer");
    assertRefused(
        stranger.sign(claims, header -> header.jwk(stranger.key.toPublicJWK())), "key of its own");
    assertRefused(
        given.north.sign(claims, header -> header.jwkURL(URI.create("https://evil.example/keys"))),
        "key of its own");
    assertRefused(
        given.north.sign(
            claims, header -> header.x509CertURL(URI.create("https://evil.example/x"))),
        "key of its own");
    assertRefused(
        given.north.sign(
            claims, header -> header.x509CertChain(List.of(Base64.encode("a certificate")))),
        "key of its own");
  }

  @Test
  void criticalHeadersAreRefused() {
    JWTClaimsSet.Builder claims = given.north.claims("north", "buyer");
    assertRefused(
        given.north.sign(claims, header -> header.criticalParams(Set.of("exp"))),
        "CRITICAL_HEADER");
  }

  @Test
  void anotherTypeOfTokenIsRefused() {
    JWTClaimsSet.Builder claims = given.north.claims("north", "buyer");
    assertRefused(
        given.north.sign(claims, header -> header.type(new JOSEObjectType("at+jwt"))),
        "TOKEN_TYPE");
    assertRefused(given.north.sign(claims, header -> header.type(null)), "TOKEN_TYPE");
    assertThat(
            given.authenticator.authenticate(
                given.north.sign(
                    claims, header -> header.type(new JOSEObjectType("application/jwt")))))
        .isPresent();
  }

  @Test
  void aTokenThatLivesTooLongIsRefused() throws JOSEException {
    TestIssuer brief = TestIssuer.signingWithEs256("https://id.example/brief");
    IssuerEntry entry = brief.entry();
    Actor admin = given.administratorOf("north");
    Issuers issuers = given.context.getBean(Issuers.class);
    IssuerEntry limited =
        new IssuerEntry(
            entry.issuer(),
            entry.audience(),
            entry.algorithm(),
            KeySource.PINNED,
            entry.jwks(),
            TokenType.JWT,
            700,
            false);
    given.transactions.write(admin, () -> issuers.register(admin, limited));
    given.add("north", PrincipalEntry.staff(brief.name, "brief", "brief", Role.AUDITOR));
    assertThat(given.authenticator.authenticate(brief.token("north", "brief"))).isPresent();
    assertRefused(
        brief.sign(
            brief
                .claims("north", "brief")
                .expirationTime(Date.from(Instant.now().plusSeconds(3600))),
            header -> {}),
        "TOO_LONG_LIVED");
  }

  @Test
  void nobodyRemovesTheIssuerOfTheirOwnToken() {
    Actor admin = given.administratorOf("south");
    Issuers issuers = given.context.getBean(Issuers.class);
    assertThatThrownBy(
            () -> given.transactions.write(admin, () -> issuers.remove(admin, given.south.name)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problems().getFirst().code()).isEqualTo("OWN_ACCESS"));
    assertThat(given.authenticator.authenticate(given.south.token("south", "admin"))).isPresent();
  }

  @Test
  void aTokenWithoutAKeyIdIsRefused() {
    assertRefused(
        given.north.sign(given.north.claims("north", "buyer"), header -> header.keyID(null)),
        "has no kid");
  }

  @Test
  void aChangedClaimIsRefused() {
    String[] parts = given.north.token("north", "buyer").split("\\.", -1);
    String[] other = given.north.token("north", "admin").split("\\.", -1);
    assertRefused(parts[0] + "." + other[1] + "." + parts[2], "signature is wrong");
  }

  @Test
  void anotherAudienceIsRefused() {
    assertRefused(
        sign(given.north.claims("north", "buyer").audience("something-else")), "another audience");
    assertRefused(
        sign(given.north.claims("north", "buyer").audience((String) null)), "another audience");
  }

  @Test
  void timesAreKept() {
    Instant now = Instant.now();
    assertRefused(
        sign(given.north.claims("north", "buyer").expirationTime(Date.from(now.minusSeconds(61)))),
        "expired");
    assertRefused(
        sign(given.north.claims("north", "buyer").notBeforeTime(Date.from(now.plusSeconds(90)))),
        "not valid yet");
    assertRefused(
        sign(given.north.claims("north", "buyer").issueTime(Date.from(now.plusSeconds(90)))),
        "in the future");
    assertThat(
            given.authenticator.authenticate(
                sign(
                    given
                        .north
                        .claims("north", "buyer")
                        .expirationTime(Date.from(now.minusSeconds(20)))
                        .notBeforeTime(Date.from(now.plusSeconds(20))))))
        .isPresent();
  }

  @Test
  void everyClaimIsRequired() {
    assertRefused(sign(given.north.claims("north", "buyer").expirationTime(null)), "no exp");
    assertRefused(sign(given.north.claims("north", "buyer").issueTime(null)), "no iat");
    assertRefused(sign(given.north.claims("north", "buyer").issuer(null)), "no iss");
    assertRefused(sign(given.north.claims("north", "buyer").subject(null)), "no sub");
    assertRefused(sign(given.north.claims("north", "buyer").claim("tenant", null)), "no tenant");
    assertRefused(
        sign(given.north.claims("north", "buyer").claim("tenant", List.of("north"))),
        "not a signed");
    assertRefused(
        sign(given.north.claims("north", "buyer").claim("tenant", "north' or true")),
        "not the code of a council");
  }

  @Test
  void claimsThatNoDatabaseHoldsAreRefusedBeforeItIsAsked() {
    assertRefused(sign(given.north.claims("north", "buy\0er")), "sub holds a control character");
    assertRefused(sign(given.north.claims("north", "buy\ner")), "sub holds a control character");
    assertRefused(
        sign(given.north.claims("north", "x".repeat(201))), "sub is longer than 200 characters");
    assertRefused(
        sign(given.north.claims("north", "buyer").issuer("urn:\0")),
        "iss holds a control character");
  }

  @Test
  void theLogNeverShowsTheToken() throws JOSEException {
    String token = TestIssuer.signingWithEs256(given.north.name).token("north", "buyer");
    given.authenticator.authenticate(token);
    assertThat(log.list).hasSize(1);
    for (String part : token.split("\\.", -1)) {
      assertThat(log.list.getFirst().getFormattedMessage()).doesNotContain(part);
    }
  }

  @Test
  void whoeverIsDisabledIsOutAtOnce() {
    UUID id =
        given.add(
            "north",
            PrincipalEntry.staff(given.north.name, "leaver", "leaver", Role.CONTRACT_OFFICER));
    String token = given.north.token("north", "leaver");
    assertThat(given.authenticator.authenticate(token)).isPresent();
    Actor admin = given.administratorOf("north");
    given.transactions.write(
        admin,
        () -> {
          given.principals.disable(admin, id, 1);
          return id;
        });
    assertRefused(token, "disabled");
  }

  @Test
  void anApiClientHasNoMoreThanItsScopes() {
    given.add(
        "south",
        IdentityFixture.apiClient(given.south, "robot", Set.of("directory.read", "audit.read")));
    Actor robot =
        given.authenticator.authenticate(given.south.token("south", "robot")).orElseThrow();
    assertThat(robot.permissions()).containsExactly("directory.read");
  }

  @Test
  void aProviderUserIsBoundToItsProviders() {
    UUID provider = given.addProvider("south", "P-CARER");
    given.add(
        "south", PrincipalEntry.providerUser(given.south.name, "carer", "carer", Set.of(provider)));
    Actor carer =
        given.authenticator.authenticate(given.south.token("south", "carer")).orElseThrow();
    assertThat(carer.isProviderBound()).isTrue();
    assertThat(carer.providerIds()).containsExactly(provider);
  }

  @Test
  void keysCanBeReplaced() throws JOSEException {
    TestIssuer first = TestIssuer.signingWithEs256("https://id.example/turning");
    given.create("turning", first);
    assertThat(given.authenticator.authenticate(first.token("turning", "admin"))).isPresent();
    Actor admin = given.authenticator.authenticate(first.token("turning", "admin")).orElseThrow();
    TestIssuer second = TestIssuer.signingWithEs256(first.name, "second");
    Issuers issuers = given.context.getBean(Issuers.class);
    given.transactions.write(
        admin, () -> issuers.replace(admin, TestIssuer.entryOf(first, second)));
    Actor renewed =
        given.authenticator.authenticate(second.token("turning", "admin")).orElseThrow();
    given.transactions.write(renewed, () -> issuers.replace(renewed, second.entry()));
    assertRefused(first.token("turning", "admin"), "no such key");
    assertThat(given.authenticator.authenticate(second.token("turning", "admin"))).isPresent();
  }

  @Test
  void nobodyTakesAwayTheKeyOfTheirOwnToken() throws JOSEException {
    TestIssuer first = TestIssuer.signingWithEs256("https://id.example/locking");
    given.create("locking", first);
    Actor admin = given.authenticator.authenticate(first.token("locking", "admin")).orElseThrow();
    Issuers issuers = given.context.getBean(Issuers.class);
    IssuerEntry now = first.entry();
    List<IssuerEntry> lockingOut =
        List.of(
            TestIssuer.signingWithEs256(first.name, "second").entry(),
            TestIssuer.signingWithEs256(first.name).entry(),
            TestIssuer.signingWithRs256(first.name).entry(),
            new IssuerEntry(
                first.name, "another", now.algorithm(), Objects.requireNonNull(now.jwks()), false));
    for (IssuerEntry entry : lockingOut) {
      assertThatThrownBy(() -> given.transactions.write(admin, () -> issuers.replace(admin, entry)))
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.problems())
                      .extracting(Problem::code, Problem::path)
                      .containsExactly(tuple("OWN_ACCESS", "input.issuer.jwks")));
    }
    assertThat(given.authenticator.authenticate(first.token("locking", "admin"))).isPresent();
  }

  @Test
  void whatNobodyCanBeCalledIsNotAskedOfTheDatabase() {
    assertRefused(given.north.token("north", "bu\u0000yer"), "its sub holds a control character");
    assertRefused(given.north.token("north", "x".repeat(201)), "its sub is longer than 200");
  }

  @Test
  void aCouncilMayTrustTwoIssuersAtOnce() throws JOSEException {
    TestIssuer further = TestIssuer.signingWithRs256("https://id.example/further");
    Actor admin = given.administratorOf("north");
    Issuers issuers = given.context.getBean(Issuers.class);
    given.transactions.write(admin, () -> issuers.register(admin, further.entry()));
    given.add("north", PrincipalEntry.staff(further.name, "buyer", "other-buyer", Role.AUDITOR));
    assertThat(
            given.authenticator.authenticate(further.token("north", "buyer")).orElseThrow().label())
        .isEqualTo("other-buyer");
    assertThat(
            given
                .authenticator
                .authenticate(given.north.token("north", "buyer"))
                .orElseThrow()
                .label())
        .isEqualTo("north-buyer");
  }

  private String sign(JWTClaimsSet.Builder claims) {
    return given.north.sign(claims, header -> {});
  }

  private void assertRefused(String token, String reason) {
    log.list.clear();
    assertThat(given.authenticator.authenticate(token)).isEmpty();
    assertThat(log.list)
        .singleElement()
        .satisfies(event -> assertThat(event.getFormattedMessage()).contains(reason));
  }
}
