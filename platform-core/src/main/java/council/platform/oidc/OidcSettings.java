package council.platform.oidc;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * How issuers' keys are fetched and kept. The first four are promises: see the decision record on
 * issuers.
 *
 * @param keysKept a key that the issuer has taken away is refused after this time at the latest,
 *     unless the issuer cannot be reached
 * @param refreshAhead how long before that keys in use are fetched anew in the background
 * @param refetchInterval at most two fetches an issuer in this time, whatever tokens ask for
 * @param outage how long known keys hold while the issuer cannot be reached
 * @param connectTimeout for one connection to an issuer
 * @param fetchTimeout for one document as a whole, however slowly it drips
 * @param maxBytes of one document
 * @param internalHosts names that may lead to addresses of the own network, and may be asked
 *     without TLS in demo mode; nobody else's may
 */
@ConfigurationProperties("council.oidc")
public record OidcSettings(
    @Bindable(defaultValue = "5m") Duration keysKept,
    @Bindable(defaultValue = "1m") Duration refreshAhead,
    @Bindable(defaultValue = "30s") Duration refetchInterval,
    @Bindable(defaultValue = "1h") Duration outage,
    @Bindable(defaultValue = "2s") Duration connectTimeout,
    @Bindable(defaultValue = "4s") Duration fetchTimeout,
    @Bindable(defaultValue = "262144") int maxBytes,
    @Bindable(defaultValue = "") List<String> internalHosts) {
  public OidcSettings {
    internalHosts = internalHosts.stream().filter(host -> !host.isBlank()).toList();
  }

  /** How long a request waits for a fetch that another request has begun: two documents. */
  Duration patience() {
    return fetchTimeout.multipliedBy(2).plusMillis(500);
  }
}
