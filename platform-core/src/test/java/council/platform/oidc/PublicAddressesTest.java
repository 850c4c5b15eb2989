package council.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.identity.DemoMode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where keys are not fetched from. */
class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.7",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2002:0a00:0001::",
        "64:ff9b::7f00:1",
        "2001::1",
        "2001:db8::1"
      })
  void whatIsOfTheOwnNetworkIsNotPublic(String address) throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.0.1",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "2600:1f18::1",
        "2a00:1450:4009:81f::200e",
        "64:ff9b::808:808"
      })
  void theRestIs(String address) throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void onePrivateAddressAmongPublicOnesIsOneTooMany() throws UnknownHostException {
    InetAddress[] mixed = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
    assertThatThrownBy(() -> PublicAddresses.onlyPublic(mixed))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example.org",
        "ftp://id.example.org",
        "id.example.org",
        "https:///keys",
        "https://user@id.example.org",
        "https://id.example.org/#x",
        "https://localhost/",
        "https://intranet/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://2130706433/",
        "not an address",
        "urn:issuer",
        "file:///etc/passwd"
      })
  void isNoAddressOfAnIssuer(String address) {
    assertThat(outsideOfDemo().findFault(address)).isPresent();
  }

  @Test
  void aNameIsJudgedByWhereItLeads() throws UnknownHostException {
    assertThat(outsideOfDemo().findFault("https://id.example.org/realm")).isEmpty();
    assertThatThrownBy(() -> outsideOfDemo().resolve("localhost"))
        .isInstanceOf(UnknownHostException.class);
    assertThat(addresses(false, "localhost").resolve("localhost")).isNotEmpty();
  }

  @Test
  void plainHttpIsForInternalHostsOfADemoOnly() {
    assertThat(addresses(false, "localhost").findFault("http://localhost:1/")).isPresent();
    assertThat(addresses(true, "localhost").findFault("http://localhost:1/")).isEmpty();
    assertThat(addresses(true, "localhost").findFault("http://id.example.org/")).isPresent();
  }

  private static IssuerAddresses outsideOfDemo() {
    return addresses(false);
  }

  private static IssuerAddresses addresses(boolean demo, String... internal) {
    return new IssuerAddresses(StubIssuer.settings(List.of(internal)), new DemoMode(demo));
  }
}
