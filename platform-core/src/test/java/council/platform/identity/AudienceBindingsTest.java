package council.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tokens that name no council, of an issuer whom two councils know by an audience each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceBindingsTest {
  private static final String NORTHS = "https://council.example/north";
  private static final String SOUTHS = "https://council.example/south";
  private IdentityFixture given;
  private TestIssuer shared;
  private TestIssuer unbound;

  @BeforeAll
  void start() throws Exception {
    given = new IdentityFixture(false);
    shared = TestIssuer.signingWithEs256("https://id.example/shared");
    unbound = TestIssuer.signingWithEs256("https://id.example/unbound");
    register("north", shared, NORTHS, "ada");
    register("south", shared, SOUTHS, "bo");
    register("north", unbound, NORTHS, "cy");
    bind(NORTHS, "north");
    bind(SOUTHS, "south");
  }

  @AfterAll
  void stop() {
    given.close();
  }

  @Test
  void theAudienceSaysWhichOfTheIssuersCouncilsIsMeant() {
    assertThat(councilOf(shared, "ada", null, NORTHS)).contains("north");
    assertThat(councilOf(shared, "bo", null, SOUTHS)).contains("south");
    assertThat(councilOf(shared, "bo", null, NORTHS)).as("whom north does not know").isEmpty();
    assertThat(councilOf(shared, "ada", null, NORTHS, SOUTHS)).as("both are meant").isEmpty();
    assertThat(councilOf(shared, "ada", null, "https://council.example/")).isEmpty();
  }

  @Test
  void anotherIssuerWithTheSameAudienceLeadsToNoCouncil() {
    assertThat(councilOf(unbound, "cy", null, NORTHS)).isEmpty();
    assertThat(councilOf(unbound, "cy", "north", NORTHS))
        .as("the same token, were it to name the council")
        .contains("north");
  }

  private Optional<String> councilOf(
      TestIssuer issuer, String subject, @Nullable String named, String... audiences) {
    JWTClaimsSet.Builder claims =
        issuer.claims("unsaid", subject).claim("tenant", named).audience(List.of(audiences));
    return given.authenticator.authenticate(issuer.sign(claims, header -> {})).map(Actor::tenant);
  }

  private void register(String council, TestIssuer issuer, String audience, String subject) {
    Actor admin = given.administratorOf(council);
    IssuerEntry own = issuer.entry();
    IssuerEntry entry =
        new IssuerEntry(
            own.issuer(), audience, own.algorithm(), Objects.requireNonNull(own.jwks()), false);
    Issuers issuers = given.context.getBean(Issuers.class);
    given.transactions.write(admin, () -> issuers.register(admin, entry));
    given.add(council, PrincipalEntry.staff(issuer.name, subject, subject, Role.AUDITOR));
  }

  private void bind(String audience, String council) {
    Actor operator = given.operator();
    AudienceBindings bindings = given.context.getBean(AudienceBindings.class);
    given.transactions.write(
        operator, () -> bindings.bind(operator, shared.name, audience, council));
  }
}
