package council.graphql.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import council.graphql.run.Errors;
import council.platform.problem.ErrorCode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/**
 * How often an address may ask without a token, or with one that is refused; tried before the token
 * is, since that asks the database. Whoever shares the address and has been let in lately goes on
 * undisturbed. Probes of the instance's health are not counted.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class StrangerLimit implements Ordered {
  private static final String PROBES = "/health";
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final long KEPT = 100_000;

  private final HttpSettings http;
  private final Buckets<String> addresses;

  /** Digests of tokens that were accepted. */
  private final Cache<ByteBuffer, Boolean> accepted =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(REMEMBERED).build();

  StrangerLimit(HttpSettings http, RateSettings rates) {
    this.http = http;
    this.addresses = new Buckets<>(rates.strangerBurst(), rates.strangerPerSecond());
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> admit(HttpRequest<?> request) {
    if (request.getPath().startsWith(PROBES)) {
      return null;
    }
    String address = ClientAddress.of(request, http);
    String token = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    long wait = token == null ? addresses.take(address, 1) : addresses.waitForOne(address);
    boolean known = token != null && accepted.getIfPresent(digest(token)) != null;
    return wait == 0 || known ? null : tooMany(wait);
  }

  private static HttpResponse<?> tooMany(long wait) {
    int seconds = RateLimits.seconds(wait);
    return ErrorBody.response(
            HttpStatus.TOO_MANY_REQUESTS,
            Errors.error(
                ErrorCode.RATE_LIMITED,
                "Too many requests without an accepted token; try again in %d s."
                    .formatted(seconds)))
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
  }

  @ResponseFilter
  void remember(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String token = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (token == null) {
      return;
    }
    if (request.getUserPrincipal().isPresent()) {
      accepted.put(digest(token), true);
    } else if (response.code() == HttpStatus.UNAUTHORIZED.getCode()) {
      accepted.invalidate(digest(token));
      addresses.takeEvenIfEmpty(ClientAddress.of(request, http), 1);
    }
  }

  private static ByteBuffer digest(String token) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
