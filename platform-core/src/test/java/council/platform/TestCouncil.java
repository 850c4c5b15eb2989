package council.platform;

import static council.platform.store.generated.Tables.TENANT;

import council.platform.data.HostTransactions;
import council.platform.data.Ids;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeForceListener;
import council.platform.scheme.SchemeVersion;
import council.testing.Database;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** The host on a database of its own, with as many councils as a test asks for. */
public final class TestCouncil implements AutoCloseable {
  private final Database database = PostgresForTests.shared().migratedDatabase();
  private final ApplicationContext context;
  private int tenants;

  /** Without jobs being done: a test that wants them starts the scheduler. */
  public TestCouncil() {
    this(Map.of());
  }

  public TestCouncil(Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>(database.properties());
    properties.put("council.jobs.enabled", false);
    properties.putAll(settings);
    context = ApplicationContext.run(properties, "test");
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** For what nobody but a superuser can do, or must be able to do. */
  public Database database() {
    return database;
  }

  public DSLContext db() {
    return bean(DSLContext.class);
  }

  public <T> T read(Actor actor, Supplier<T> work) {
    return bean(Transactions.class).read(actor, work);
  }

  public <T> T write(Actor actor, Supplier<T> work) {
    return bean(Transactions.class).write(actor, work);
  }

  public static Actor officerOf(String tenant) {
    return new Actor(
        tenant, new UUID(0, 7), "officer", Set.of(Role.CONTRACT_OFFICER), Set.of(), Set.of());
  }

  public static Actor providerUserOf(String tenant, UUID... providers) {
    return new Actor(
        tenant,
        new UUID(0, 8),
        "provider",
        Set.of(Role.PROVIDER_USER),
        Set.of(),
        Set.of(providers));
  }

  /** Publishes a scheme that has geography only. */
  public void publish(String tenant, LocalDate effectiveFrom, GeographySection geography) {
    SchemeVersion version = new TestScheme(tenant, effectiveFrom, geography);
    write(
        officerOf(tenant),
        () -> {
          context
              .getBeansOfType(SchemeForceListener.class)
              .forEach(listener -> listener.tookForce(officerOf(tenant), version));
          return version;
        });
  }

  @Override
  public void close() {
    context.close();
  }

  /** Answers its code. */
  public String createTenant() {
    String code = "council-" + ++tenants;
    bean(HostTransactions.class)
        .writeAsHost(
            code,
            () ->
                db().insertInto(TENANT)
                    .set(TENANT.TENANT_ID, code)
                    .set(TENANT.ID, Ids.next())
                    .set(TENANT.TITLE, code)
                    .execute());
    return code;
  }
}
