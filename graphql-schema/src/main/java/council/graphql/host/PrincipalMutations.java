package council.graphql.host;

import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import council.platform.identity.PrincipalEntry;
import council.platform.identity.Principals;
import council.platform.identity.Role;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The council's administrators look after its users and machines. */
@Singleton
final class PrincipalMutations {
  private final Principals principals;

  PrincipalMutations(Principals principals) {
    this.principals = principals;
  }

  /** The SDL input PrincipalInput. */
  record PrincipalInput(
      String issuer,
      String subject,
      String label,
      List<Role> roles,
      List<UUID> providers,
      List<String> scopes,
      @Nullable String clientId) {
    PrincipalEntry entry() {
      return new PrincipalEntry(
          issuer,
          subject,
          label,
          Set.copyOf(roles),
          new LinkedHashSet<>(providers),
          Set.copyOf(scopes),
          clientId);
    }
  }

  record CreatePrincipal(PrincipalInput principal) {}

  record AssignRoles(UUID id, int revision, List<Role> roles) {}

  record BindPrincipal(UUID id, int revision, List<UUID> providers) {}

  record PrincipalAt(UUID id, int revision) {}

  void declare(Contributions c) {
    c.mutation("createPrincipal", CreatePrincipal.class, this::create);
    c.mutation("assignRoles", AssignRoles.class, this::assign);
    c.mutation("bindPrincipal", BindPrincipal.class, this::bind);
    c.mutation("disablePrincipal", PrincipalAt.class, this::disable);
    c.mutation("enablePrincipal", PrincipalAt.class, this::enable);
  }

  private Outcome create(Actor actor, CreatePrincipal input) {
    return principal(principals.create(actor, input.principal().entry()));
  }

  private Outcome assign(Actor actor, AssignRoles input) {
    principals.assignRoles(actor, input.id(), Set.copyOf(input.roles()), input.revision());
    return principal(input.id());
  }

  private Outcome bind(Actor actor, BindPrincipal input) {
    principals.bindToProviders(
        actor, input.id(), new LinkedHashSet<>(input.providers()), input.revision());
    return principal(input.id());
  }

  private Outcome disable(Actor actor, PrincipalAt input) {
    principals.disable(actor, input.id(), input.revision());
    return principal(input.id());
  }

  private Outcome enable(Actor actor, PrincipalAt input) {
    principals.enable(actor, input.id(), input.revision());
    return principal(input.id());
  }

  private static Outcome principal(UUID id) {
    return Outcome.node("principal", "Principal", id);
  }
}
