package council.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import council.platform.identity.DemoMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an issuer that misbehaves can do to us: nothing but be without keys. */
class DiscoveredKeysTest {
  private StubIssuer issuer;
  private DiscoveredKeys keys;
  private BoundedFetch fetch;

  @BeforeEach
  void start() throws Exception {
    issuer = new StubIssuer("one");
    OidcSettings settings = StubIssuer.settings(List.of("localhost"));
    fetch = new BoundedFetch(new IssuerAddresses(settings, new DemoMode(true)), settings);
    keys = new DiscoveredKeys(fetch, settings);
  }

  @AfterEach
  void stop() throws Exception {
    keys.close();
    fetch.close();
    issuer.close();
  }

  @Test
  void keysAreFetchedOnceAndKept() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(keys.find("north", issuer.issuer(), "one")).hasSize(1);
    }
    assertThat(issuer.asked).hasValue(1);
    assertThat(keys.find("north", issuer.issuer(), "other")).isEmpty();
  }

  /** Whoever has one council's keys fetched in vain takes nothing from another that asks there. */
  @Test
  void eachCouncilHasKeysOfItsOwnThoughTheirIssuerIsOne() throws Exception {
    assertThat(keys.find("north", issuer.issuer(), "one")).hasSize(1);
    assertThat(keys.find("south", issuer.issuer(), "one")).hasSize(1);
    assertThat(issuer.asked).hasValue(2);
    for (int i = 0; i < 10; i++) {
      assertThat(keys.find("south", issuer.issuer(), "unknown-" + i)).isEmpty();
    }
    try (StubIssuer later = new StubIssuer("two")) {
      issuer.keys = later.keys;
    }
    assertThat(keys.find("south", issuer.issuer(), "two")).as("asked too often").isEmpty();
    assertThat(keys.find("north", issuer.issuer(), "two")).hasSize(1);
  }

  @Test
  void aDocumentOfAnotherIssuerIsNotTaken() {
    issuer.discovery =
        StubIssuer.text(StubIssuer.document("https://id.example.org", issuer.issuer() + "/keys"));
    assertUnavailable("names another issuer");
  }

  @Test
  void nobodyIsFollowedElsewhere() throws Exception {
    try (StubIssuer other = new StubIssuer("one")) {
      issuer.discovery =
          exchange -> {
            exchange.getResponseHeaders().set("Location", other.issuer() + StubIssuer.DISCOVERY);
            StubIssuer.send(exchange, 302, "");
          };
      assertUnavailable("status 302");
      assertThat(other.asked).hasValue(0);
    }
  }

  @Test
  void keysAreNotFetchedFromTheOwnNetwork() throws Exception {
    AtomicInteger reached = new AtomicInteger();
    HttpHandler before = issuer.keys;
    issuer.keys =
        exchange -> {
          reached.incrementAndGet();
          before.handle(exchange);
        };
    issuer.discovery =
        StubIssuer.text(
            StubIssuer.document(
                issuer.issuer(), issuer.issuer().replace("localhost", "127.0.0.1") + "/keys"));
    assertUnavailable("does not begin with https://");
    assertThat(reached).hasValue(0);
  }

  @Test
  void whatIsTooLargeIsCutOff() {
    issuer.keys = StubIssuer.text(" ".repeat(20_000));
    assertUnavailable("more than 10000 bytes");
  }

  @Test
  void whatIsNoKeySetIsNone() {
    issuer.keys = StubIssuer.text("<html>");
    assertUnavailable("not a JSON Web Key Set");
    issuer.discovery = exchange -> StubIssuer.send(exchange, 500, "no");
    assertUnavailable("status 500", "south");
  }

  @Test
  void whatDripsIsCutOff() {
    issuer.discovery =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            pause(100);
          }
        };
    Instant before = Instant.now();
    assertUnavailable("");
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aStormOfUnknownKeysReachesTheIssuerTwiceInAnInterval() throws Exception {
    keys.find("north", issuer.issuer(), "one");
    Instant before = Instant.now();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        String id = "unknown-" + i;
        all.add(many.submit(() -> keys.find("north", issuer.issuer(), id)));
      }
      assertThat(keys.find("north", issuer.issuer(), "one")).hasSize(1);
      for (Future<?> one : all) {
        one.get();
      }
    }
    for (int i = 0; i < 50; i++) {
      assertThat(keys.find("north", issuer.issuer(), "later-" + i)).isEmpty();
    }
    long intervals = 1 + Duration.between(before, Instant.now()).toSeconds() / 2;
    assertThat(issuer.asked.get()).isLessThanOrEqualTo((int) (1 + 2 * intervals));
  }

  @Test
  void anIssuerThatHangsKeepsNobodyElseWaiting() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    try (StubIssuer hanging = new StubIssuer("one");
        ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      hanging.discovery = exchange -> await(released);
      for (int i = 0; i < 100; i++) {
        many.submit(() -> keys.find("north", hanging.issuer(), "one"));
      }
      while (hanging.asked.get() == 0) {
        pause(10);
      }
      assertThat(keys.find("south", issuer.issuer(), "one")).hasSize(1);
      assertThat(hanging.asked).as("requests wait for one fetch").hasValueLessThanOrEqualTo(2);
    } finally {
      released.countDown();
    }
  }

  @Test
  void knownKeysOutliveAnOutageForTheStatedTime() throws Exception {
    assertThat(keys.find("north", issuer.issuer(), "one")).hasSize(1);
    Instant fetched = Instant.now();
    String address = issuer.issuer();
    issuer.close();
    while (Duration.between(fetched, Instant.now()).toMillis() < 5_000) {
      assertThat(keys.find("north", address, "one")).hasSize(1);
      pause(250);
    }
    Instant end = fetched.plusSeconds(12);
    while (isKnown(address)) {
      assertThat(Instant.now()).as("keys of an issuer that is gone").isBefore(end);
      pause(250);
    }
  }

  private boolean isKnown(String address) {
    try {
      return !keys.find("north", address, "one").isEmpty();
    } catch (KeysUnavailable e) {
      return false;
    }
  }

  private void assertUnavailable(String why) {
    assertUnavailable(why, "north");
  }

  private void assertUnavailable(String why, String council) {
    assertThatThrownBy(() -> keys.find(council, issuer.issuer(), "one"))
        .isInstanceOf(KeysUnavailable.class)
        .hasStackTraceContaining(why);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
