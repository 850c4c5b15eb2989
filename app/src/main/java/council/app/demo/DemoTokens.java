package council.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.app.database.InstanceFolder;
import council.platform.identity.DemoIssuer;
import council.platform.identity.IssuerEntry;
import council.platform.identity.Role;
import council.platform.module.InstalledModules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tokens of the demo's users, signed with keys that never leave the instance folder. */
public final class DemoTokens {
  private static final Duration VALIDITY = Duration.ofDays(30);
  private final InstanceFolder folder;
  private final DemoIssuer issuer;

  public DemoTokens(InstanceFolder folder) {
    this.folder = folder;
    this.issuer = new DemoIssuer(folder.path(), Clock.systemUTC());
  }

  /** The councils that have a key, that is: that the demo has set up. */
  public Set<String> councils() {
    Set<String> councils = new TreeSet<>();
    try {
      Optional<String> keys = folder.read(folder.resolve("demo-issuer-keys.json"));
      JsonNode set = new ObjectMapper().readTree(keys.orElse("{}"));
      set.path("keys").forEach(key -> councils.add(key.path("kid").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's keys cannot be read; start with --fresh", e);
    }
    councils.remove(InstalledModules.HOST);
    return councils;
  }

  /** Where the keys lie. */
  public InstanceFolder folder() {
    return folder;
  }

  /** What a council registers to accept these tokens. */
  public IssuerEntry issuer(String council) {
    return issuer.entryFor(council);
  }

  /** The subject of the demo's user in a role, such as {@code demo-provider-user-P001}. */
  public static String subject(Role role, @Nullable String provider) {
    return "demo-" + role.code() + (provider == null ? "" : "-" + provider);
  }

  /** Operators belong to the instance, whichever council is named; everybody else to a council. */
  public String token(String council, Role role, @Nullable String provider) {
    String tenant = role == Role.PLATFORM_OPERATOR ? InstalledModules.HOST : council;
    return issuer.token(tenant, subject(role, provider), VALIDITY);
  }
}
