package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import council.app.demo.DemoTokens;
import council.platform.identity.DemoIssuer;
import council.platform.identity.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a token, the client is told the same. */
final class RefusedTokensTest {
  private static final String TENANT = "lancashire";
  private final DemoServer demo = DemoServer.shared();
  private final ECKey key = key();

  @Test
  void everyRefusalLooksTheSame() throws Exception {
    Map<String, String> tokens = tokens();
    assertThat(answer(sign(key, header -> {}, claims -> {})))
        .as("the token that the others spoil")
        .contains("label");
    List<String> answers = new ArrayList<>();
    for (Map.Entry<String, String> token : tokens.entrySet()) {
      answers.add(answer(token.getValue()));
    }
    assertThat(answers).hasSize(tokens.size()).containsOnly(answers.getFirst());
    assertThat(answers.getFirst()).startsWith("401").contains("UNAUTHENTICATED");
  }

  private Map<String, String> tokens() throws Exception {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("garbage", "x");
    tokens.put("none", new PlainJWT(claims(built -> {})).serialize());
    tokens.put("HS256 with the public key", mac());
    ECKey strange = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
    tokens.put("a stranger's key", sign(strange, header -> {}, claims -> {}));
    tokens.put("unknown key", sign(key, header -> header.keyID("other"), claims -> {}));
    tokens.put("jku", sign(key, header -> header.jwkURL(URI.create("https://a.example")), c -> {}));
    tokens.put(
        "x5u", sign(key, header -> header.x509CertURL(URI.create("https://a.example")), c -> {}));
    tokens.put("jwk", sign(key, header -> header.jwk(key.toPublicJWK()), claims -> {}));
    tokens.put("typ", sign(key, header -> header.type(new JOSEObjectType("at+jwt")), c -> {}));
    tokens.put("no typ", sign(key, header -> header.type(null), claims -> {}));
    claim(tokens, "issuer", claims -> claims.issuer("https://nobody.example"));
    claim(tokens, "audience", claims -> claims.audience("another"));
    claim(tokens, "subject", claims -> claims.subject("nobody"));
    claim(tokens, "another council", claims -> claims.claim("tenant", "hampshire"));
    claim(tokens, "no such council", claims -> claims.claim("tenant", "nowhere"));
    claim(tokens, "no council", claims -> claims.claim("tenant", null));
    claim(tokens, "expired", claims -> claims.expirationTime(at(-3600)));
    claim(tokens, "no end", claims -> claims.expirationTime(null));
    claim(tokens, "not yet", claims -> claims.notBeforeTime(at(3600)));
    claim(tokens, "from the future", claims -> claims.issueTime(at(3600)));
    claim(tokens, "a client's own", claims -> claims.claim("client_id", subject()));
    return tokens;
  }

  private void claim(
      Map<String, String> tokens, String name, Consumer<JWTClaimsSet.Builder> spoil) {
    tokens.put(name, sign(key, header -> {}, spoil));
  }

  private String sign(
      ECKey with, Consumer<JWSHeader.Builder> header, Consumer<JWTClaimsSet.Builder> claims) {
    JWSHeader.Builder built =
        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
    header.accept(built);
    try {
      SignedJWT token = new SignedJWT(built.build(), claims(claims));
      token.sign(new ECDSASigner(with));
      return token.serialize();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String mac() throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
            claims(built -> {}));
    token.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
    return token.serialize();
  }

  private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> spoil) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(DemoIssuer.issuerOf(TENANT))
            .audience("council-demo")
            .subject(subject())
            .claim("tenant", TENANT)
            .issueTime(at(0))
            .expirationTime(at(600));
    spoil.accept(claims);
    return claims.build();
  }

  private static String subject() {
    return DemoTokens.subject(Role.AUDITOR, null);
  }

  private static Date at(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  /** Status, headers and body, without what is new each time. */
  private String answer(String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(demo.url() + "/graphql"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ me { label } }\"}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
      headers.remove("date");
      return response.statusCode() + " " + headers + " " + response.body();
    }
  }

  private ECKey key() {
    try {
      String keys = Files.readString(demo.tokens().folder().resolve("demo-issuer-keys.json"));
      return (ECKey) JWKSet.parse(keys).getKeyByKeyId(TENANT);
    } catch (java.io.IOException | java.text.ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
