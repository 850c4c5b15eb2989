package council.platform.attribute;

import java.util.Locale;

/**
 * What can have attributes. People cannot: whatever a council writes about a person has a table
 * with marked columns, so that it can be cleared.
 */
public enum OwnerType {
  PROVIDER("Provider"),
  LOCATION("Location"),
  CONTRACT("Contract"),
  PLAN("Plan");

  private final String subject;

  OwnerType(String subject) {
    this.subject = subject;
  }

  /** Name of the type in the API, under which the audit tells of it. */
  String subject() {
    return subject;
  }

  /** Key in the scheme's section, and before the point in the names that expressions use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name by which expressions speak of an attribute, such as {@code provider.LIVING_WAGE}. */
  public String variable(String code) {
    return word() + "." + code;
  }
}
