package council.platform.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer that can be made to misbehave, which no real server can. */
final class StubIssuer implements AutoCloseable {
  static final String DISCOVERY = "/.well-known/openid-configuration";
  final AtomicInteger asked = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  volatile HttpHandler discovery;
  volatile HttpHandler keys;

  StubIssuer(String keyId) throws IOException, JOSEException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String jwks =
        new JWKSet(new ECKeyGenerator(Curve.P_256).keyID(keyId).generate().toPublicJWK())
            .toString(true);
    discovery = text(document(issuer(), issuer() + "/keys"));
    keys = text(jwks);
    server.createContext(
        DISCOVERY,
        exchange -> {
          asked.incrementAndGet();
          discovery.handle(exchange);
        });
    server.createContext("/keys", exchange -> keys.handle(exchange));
    server.setExecutor(threads);
    server.start();
  }

  /** Fast times; hosts of the given names may be internal. */
  static OidcSettings settings(List<String> internalHosts) {
    return new OidcSettings(
        Duration.ofSeconds(3),
        Duration.ofMillis(200),
        Duration.ofSeconds(2),
        Duration.ofSeconds(6),
        Duration.ofMillis(500),
        Duration.ofMillis(800),
        10_000,
        internalHosts);
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  static String document(String issuer, String keys) {
    return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, keys);
  }

  static HttpHandler text(String text) {
    return exchange -> send(exchange, 200, text);
  }

  static void send(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
