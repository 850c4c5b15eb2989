package council.platform.identity;

import static council.platform.store.generated.Tables.ROLE_PERMISSION;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Permissions.Departure;
import council.platform.identity.Permissions.Effect;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Where the actor's council departs from what the modules allow each role. */
@Singleton
public final class RolePermissions {
  /** What the modules say. */
  private static final String DEFAULT = "DEFAULT";

  private final DSLContext sql;
  private final Permissions permissions;
  private final Audit audit;

  RolePermissions(DSLContext sql, Permissions permissions, Audit audit) {
    this.sql = sql;
    this.permissions = permissions;
    this.audit = audit;
  }

  /** Grants a role what it has not got by default, or revokes what it has. */
  public void depart(Actor actor, Departure departure) {
    checkKnown(departure.permission());
    String before = effect(departure.role(), departure.permission());
    sql.insertInto(ROLE_PERMISSION)
        .set(ROLE_PERMISSION.TENANT_ID, actor.tenant())
        .set(ROLE_PERMISSION.ROLE, departure.role().name())
        .set(ROLE_PERMISSION.PERMISSION, departure.permission())
        .set(ROLE_PERMISSION.EFFECT, departure.effect().name())
        .onDuplicateKeyUpdate()
        .set(ROLE_PERMISSION.EFFECT, departure.effect().name())
        .execute();
    record(actor, departure.role(), departure.permission(), before, departure.effect().name());
  }

  /** Goes back to the module's default. */
  public void reset(Actor actor, Role role, String permission) {
    checkKnown(permission);
    String before = effect(role, permission);
    sql.deleteFrom(ROLE_PERMISSION)
        .where(ROLE_PERMISSION.ROLE.eq(role.name()))
        .and(ROLE_PERMISSION.PERMISSION.eq(permission))
        .execute();
    record(actor, role, permission, before, DEFAULT);
  }

  public List<Departure> list() {
    return sql.selectFrom(ROLE_PERMISSION)
        .orderBy(ROLE_PERMISSION.ROLE, ROLE_PERMISSION.PERMISSION)
        .fetch(row ->
            new Departure(
                Role.valueOf(row.getRole()), row.getPermission(), Effect.valueOf(row.getEffect())));
  }

  private void checkKnown(String permission) {
    if (!permissions.isKnown(permission)) {
      throw new Refused(
          "UNKNOWN_PERMISSION",
          "input.permission",
          "No installed module knows the permission '%s'.".formatted(permission));
    }
  }

  private String effect(Role role, String permission) {
    return sql.select(ROLE_PERMISSION.EFFECT)
        .from(ROLE_PERMISSION)
        .where(ROLE_PERMISSION.ROLE.eq(role.name()))
        .and(ROLE_PERMISSION.PERMISSION.eq(permission))
        .forUpdate()
        .fetchOptional(ROLE_PERMISSION.EFFECT)
        .orElse(DEFAULT);
  }

  private void record(Actor actor, Role role, String permission, String before, String after) {
    audit.record(
        actor,
        new Change(
            "RolePermission",
            Ids.next(),
            "RolePermissionChanged",
            Map.of("role", role.code(), "permission", permission, "effect", before),
            Map.of("role", role.code(), "permission", permission, "effect", after),
            null,
            null));
  }
}
