package council.platform.identity;

import java.util.Set;

/**
 * Something that can be allowed, and the roles that may do it unless a council says otherwise.
 *
 * @param code such as {@code framework.round.award}
 * @param title what it allows, for administrators
 * @param roles the roles that have it by default
 */
public record Permission(String code, String title, Set<Role> roles) {}
