package council.graphql.host;

import static council.platform.store.generated.Tables.HOSTED_TENANT;
import static council.platform.store.generated.Tables.TENANT;

import council.graphql.spi.Contributions;
import council.graphql.spi.NodeRef;
import council.graphql.spi.ReadType.OrderKey;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;

/** Who asks, and in which council. */
@Singleton
final class SelfQueries {
  private final DSLContext db;

  SelfQueries(DSLContext db) {
    this.db = db;
  }

  /** The SDL type Me. */
  record Me(
      String council,
      String label,
      List<Role> roles,
      List<String> permissions,
      List<NodeRef> providers) {}

  void declare(Contributions c) {
    c.read("Tenant", TENANT)
        .column("code", TENANT.TENANT_ID)
        .column("title", TENANT.TITLE)
        .column("createdAt", TENANT.CREATED_AT);
    c.read("HostedTenant", HOSTED_TENANT)
        .column("code", HOSTED_TENANT.CODE)
        .column("title", HOSTED_TENANT.TITLE)
        .column("createdAt", HOSTED_TENANT.CREATED_AT)
        .filter("code", HOSTED_TENANT.CODE)
        .order("CODE_ASC", List.of(OrderKey.asc(HOSTED_TENANT.CODE)));
    c.rootConnection("hostedTenants", "HostedTenant");
    c.query("me", (actor, arguments) -> me(actor));
    c.query("tenant", (actor, arguments) -> tenant());
  }

  private static Me me(Actor actor) {
    return new Me(
        actor.tenant(),
        actor.label(),
        actor.roles().stream().sorted().toList(),
        actor.permissions().stream().sorted().toList(),
        actor.providerIds().stream().sorted().map(id -> new NodeRef("Provider", id)).toList());
  }

  /** Row-level security leaves exactly the council's own row. */
  private NodeRef tenant() {
    return new NodeRef("Tenant", db.select(TENANT.ID).from(TENANT).fetchSingle(TENANT.ID));
  }
}
