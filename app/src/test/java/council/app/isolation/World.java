package council.app.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.journey.DemoServer;
import council.platform.identity.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One instance with the demo's councils: {@link #VICTIM}, whose rows hold canaries, and {@link
 * #STRANGER}, whose people try to see them.
 */
final class World {
  static final String VICTIM = "lancashire";
  static final String STRANGER = "hampshire";
  private static @Nullable World shared;
  private final DemoServer server;
  private final CountedWire wire;
  private final Canaries.Planted canaries;
  private final Api api;
  private final TenantTables tables;
  private final Map<String, Caller> callers = new ConcurrentHashMap<>();

  private World(DemoServer server, CountedWire wire, Canaries.Planted canaries) {
    this.server = server;
    this.wire = wire;
    this.canaries = canaries;
    this.tables = TenantTables.of(server.database());
    this.api = Api.of(server, as(STRANGER, Role.AUDITOR));
  }

  static synchronized World shared() {
    World known = shared;
    if (known == null) {
      known = start();
      Runtime.getRuntime().addShutdownHook(new Thread(known.server::close));
      shared = known;
    }
    return known;
  }

  private static World start() {
    CountedWire[] wire = new CountedWire[1];
    Canaries.Planted[] canaries = new Canaries.Planted[1];
    DemoServer server =
        DemoServer.copy(
            database -> canaries[0] = Canaries.plant(database, VICTIM),
            database -> {
              wire[0] = CountedWire.before(database.url());
              return wire[0].url();
            });
    return new World(server, wire[0], canaries[0]);
  }

  DemoServer server() {
    return server;
  }

  CountedWire wire() {
    return wire;
  }

  Canaries.Planted canaries() {
    return canaries;
  }

  Api api() {
    return api;
  }

  TenantTables tables() {
    return tables;
  }

  Caller as(String council, Role role) {
    return caller(role.code() + " of " + council, server.tokens().token(council, role, null));
  }

  Caller asProvider(String council, String provider) {
    return caller(
        "provider user %s of %s".formatted(provider, council),
        server.tokens().token(council, Role.PROVIDER_USER, provider));
  }

  /** Somebody with a token, who states the first purpose that is open to them. */
  Caller caller(String name, @Nullable String token) {
    URI endpoint = URI.create(server.url() + "/graphql");
    Caller without = new Caller(name, endpoint, token, null);
    return callers.computeIfAbsent(
        name, n -> new Caller(n, endpoint, token, Api.purposeOf(permissionsOf(without))));
  }

  /** A user in each role of a council, one of its providers' included. */
  List<Caller> everybodyOf(String council) {
    List<Caller> callers = new ArrayList<>();
    for (Role role : Role.values()) {
      if (role != Role.PLATFORM_OPERATOR && role != Role.PROVIDER_USER) {
        callers.add(as(council, role));
      }
    }
    callers.add(asProvider(council, aProviderOf(council)));
    return callers;
  }

  /** Everybody who must see nothing of the victim: the stranger's people and the operator. */
  List<Caller> strangers() {
    List<Caller> callers = new ArrayList<>(everybodyOf(STRANGER));
    callers.add(as("platform", Role.PLATFORM_OPERATOR));
    return callers;
  }

  /** The reference of a provider that holds a place, so that its user has something to see. */
  String aProviderOf(String council) {
    List<String> references = new ArrayList<>();
    tables.query(
        "select r.reference from platform.provider r join framework.place p"
            + " on p.tenant_id = r.tenant_id and p.provider_id = r.id"
            + " where r.tenant_id = ? and r.reference !~ '[Cc]anary' order by 1 limit 1",
        List.of(council),
        row -> references.add(row.getString(1)));
    return references.getFirst();
  }

  Set<String> permissionsOf(Caller caller) {
    Set<String> permissions = new TreeSet<>();
    JsonNode me = caller.ask("{ me { permissions } }", Map.of()).data().path("me");
    me.path("permissions").forEach(permission -> permissions.add(permission.asText()));
    return permissions;
  }
}
