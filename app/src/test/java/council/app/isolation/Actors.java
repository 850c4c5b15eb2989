package council.app.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ApiClient;
import council.app.demo.DemoTokens;
import council.app.demo.DemoUsers;
import council.platform.identity.DemoIssuer;
import council.platform.identity.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everybody of the table: a user in each role, and those who are hardly anybody. */
final class Actors {
  private static final String NO_MODULES = "moduleless";
  private static final String CREATE =
      "mutation($input: CreatePrincipalInput!) {"
          + " createPrincipal(input: $input) { principal { id revision } problems { message } } }";
  private static final String DISABLE =
      "mutation($input: DisablePrincipalInput!) {"
          + " disablePrincipal(input: $input) { principal { id } problems { message } } }";
  private final World world;

  Actors(World world) {
    this.world = world;
  }

  Map<String, Caller> all() {
    Map<String, Caller> actors = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      actors.put(
          role.code(),
          role == Role.PROVIDER_USER
              ? world.asProvider(World.STRANGER, world.aProviderOf(World.STRANGER))
              : world.as(World.STRANGER, role));
    }
    actors.put("api-client-of-one-scope", narrowClient());
    actors.put("disabled-user", disabledUser());
    actors.put("anonymous", world.caller("anonymous", null));
    actors.put("auditor-without-modules", auditorWithoutModules());
    return actors;
  }

  /** Of a council without a scheme, and so without any module's section. */
  private Caller auditorWithoutModules() {
    DemoTokens tokens = world.server().tokens();
    Administration instance =
        new Administration(
            new ApiClient(
                world.server().url(), tokens.token("platform", Role.PLATFORM_OPERATOR, null)));
    if (!instance.tenantCodes().contains(NO_MODULES)) {
      instance.createTenant(
          NO_MODULES, "Without modules", tokens.issuer(NO_MODULES), DemoUsers.staff());
    }
    return world.as(NO_MODULES, Role.AUDITOR);
  }

  /** Has one of the permissions of its role and none of the others. */
  private Caller narrowClient() {
    create(Role.API_CLIENT, "narrow", List.of("framework.own.read"));
    return caller(Role.API_CLIENT, "narrow");
  }

  private Caller disabledUser() {
    JsonNode created = create(Role.AUDITOR, "disabled", List.of());
    Map<String, Object> input =
        Map.of(
            "id", created.path("id").asText(),
            "revision", created.path("revision").asInt(),
            "idempotencyKey", UUID.randomUUID().toString());
    done(DISABLE, input, "disablePrincipal");
    return caller(Role.AUDITOR, "disabled");
  }

  private JsonNode create(Role role, String name, List<String> scopes) {
    String subject = DemoTokens.subject(role, name);
    Map<String, Object> principal =
        Map.of(
            "issuer", DemoIssuer.issuerOf(World.STRANGER),
            "subject", subject,
            "label", subject,
            "roles", List.of(role.name()),
            "scopes", scopes);
    return done(
        CREATE,
        Map.of("principal", principal, "idempotencyKey", UUID.randomUUID().toString()),
        "createPrincipal");
  }

  private JsonNode done(String document, Map<String, Object> input, String field) {
    Caller.Answer answer =
        world.as(World.STRANGER, Role.TENANT_ADMIN).ask(document, Map.of("input", input));
    JsonNode principal = answer.data().path(field).path("principal");
    if (!principal.isObject()) {
      throw new AssertionError(field + " was answered " + answer.body());
    }
    return principal;
  }

  private Caller caller(Role role, String name) {
    return world.caller(
        role.code() + " " + name, world.server().tokens().token(World.STRANGER, role, name));
  }
}
