package council.platform.identity;

import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A request whose token was accepted. */
public final class ActorAuthentication implements Authentication {
  private static final long serialVersionUID = 1L;
  private final transient Actor actor;

  ActorAuthentication(Actor actor) {
    this.actor = actor;
  }

  /** The actor of a request, if one was authenticated. */
  public static Optional<Actor> actorOf(java.security.Principal principal) {
    return principal instanceof ActorAuthentication known
        ? Optional.of(known.actor)
        : Optional.empty();
  }

  public Actor actor() {
    return actor;
  }

  @Override
  public String getName() {
    return actor.principalId().toString();
  }

  @Override
  public Collection<String> getRoles() {
    return actor.roles().stream().map(Role::code).toList();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of("tenant", actor.tenant());
  }
}
