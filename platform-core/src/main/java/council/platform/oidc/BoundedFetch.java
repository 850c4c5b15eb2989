package council.platform.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.util.Timeout;

/** One document from an issuer: of bounded size, in bounded time, from where it was asked for. */
@Singleton
final class BoundedFetch implements ResourceRetriever {
  /** So many that a hanging issuer never keeps another one's connection waiting. */
  private static final int MOST_CONNECTIONS = 500;

  private final IssuerAddresses addresses;
  private final OidcSettings settings;
  private final CloseableHttpClient http;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("issuer-deadlines").factory());

  BoundedFetch(IssuerAddresses addresses, OidcSettings settings) {
    this.addresses = addresses;
    this.settings = settings;
    this.http =
        HttpClients.custom()
            .setConnectionManager(connections(addresses, settings))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(Timeout.of(settings.fetchTimeout()))
                    .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
                    .build())
            .setUserAgent("council")
            .setConnectionReuseStrategy((request, response, context) -> false)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  private static HttpClientConnectionManager connections(
      IssuerAddresses addresses, OidcSettings settings) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(addresses)
        .setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.of(settings.fetchTimeout()))
                .build())
        .build();
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    Optional<String> fault = addresses.findFault(url.toString());
    if (fault.isPresent()) {
      throw new IOException("the address " + fault.get());
    }
    HttpGet get = new HttpGet(url.toString());
    get.setHeader("Accept", "application/json, application/jwk-set+json");
    Future<?> deadline =
        deadlines.schedule(get::cancel, settings.fetchTimeout().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return http.execute(get, this::read);
    } finally {
      deadline.cancel(false);
    }
  }

  private Resource read(ClassicHttpResponse response) throws IOException {
    if (response.getCode() != HttpStatus.SC_OK) {
      throw new IOException("it answers with status " + response.getCode());
    }
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      throw new IOException("it answers with nothing");
    }
    try (InputStream body = entity.getContent()) {
      byte[] bytes = body.readNBytes(settings.maxBytes() + 1);
      if (bytes.length > settings.maxBytes()) {
        throw new IOException("it answers with more than " + settings.maxBytes() + " bytes");
      }
      return new Resource(new String(bytes, StandardCharsets.UTF_8), entity.getContentType());
    }
  }

  @PreDestroy
  void close() throws IOException {
    deadlines.shutdownNow();
    http.close();
  }
}
