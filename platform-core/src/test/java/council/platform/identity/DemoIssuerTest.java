package council.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import council.platform.data.HostTransactions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIssuerTest {
  @TempDir Path folder;

  @Test
  void itsTokensAreAcceptedInDemoModeInTheirCouncil() throws Exception {
    DemoIssuer demo = new DemoIssuer(folder, Clock.systemUTC());
    try (IdentityFixture given = new IdentityFixture(true)) {
      create(given, demo);
      assertThat(
              given.authenticator.authenticate(
                  demo.token("demoland", "tenant-admin", Duration.ofHours(1))))
          .isPresent();
      assertThat(
              given.authenticator.authenticate(demo.token("north", "admin", Duration.ofHours(1))))
          .isEmpty();
    }
  }

  @Test
  void outsideDemoModeItIsNotAcceptedThoughItIsRegistered() throws Exception {
    DemoIssuer demo = new DemoIssuer(folder, Clock.systemUTC());
    try (IdentityFixture given = new IdentityFixture(false)) {
      register(given, demo);
      assertThat(
              given.authenticator.authenticate(demo.token("north", "admin", Duration.ofHours(1))))
          .isEmpty();
    }
    try (IdentityFixture given = new IdentityFixture(true)) {
      register(given, demo);
      assertThat(
              given.authenticator.authenticate(demo.token("north", "admin", Duration.ofHours(1))))
          .isPresent();
    }
  }

  @Test
  void keysOutliveTheProcessAndDifferByCouncil() throws Exception {
    IssuerEntry first = new DemoIssuer(folder, Clock.systemUTC()).entryFor("north");
    IssuerEntry second = new DemoIssuer(folder, Clock.systemUTC()).entryFor("south");
    assertThat(new DemoIssuer(folder, Clock.systemUTC()).entryFor("north")).isEqualTo(first);
    assertThat(second.jwks()).isNotEqualTo(first.jwks());
    assertThat(JWKSet.parse(first.jwks()).containsNonPublicKeys()).isFalse();
  }

  @Test
  void privateKeysAreReadableForTheirOwnerAlone() throws Exception {
    new DemoIssuer(folder, Clock.systemUTC()).entryFor("north");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("demo-issuer-keys.json"))))
        .isEqualTo("rw-------");
  }

  private static void create(IdentityFixture given, DemoIssuer demo) {
    IssuerEntry issuer = demo.entryFor("demoland");
    Actor operator = given.operator();
    given.transactions.write(
        operator,
        () ->
            given.provisioning.create(
                operator,
                new TenantEntry(
                    "demoland",
                    "Demoland",
                    List.of(issuer),
                    List.of(
                        PrincipalEntry.staff(
                            issuer.issuer(), "tenant-admin", "demo-admin", Role.TENANT_ADMIN)))));
  }

  /** Past the facade, which refuses a demo issuer outside demo mode. */
  private static void register(IdentityFixture given, DemoIssuer demo) {
    IdentityStore store = given.context.getBean(IdentityStore.class);
    given
        .context
        .getBean(HostTransactions.class)
        .writeAsHost(
            "north",
            () ->
                store.insertPrincipal(
                    "north",
                    store.insertIssuer("north", demo.entryFor("north")),
                    PrincipalEntry.staff(
                        DemoIssuer.issuerOf("north"), "admin", "demo", Role.TENANT_ADMIN)));
  }
}
