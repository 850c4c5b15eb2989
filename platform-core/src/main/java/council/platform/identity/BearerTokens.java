package council.platform.identity;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The only judge of bearer tokens on HTTP requests. The database is not asked on an event loop. */
@Singleton
final class BearerTokens implements TokenValidator<HttpRequest<?>> {
  private final Authenticator authenticator;
  private final ExecutorService blocking;

  BearerTokens(
      Authenticator authenticator, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.authenticator = authenticator;
    this.blocking = blocking;
  }

  @Override
  public Publisher<Authentication> validateToken(String token, HttpRequest<?> request) {
    return Publishers.fromCompletableFuture(
        () -> CompletableFuture.supplyAsync(() -> authentication(token), blocking));
  }

  /** Null, as the interface wants it, where the token is refused. */
  private @Nullable Authentication authentication(String token) {
    return authenticator.authenticate(token).map(ActorAuthentication::new).orElse(null);
  }
}
