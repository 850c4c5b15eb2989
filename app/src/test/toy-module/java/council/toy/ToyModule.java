package council.toy;

import council.platform.identity.Permission;
import council.platform.identity.Role;
import council.platform.module.CouncilModule;
import council.platform.scheme.SchemeSection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the module brings. */
public final class ToyModule implements CouncilModule {
  @Override
  public String id() {
    return "toy";
  }

  @Override
  public List<SchemeSection<?>> schemeSections() {
    return List.of(new SchemeSection<>("toy", ToySection.class, (section, scheme, problems) -> {}));
  }

  @Override
  public Optional<String> migrations() {
    return Optional.of("db/toy");
  }

  @Override
  public List<Permission> permissions() {
    return List.of(new Permission("toy.read", "See the greeting", Set.of(Role.AUDITOR)));
  }
}
