package council.platform.identity;

import java.util.Locale;

/** The roles of the platform. What each may do is a set of permissions, per council. */
public enum Role {
  TENANT_ADMIN,
  COMMISSIONER,
  LEAD_COMMISSIONER,
  CONTRACT_OFFICER,
  FINANCE,
  PROVIDER_USER,
  AUDITOR,
  API_CLIENT,
  PLATFORM_OPERATOR;

  /** As people write it: lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
