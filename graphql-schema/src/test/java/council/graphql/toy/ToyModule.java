package council.graphql.toy;

import council.platform.identity.Permission;
import council.platform.identity.Role;
import council.platform.module.CouncilModule;
import council.platform.scheme.SchemeSection;
import java.util.List;
import java.util.Set;

/** Its section decides which councils have it. */
public final class ToyModule implements CouncilModule {
  /** Nothing to configure. */
  public record ToySection() {}

  @Override
  public String id() {
    return "toy";
  }

  @Override
  public List<SchemeSection<?>> schemeSections() {
    return List.of(new SchemeSection<>("toy", ToySection.class, (section, scheme, problems) -> {}));
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission("toy.read", "Read", Set.of(Role.COMMISSIONER, Role.AUDITOR)),
        new Permission("toy.secret", "Read chapters", Set.of(Role.COMMISSIONER)),
        new Permission("toy.write", "Write", Set.of(Role.COMMISSIONER)));
  }
}
