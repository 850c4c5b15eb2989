package council.platform.personal;

import static council.platform.identity.Role.AUDITOR;
import static council.platform.identity.Role.COMMISSIONER;
import static council.platform.identity.Role.CONTRACT_OFFICER;
import static council.platform.identity.Role.FINANCE;
import static council.platform.identity.Role.LEAD_COMMISSIONER;
import static council.platform.identity.Role.TENANT_ADMIN;

import council.platform.identity.Permission;
import council.platform.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What personal data may be read for. Stating a purpose gives nobody more than their permissions
 * do; it is needed in addition, and stands in the log of reads. Which role may state which purpose
 * is itself a permission, so that a council departs from the defaults as it does from any other.
 */
public enum Purpose {
  /** Arranging and reviewing the care of a person. */
  CARE_COMMISSIONING(
      "Read personal data to arrange care", COMMISSIONER, LEAD_COMMISSIONER, CONTRACT_OFFICER),
  /** Checking and making payments. */
  PAYMENT("Read personal data to make payments", FINANCE),
  /** Protecting a person from harm. */
  SAFEGUARDING("Read personal data for safeguarding", LEAD_COMMISSIONER, CONTRACT_OFFICER),
  /** Answering a complaint. */
  COMPLAINT("Read personal data to answer a complaint", LEAD_COMMISSIONER, CONTRACT_OFFICER),
  /** Telling a person what is held on them. */
  SUBJECT_ACCESS("Read personal data to tell a person what is held", TENANT_ADMIN),
  /** Keeping and ending records by their time: registering, holds, pseudonymisation. */
  RECORD_KEEPING("Read personal data to keep records", TENANT_ADMIN, CONTRACT_OFFICER),
  /** Examining how the others have worked; an auditor needs the permission to read as well. */
  AUDIT("Read personal data for an audit", AUDITOR);

  private final String title;
  private final Set<Role> roles;

  Purpose(String title, Role... roles) {
    this.title = title;
    this.roles = Set.of(roles);
  }

  public static Optional<Purpose> find(String code) {
    return Arrays.stream(values()).filter(one -> one.name().equals(code)).findFirst();
  }

  /** Code of the permission to state this purpose, such as {@code person.purpose.payment}. */
  public String permission() {
    return "person.purpose." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<Permission> permissions() {
    return Arrays.stream(values())
        .map(one -> new Permission(one.permission(), one.title, one.roles))
        .toList();
  }
}
