package council.platform.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * The present keys of one issuer. The discovery document is read each time, so that the keys may
 * move; that it names the very issuer asked for keeps another one's keys out.
 */
final class KeyDiscovery implements JWKSetSource<SecurityContext> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private final String issuer;
  private final ResourceRetriever fetch;

  KeyDiscovery(String issuer, ResourceRetriever fetch) {
    this.issuer = issuer;
    this.fetch = fetch;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws JWKSetRetrievalException, JWKSetParseException {
    try {
      JsonNode document = JSON.readTree(read(issuer.replaceAll("/$", "") + WELL_KNOWN));
      if (!document.path("issuer").asText().equals(issuer)) {
        throw new IOException("its discovery document names another issuer");
      }
      return JWKSet.parse(read(document.path("jwks_uri").asText())).toPublicJWKSet();
    } catch (JsonProcessingException e) {
      throw new JWKSetParseException("its discovery document is not JSON", e);
    } catch (ParseException e) {
      throw new JWKSetParseException("what it publishes is not a JSON Web Key Set", e);
    } catch (IOException e) {
      throw new JWKSetRetrievalException(String.valueOf(e.getMessage()), e);
    }
  }

  private String read(String address) throws IOException {
    return fetch.retrieveResource(url(address)).getContent();
  }

  private static URL url(String address) throws IOException {
    try {
      return URI.create(address).toURL();
    } catch (IllegalArgumentException e) {
      throw new IOException("its discovery document names no address of keys", e);
    }
  }

  @Override
  public void close() {}
}
