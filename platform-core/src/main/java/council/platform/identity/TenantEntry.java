package council.platform.identity;

import java.util.List;

/**
 * A council that joins the instance.
 *
 * @param code short lower-case word, such as {@code northshire}; never changes
 * @param issuers whose tokens it accepts
 * @param principals its first users, at least one of them a tenant administrator
 */
public record TenantEntry(
    String code, String title, List<IssuerEntry> issuers, List<PrincipalEntry> principals) {
  public TenantEntry {
    issuers = List.copyOf(issuers);
    principals = List.copyOf(principals);
  }
}
