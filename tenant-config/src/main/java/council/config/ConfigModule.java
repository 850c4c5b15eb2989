package council.config;

import static council.platform.identity.Role.API_CLIENT;
import static council.platform.identity.Role.AUDITOR;
import static council.platform.identity.Role.COMMISSIONER;
import static council.platform.identity.Role.CONTRACT_OFFICER;
import static council.platform.identity.Role.FINANCE;
import static council.platform.identity.Role.LEAD_COMMISSIONER;
import static council.platform.identity.Role.TENANT_ADMIN;

import council.platform.identity.Permission;
import council.platform.module.CouncilModule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The councils' schemes: read strictly, kept as immutable versions, in force by date. */
public final class ConfigModule implements CouncilModule {
  public static final String ID = "config";
  public static final String READ = "config.scheme.read";
  public static final String DRAFT = "config.scheme.draft";
  public static final String SIMULATE = "config.scheme.simulate";
  public static final String APPROVE = "config.scheme.approve";
  public static final String PUBLISH = "config.scheme.publish";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<String> migrations() {
    return Optional.of("db/config");
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(
            READ,
            "See the council's scheme and its versions",
            Set.of(
                TENANT_ADMIN,
                COMMISSIONER,
                LEAD_COMMISSIONER,
                CONTRACT_OFFICER,
                FINANCE,
                AUDITOR,
                API_CLIENT)),
        new Permission(
            DRAFT,
            "Write drafts of the scheme, hand them in and give them up",
            Set.of(TENANT_ADMIN, COMMISSIONER, LEAD_COMMISSIONER)),
        new Permission(
            SIMULATE,
            "Try a draft of the scheme on what is there",
            Set.of(TENANT_ADMIN, COMMISSIONER, LEAD_COMMISSIONER)),
        new Permission(
            APPROVE,
            "Approve drafts of the scheme that others wrote, or give them back",
            Set.of(TENANT_ADMIN, LEAD_COMMISSIONER)),
        new Permission(PUBLISH, "Put a new version of the scheme in force", Set.of(TENANT_ADMIN)));
  }
}
