package council.graphql.host;

import council.graphql.host.PrincipalMutations.PrincipalInput;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import council.platform.identity.TenantEntry;
import council.platform.identity.TenantProvisioning;
import jakarta.inject.Singleton;
import java.util.List;

/** The platform's operators bring councils in. */
@Singleton
final class TenantMutations {
  private final TenantProvisioning provisioning;

  TenantMutations(TenantProvisioning provisioning) {
    this.provisioning = provisioning;
  }

  record CreateTenant(
      String code, String title, List<IssuerInput> issuers, List<PrincipalInput> principals) {}

  void declare(Contributions c) {
    c.mutation("createTenant", CreateTenant.class, this::create);
  }

  private Outcome create(Actor actor, CreateTenant input) {
    TenantEntry entry =
        new TenantEntry(
            input.code(),
            input.title(),
            input.issuers().stream().map(IssuerInput::entry).toList(),
            input.principals().stream().map(PrincipalInput::entry).toList());
    return Outcome.node("tenant", "HostedTenant", provisioning.create(actor, entry));
  }
}
