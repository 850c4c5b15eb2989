package council.platform.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of issuers that publish them. Each council has a store of its own for each of its
 * issuers: what is asked of one, and how it fails, is no other council's business. Call it only for
 * issuers that a council has registered.
 */
@Singleton
public final class DiscoveredKeys {
  private static final Logger LOG = LoggerFactory.getLogger(DiscoveredKeys.class);
  private final Map<Registered, JWKSource<SecurityContext>> sources = new ConcurrentHashMap<>();
  private final ExecutorService refreshing = Executors.newVirtualThreadPerTaskExecutor();
  private final BoundedFetch fetch;
  private final OidcSettings settings;

  DiscoveredKeys(BoundedFetch fetch, OidcSettings settings) {
    this.fetch = fetch;
    this.settings = settings;
  }

  private record Registered(String council, String issuer) {}

  /**
   * Those of the issuer's keys with that id. An unknown id has the keys fetched again, as often as
   * the settings allow.
   *
   * @throws KeysUnavailable where none are at hand
   */
  public List<JWK> find(String council, String issuer, String keyId) throws KeysUnavailable {
    JWKSource<SecurityContext> source =
        sources.computeIfAbsent(new Registered(council, issuer), this::source);
    JWKSelector selector = new JWKSelector(new JWKMatcher.Builder().keyID(keyId).build());
    try {
      return source.get(selector, null);
    } catch (RateLimitReachedException e) {
      return List.of();
    } catch (KeySourceException e) {
      LOG.warn("The keys of {} cannot be fetched: {}", host(issuer), e.getMessage());
      throw new KeysUnavailable(e);
    }
  }

  /** The next token of the issuer has its keys fetched anew. */
  public void forget(String council, String issuer) {
    sources.remove(new Registered(council, issuer));
  }

  private JWKSource<SecurityContext> source(Registered of) {
    return JWKSourceBuilder.create(new KeyDiscovery(of.issuer(), fetch))
        .cache(settings.keysKept().toMillis(), settings.patience().toMillis())
        .refreshAheadCache(
            settings.refreshAhead().toMillis(), event -> {}, refreshing, false, null, false)
        .rateLimited(settings.refetchInterval().toMillis())
        .outageTolerant(
            settings.outage().toMillis(),
            event ->
                LOG.warn(
                    "{} cannot be reached; its known keys hold for {} from the last answer on",
                    host(of.issuer()),
                    settings.outage()))
        .build();
  }

  private static String host(String issuer) {
    return String.valueOf(URI.create(issuer).getHost());
  }

  @PreDestroy
  void close() {
    refreshing.shutdownNow();
  }
}
