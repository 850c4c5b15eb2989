package council.platform.attribute;

import java.util.Locale;

/**
 * What can have attributes. People cannot: whatever a council writes about a person has a table
 * with marked columns, so that it can be cleared.
 */
public enum OwnerType {
  PROVIDER,
  LOCATION,
  CONTRACT,
  PLAN;

  /** Key in the scheme's section, and before the point in the names that expressions use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
