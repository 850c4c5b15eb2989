package council.platform.personal;

import static council.platform.identity.Role.AUDITOR;
import static council.platform.identity.Role.COMMISSIONER;
import static council.platform.identity.Role.CONTRACT_OFFICER;
import static council.platform.identity.Role.FINANCE;
import static council.platform.identity.Role.LEAD_COMMISSIONER;
import static council.platform.identity.Role.TENANT_ADMIN;

import council.platform.identity.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who may do what with data about people, unless a council says otherwise. */
public final class PersonalPermissions {
  /** To read whatever is marked personal, for a purpose that the role may state. */
  public static final String READ = "person.read";

  /** To register people and to say when their care ended. */
  public static final String WRITE = "person.write";

  /** To put a person's data on hold, to set the retention rule, to pseudonymise what is due. */
  public static final String RETAIN = "person.retain";

  /** To export all that is held on one person. */
  public static final String EXPORT = "person.export";

  /** To see who read personal data. */
  public static final String READS = "person.reads.read";

  private PersonalPermissions() {}

  /** With those to state a purpose. */
  public static List<Permission> list() {
    List<Permission> all =
        new ArrayList<>(
            List.of(
                new Permission(
                    READ,
                    "Read personal data, for a stated purpose",
                    Set.of(
                        TENANT_ADMIN, COMMISSIONER, LEAD_COMMISSIONER, CONTRACT_OFFICER, FINANCE)),
                new Permission(
                    WRITE,
                    "Register people and say when their care ended",
                    Set.of(TENANT_ADMIN, CONTRACT_OFFICER)),
                new Permission(
                    RETAIN,
                    "Hold personal data, and pseudonymise what is due",
                    Set.of(TENANT_ADMIN)),
                new Permission(
                    EXPORT, "Export all that is held on one person", Set.of(TENANT_ADMIN)),
                new Permission(
                    READS, "See who read personal data", Set.of(TENANT_ADMIN, AUDITOR))));
    all.addAll(Purpose.permissions());
    return List.copyOf(all);
  }
}
