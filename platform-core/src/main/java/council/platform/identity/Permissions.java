package council.platform.identity;

import council.platform.module.InstalledModules;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the roles may do: the installed modules' defaults and a council's departures from them. */
@Singleton
public final class Permissions {
  private final Map<String, Permission> byCode = new LinkedHashMap<>();
  private final Map<Role, Set<String>> defaults = new EnumMap<>(Role.class);

  public Permissions(InstalledModules modules) {
    modules.list().stream().flatMap(module -> module.permissions().stream()).forEach(this::add);
  }

  /** A council's departure from a default. */
  public record Departure(Role role, String permission, Effect effect) {}

  /** Whether a departure adds a permission to a role or takes it away. */
  public enum Effect {
    GRANT,
    REVOKE
  }

  /** All permissions that the installed modules know, in the modules' order. */
  public List<Permission> list() {
    return List.copyOf(byCode.values());
  }

  public boolean isKnown(String code) {
    return byCode.containsKey(code);
  }

  /** Codes of what the roles may do together. What is revoked from one role another may give. */
  public Set<String> held(Set<Role> roles, Collection<Departure> departures) {
    Set<String> held = new TreeSet<>();
    for (Role role : roles) {
      Set<String> ofRole = new TreeSet<>(defaults.getOrDefault(role, Set.of()));
      for (Departure departure : departures) {
        if (departure.role() == role && isKnown(departure.permission())) {
          switch (departure.effect()) {
            case GRANT -> ofRole.add(departure.permission());
            case REVOKE -> ofRole.remove(departure.permission());
          }
        }
      }
      held.addAll(ofRole);
    }
    return held;
  }

  private void add(Permission permission) {
    if (byCode.put(permission.code(), permission) != null) {
      throw new IllegalStateException(
          "Expected one permission '%s', but two modules bring it".formatted(permission.code()));
    }
    permission
        .roles()
        .forEach(role ->
            defaults.computeIfAbsent(role, ignored -> new TreeSet<>()).add(permission.code()));
  }
}
