package council.platform.identity;

import council.platform.data.Ids;
import council.platform.data.Transactions;
import council.platform.directory.Directory;
import council.platform.directory.DirectoryEntries;
import council.platform.directory.ImportMode;
import council.platform.directory.ProviderEntry;
import council.platform.directory.ProviderForm;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** An instance with its operator and the councils north and south. */
final class IdentityFixture implements AutoCloseable {
  final ApplicationContext context;
  final Transactions transactions;
  final TenantProvisioning provisioning;
  final Principals principals;
  final Authenticator authenticator;
  final TestIssuer home;
  final TestIssuer north;
  final TestIssuer south;

  IdentityFixture(boolean demo) throws Exception {
    this(demo, Map.of());
  }

  IdentityFixture(boolean demo, Map<String, String> settings) throws Exception {
    Map<String, Object> properties =
        new HashMap<>(PostgresForTests.shared().migratedDatabase().properties());
    properties.put("council.demo", demo);
    properties.putAll(settings);
    context = ApplicationContext.run(properties, "test");
    transactions = context.getBean(Transactions.class);
    provisioning = context.getBean(TenantProvisioning.class);
    principals = context.getBean(Principals.class);
    authenticator = context.getBean(Authenticator.class);
    home = TestIssuer.signingWithEs256("https://id.example/home");
    north = TestIssuer.signingWithEs256("https://id.example/north");
    south = TestIssuer.signingWithRs256("https://id.example/south");
    provisioning.establishHost(
        home.entry(),
        List.of(PrincipalEntry.staff(home.name, "operator", "operator", Role.PLATFORM_OPERATOR)));
    create("north", north);
    create("south", south);
  }

  Actor operator() {
    return authenticator.authenticate(home.token("platform", "operator")).orElseThrow();
  }

  /** The administrator of north or south. */
  Actor administratorOf(String tenant) {
    TestIssuer issuer = tenant.equals("north") ? north : south;
    return authenticator.authenticate(issuer.token(tenant, "admin")).orElseThrow();
  }

  UUID add(String tenant, PrincipalEntry entry) {
    Actor admin = administratorOf(tenant);
    return transactions.write(admin, () -> principals.create(admin, entry));
  }

  /** A provider in the directory of north or south. */
  UUID addProvider(String tenant, String reference) {
    Actor admin = administratorOf(tenant);
    Directory directory = context.getBean(Directory.class);
    ProviderEntry provider =
        new ProviderEntry(
            reference, "Care", null, null, null, null, null, null, ProviderForm.ORGANISATION);
    DirectoryEntries entries =
        new DirectoryEntries(LocalDate.of(2015, 6, 1), List.of(provider), List.of(), List.of());
    return transactions.write(
        admin,
        () -> {
          directory.importEntries(admin, entries, ImportMode.APPLY);
          return Objects.requireNonNull(
                  directory.findProvidersByReference(admin, Set.of(reference)).get(reference))
              .id()
              .value();
        });
  }

  static TenantEntry council(String code, TestIssuer issuer) {
    return new TenantEntry(
        code,
        "Council of " + code,
        List.of(issuer.entry()),
        List.of(
            PrincipalEntry.staff(issuer.name, "admin", code + "-admin", Role.TENANT_ADMIN),
            PrincipalEntry.staff(issuer.name, "buyer", code + "-buyer", Role.COMMISSIONER)));
  }

  UUID create(String code, TestIssuer issuer) {
    Actor operator = operator();
    return transactions.write(operator, () -> provisioning.create(operator, council(code, issuer)));
  }

  static PrincipalEntry apiClient(TestIssuer issuer, String subject, Set<String> scopes) {
    return new PrincipalEntry(
        issuer.name,
        subject,
        subject + Ids.next(),
        Set.of(Role.API_CLIENT, Role.COMMISSIONER),
        Set.of(),
        scopes);
  }

  @Override
  public void close() {
    context.close();
  }
}
