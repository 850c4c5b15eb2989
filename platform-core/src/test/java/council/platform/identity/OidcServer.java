package council.platform.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import council.testing.PostgresForTests;
import council.testing.node.NodePackages;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** oidc-provider of the npm registry, in a process of its own. */
final class OidcServer implements AutoCloseable {
  static final String AUDIENCE = "https://council.example/north";
  private static final String SECRET = "a-secret-of-every-client-of-the-test";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Path folder;
  private @Nullable Process process;

  OidcServer(Path folder) throws IOException {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
  }

  static RSAKey key(String id) throws JOSEException {
    return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
  }

  String issuer() {
    return "http://localhost:" + port;
  }

  /** What a council registers. */
  IssuerEntry entry() {
    return new IssuerEntry(
        issuer(), AUDIENCE, "RS256", KeySource.DISCOVERED, null, TokenType.AT_JWT, 3600, false);
  }

  /** Starts, or starts anew with other keys or another claim, at the same address. */
  void start(@Nullable String tenant, RSAKey... keys) throws Exception {
    stop();
    Map<String, @Nullable Object> settings = new HashMap<>();
    settings.put("jwks", new JWKSet(List.of(keys)).toJSONObject(false));
    settings.put("secret", SECRET);
    settings.put("clients", List.of("robot", "portal"));
    settings.put("scopes", List.of("directory.read", "directory.write", "audit.read"));
    settings.put("tenant", tenant);
    Path file = folder.resolve("settings.json");
    Files.writeString(file, JSON.writeValueAsString(settings));
    Path script =
        PostgresForTests.sourceRoot().resolve("platform-core/src/test/oidc/oidc-server.mjs");
    Process started = NodePackages.installed().start(script, String.valueOf(port), file.toString());
    process = started;
    BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.equals("listening")) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("The OpenID Connect server has ended before it listened");
    }
  }

  /** By the grant client_credentials; empty scope asks for none. */
  String clientToken(String client, String scope) throws Exception {
    String form =
        "grant_type=client_credentials&resource="
            + encoded(AUDIENCE)
            + (scope.isEmpty() ? "" : "&scope=" + encoded(scope));
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    JsonNode answer =
        JSON.readTree(
            send(
                HttpRequest.newBuilder(URI.create(issuer() + "/token"))
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build()));
    return answer.path("access_token").asText();
  }

  /** Of a person who used that client. */
  String personsToken(String subject, String client, String audience) throws Exception {
    return send(
        HttpRequest.newBuilder(
                URI.create(
                    "%s/test/token?subject=%s&client=%s&audience=%s"
                        .formatted(issuer(), encoded(subject), client, encoded(audience))))
            .build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("The OpenID Connect server answers " + response.body());
    }
    return response.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  void stop() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().waitFor();
      process = null;
    }
  }

  @Override
  public void close() throws InterruptedException {
    stop();
    http.close();
  }
}
