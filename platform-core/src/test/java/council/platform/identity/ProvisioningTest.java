package council.platform.identity;

import static council.platform.store.generated.Tables.AUDIT;
import static council.platform.store.generated.Tables.HOSTED_TENANT;
import static council.platform.store.generated.Tables.PRINCIPAL_PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.jwk.JWKSet;
import council.platform.data.Ids;
import council.platform.identity.Permissions.Departure;
import council.platform.identity.Permissions.Effect;
import council.platform.identity.Principals.PrincipalView;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvisioningTest {
  private IdentityFixture given;
  private DSLContext sql;

  @BeforeAll
  void start() throws Exception {
    given = new IdentityFixture(false);
    sql = given.context.getBean(DSLContext.class);
  }

  @AfterAll
  void stop() {
    given.close();
  }

  @Test
  void theHostIsEstablishedOnce() {
    assertThat(given.provisioning.establishHost(given.home.entry(), List.of())).isFalse();
    assertThat(given.operator().permissions())
        .contains("platform.tenant.manage")
        .doesNotContain("directory.read", "platform.principal.manage");
  }

  @Test
  void theOperatorSeesTheCouncilsAndNothingInThem() {
    Actor operator = given.operator();
    assertThat(
            given.transactions.read(
                operator, () -> sql.selectFrom(HOSTED_TENANT).fetch(HOSTED_TENANT.CODE)))
        .contains("north", "south");
    assertThat(given.transactions.read(operator, given.principals::list))
        .extracting(PrincipalView::label)
        .containsExactly("operator");
  }

  @Test
  void everyCouncilHasItsOwnPrincipals() {
    assertThat(given.transactions.read(given.administratorOf("south"), given.principals::list))
        .extracting(PrincipalView::label)
        .contains("south-admin", "south-buyer")
        .doesNotContain("north-admin");
  }

  @Test
  void aCouncilIsCreatedOnce() {
    assertThat(codes(refusal(() -> given.create("north", given.north))))
        .containsExactly("TENANT_EXISTS");
    assertThat(codes(refusal(() -> given.create("platform", given.north))))
        .contains("TENANT_EXISTS");
  }

  @Test
  void onlyTheOperatorCreatesCouncils() {
    Actor admin = given.administratorOf("north");
    assertThat(
            codes(
                refusal(() ->
                    given.transactions.write(
                        admin,
                        () ->
                            given.provisioning.create(
                                admin, IdentityFixture.council("fourth", given.north))))))
        .containsExactly("NOT_THE_OPERATOR");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndNothingIsKept() {
    IssuerEntry broken =
        new IssuerEntry(
            "https://id.example/x", "", "ES256", new JWKSet(given.north.key).toString(false), true);
    TenantEntry entry =
        new TenantEntry(
            "Not A Code",
            " ",
            List.of(broken, new IssuerEntry("https://id.example/y", "a", "HS256", "{}", false)),
            List.of(PrincipalEntry.staff("https://id.example/z", "", "x", Role.PLATFORM_OPERATOR)));
    Actor operator = given.operator();
    List<Problem> problems =
        refusal(() ->
            given.transactions.write(operator, () -> given.provisioning.create(operator, entry)));
    assertThat(codes(problems))
        .contains(
            "BAD_CODE",
            "REQUIRED",
            "PRIVATE_KEY",
            "DEMO_ISSUER_OUTSIDE_DEMO",
            "UNKNOWN_ALGORITHM",
            "UNKNOWN_ISSUER",
            "OPERATOR_OF_A_COUNCIL",
            "NO_ADMINISTRATOR");
    assertThat(
            given.transactions.read(
                operator, () -> sql.selectFrom(HOSTED_TENANT).fetch(HOSTED_TENANT.CODE)))
        .doesNotContain("Not A Code");
  }

  @Test
  void creatingACouncilIsAudited() {
    Actor operator = given.operator();
    assertThat(given.transactions.read(operator, () -> sql.selectFrom(AUDIT).fetch(AUDIT.ACTION)))
        .contains("TenantCreated");
  }

  @Test
  void aRoleMayBeGivenAndTakenButNotOnesOwn() {
    UUID id =
        given.add("north", PrincipalEntry.staff(given.north.name, "mover", "mover", Role.FINANCE));
    Actor admin = given.administratorOf("north");
    write(admin, () -> given.principals.assignRoles(admin, id, Set.of(Role.AUDITOR), 1));
    assertThat(
            given
                .authenticator
                .authenticate(given.north.token("north", "mover"))
                .orElseThrow()
                .permissions())
        .contains("audit.read");
    assertThat(
            codes(
                refusal(() ->
                    write(
                        admin,
                        () -> given.principals.assignRoles(admin, id, Set.of(Role.FINANCE), 1)))))
        .containsExactly("STALE_REVISION");
    assertThat(
            codes(
                refusal(() ->
                    write(
                        admin,
                        () ->
                            given.principals.assignRoles(
                                admin, admin.principalId(), Set.of(Role.FINANCE), 1)))))
        .containsExactly("OWN_ROLES");
  }

  @Test
  void anotherCouncilsPrincipalIsUnknown() {
    UUID id =
        given.add(
            "north", PrincipalEntry.staff(given.north.name, "hidden", "hidden", Role.FINANCE));
    Actor admin = given.administratorOf("south");
    assertThat(codes(refusal(() -> write(admin, () -> given.principals.disable(admin, id, 1)))))
        .containsExactly("UNKNOWN_PRINCIPAL");
  }

  @Test
  void rolesHaveLimits() {
    PrincipalEntry both =
        new PrincipalEntry(
            given.north.name,
            "both",
            "both",
            Set.of(Role.PROVIDER_USER, Role.FINANCE),
            Set.of(),
            Set.of("no.such.permission"));
    assertThat(codes(refusal(() -> given.add("north", both))))
        .contains("ROLE_STANDS_ALONE", "NOT_AN_API_CLIENT", "UNKNOWN_PERMISSION");
    PrincipalEntry bound =
        new PrincipalEntry(
            given.north.name, "bound", "bound", Set.of(Role.FINANCE), Set.of(Ids.next()), Set.of());
    assertThat(codes(refusal(() -> given.add("north", bound))))
        .containsExactly("NOT_A_PROVIDER_USER");
    assertThat(
            codes(
                refusal(() ->
                    given.add(
                        "north",
                        PrincipalEntry.staff(
                            given.north.name, "root", "root", Role.PLATFORM_OPERATOR)))))
        .containsExactly("OPERATOR_OF_A_COUNCIL");
  }

  @Test
  void aCouncilMayDepartFromTheDefaults() {
    given.add("south", PrincipalEntry.staff(given.south.name, "payer", "payer", Role.FINANCE));
    Actor admin = given.administratorOf("south");
    RolePermissions roles = given.context.getBean(RolePermissions.class);
    assertThat(payer().permissions()).contains("directory.read").doesNotContain("audit.read");
    write(
        admin, () -> roles.depart(admin, new Departure(Role.FINANCE, "audit.read", Effect.GRANT)));
    write(
        admin,
        () -> roles.depart(admin, new Departure(Role.FINANCE, "directory.read", Effect.REVOKE)));
    assertThat(payer().permissions()).contains("audit.read").doesNotContain("directory.read");
    assertThat(given.transactions.read(admin, roles::list)).hasSize(2);
    write(admin, () -> roles.reset(admin, Role.FINANCE, "audit.read"));
    assertThat(payer().permissions()).doesNotContain("audit.read");
    assertThat(
            codes(
                refusal(() ->
                    write(
                        admin,
                        () ->
                            roles.depart(
                                admin, new Departure(Role.FINANCE, "x.y", Effect.GRANT))))))
        .containsExactly("UNKNOWN_PERMISSION");
  }

  @Test
  void aUserIsBoundToProvidersOfTheOwnCouncilOnly() {
    UUID own = given.addProvider("north", "P-OWN");
    UUID foreign = given.addProvider("south", "P-FOREIGN");
    for (UUID unknown : List.of(foreign, Ids.next())) {
      PrincipalEntry entry =
          PrincipalEntry.providerUser(
              given.north.name, "stray", "stray", new LinkedHashSet<>(List.of(own, unknown)));
      assertThat(refusal(() -> given.add("north", entry)))
          .extracting(Problem::code, Problem::path, Problem::value)
          .containsExactly(
              tuple("UNKNOWN_PROVIDER", "input.principal.providers[1]", unknown.toString()));
    }
    UUID id =
        given.add(
            "north",
            PrincipalEntry.providerUser(given.north.name, "bound-to-own", "own", Set.of(own)));
    Actor admin = given.administratorOf("north");
    assertThat(
            refusal(() ->
                write(
                    admin, () -> given.principals.bindToProviders(admin, id, Set.of(foreign), 1))))
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple("UNKNOWN_PROVIDER", "input.providers[0]"));
  }

  @Test
  void theDatabaseBindsNobodyToAnotherCouncilsProvider() {
    UUID foreign = given.addProvider("south", "P-ELSEWHERE");
    Actor admin = given.administratorOf("north");
    assertThatThrownBy(() ->
            write(
                admin,
                () ->
                    sql.insertInto(PRINCIPAL_PROVIDER)
                        .values("north", admin.principalId(), foreign)
                        .execute()))
        .hasMessageContaining("violates foreign key constraint");
  }

  @Test
  void noTwoPrincipalsOfACouncilHaveOneLabel() {
    given.add("north", PrincipalEntry.staff(given.north.name, "one", "same", Role.FINANCE));
    assertThat(
            refusal(() ->
                given.add(
                    "north", PrincipalEntry.staff(given.north.name, "two", "same", Role.FINANCE))))
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple("DUPLICATE_LABEL", "input.principal.label"));
    given.add("south", PrincipalEntry.staff(given.south.name, "two", "same", Role.FINANCE));
  }

  @Test
  void theFirstUsersOfACouncilHaveLabelsOfTheirOwn() {
    Actor operator = given.operator();
    TenantEntry entry =
        new TenantEntry(
            "fifth",
            "Fifth",
            List.of(given.north.entry()),
            List.of(
                PrincipalEntry.staff(given.north.name, "a", "same", Role.TENANT_ADMIN),
                PrincipalEntry.staff(given.north.name, "b", "same", Role.FINANCE)));
    assertThat(refusal(() -> write(operator, () -> given.provisioning.create(operator, entry))))
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple("DUPLICATE_LABEL", "input.principals[1].label"));
  }

  @Test
  void textsThatNobodyCouldReadOrKeepAreRefusedWithTheirPlace() {
    PrincipalEntry entry =
        PrincipalEntry.staff(
            "https://id.example/\u0000", "x".repeat(201), "ad\u202emin", Role.FINANCE);
    assertThat(refusal(() -> given.add("north", entry)))
        .extracting(Problem::code, Problem::path)
        .containsExactlyInAnyOrder(
            tuple("BAD_TEXT", "input.principal.issuer"),
            tuple("BAD_TEXT", "input.principal.subject"),
            tuple("BAD_TEXT", "input.principal.label"));
    Actor admin = given.administratorOf("north");
    Issuers issuers = given.context.getBean(Issuers.class);
    IssuerEntry now = given.north.entry();
    IssuerEntry broken =
        new IssuerEntry(
            " padded ",
            "a".repeat(201),
            now.algorithm(),
            Objects.requireNonNull(now.jwks()),
            false);
    assertThat(refusal(() -> write(admin, () -> issuers.register(admin, broken))))
        .extracting(Problem::code, Problem::path)
        .containsExactlyInAnyOrder(
            tuple("BAD_TEXT", "input.issuer.issuer"), tuple("BAD_TEXT", "input.issuer.audience"));
  }

  private Actor payer() {
    return given.authenticator.authenticate(given.south.token("south", "payer")).orElseThrow();
  }

  private void write(Actor actor, Runnable work) {
    given.transactions.write(
        actor,
        () -> {
          work.run();
          return actor;
        });
  }

  private static List<Problem> refusal(Runnable work) {
    Refused refused = catchThrowableOfType(Refused.class, work::run);
    assertThat(refused).isNotNull();
    return refused.problems();
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).toList();
  }
}
