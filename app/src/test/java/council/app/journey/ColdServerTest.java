package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.app.demo.DemoTokens;
import council.app.server.Instance;
import council.platform.identity.IssuerEntry;
import council.platform.identity.PrincipalEntry;
import council.platform.identity.Role;
import council.platform.identity.TenantProvisioning;
import council.platform.module.InstalledModules;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that has answered nothing yet. */
final class ColdServerTest {
  private static final int CONNECTIONS = 8;

  @Test
  void isNotReadyBeforeItIsSaidToBe() throws Exception {
    try (Instance instance = DemoServer.startEmpty();
        HttpClient client = HttpClient.newHttpClient()) {
      assertThat(health(client, instance)).isEqualTo(503);
      instance.ready();
      assertThat(health(client, instance)).isEqualTo(200);
    }
  }

  @Test
  void answersItsFirstRequestsThoughTheyComeAtOnce() throws Exception {
    try (Instance instance = DemoServer.startEmpty();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      DemoTokens tokens = operatorOf(instance);
      String token = tokens.token("any", Role.PLATFORM_OPERATOR, null);
      CountDownLatch start = new CountDownLatch(1);
      List<Future<JsonNode>> answers = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        ApiClient client = new ApiClient(instance.url(), token);
        answers.add(
            threads.submit(() -> {
              start.await();
              return client.execute("{ me { label } hostedTenants { totalCount } }", Map.of());
            }));
      }
      start.countDown();
      for (Future<JsonNode> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS).path("me").path("label").asText())
            .isEqualTo("operator");
      }
    }
  }

  private static DemoTokens operatorOf(Instance instance) {
    DemoTokens tokens = new DemoTokens(DemoServer.folder());
    IssuerEntry issuer = tokens.issuer(InstalledModules.HOST);
    instance
        .context()
        .getBean(TenantProvisioning.class)
        .establishHost(
            issuer,
            List.of(
                PrincipalEntry.staff(
                    issuer.issuer(),
                    DemoTokens.subject(Role.PLATFORM_OPERATOR, null),
                    "operator",
                    Role.PLATFORM_OPERATOR)));
    return tokens;
  }

  private static int health(HttpClient client, Instance instance) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(instance.url() + "/health")).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }
}
