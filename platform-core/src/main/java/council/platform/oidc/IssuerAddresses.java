package council.platform.oidc;

import council.platform.identity.DemoMode;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Where keys may be fetched from. A council names its issuer, so its address is a stranger's: it
 * must not lead this server to services beside it.
 */
@Singleton
public final class IssuerAddresses implements DnsResolver {
  private final Set<String> internalHosts = new TreeSet<>();
  private final DemoMode demoMode;

  IssuerAddresses(OidcSettings settings, DemoMode demoMode) {
    settings.internalHosts().forEach(host -> internalHosts.add(host.toLowerCase(Locale.ROOT)));
    this.demoMode = demoMode;
  }

  /** What is wrong with an address that keys are to be fetched from, as the end of a sentence. */
  public Optional<String> findFault(String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      return Optional.of("is not an address");
    }
    if (uri.getHost() == null || uri.getScheme() == null) {
      return Optional.of("is not an absolute address with a host");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return Optional.of("has a user or a fragment");
    }
    return findSchemeFault(uri).or(() -> findHostFault(uri.getHost()));
  }

  private Optional<String> findSchemeFault(URI uri) {
    if (uri.getScheme().equals("https")) {
      return Optional.empty();
    }
    boolean plainIsFine = uri.getScheme().equals("http") && demoMode.on();
    return plainIsFine && isInternal(uri.getHost())
        ? Optional.empty()
        : Optional.of("does not begin with https://");
  }

  /** A name is judged by what it leads to when it is asked; an address in figures right away. */
  private Optional<String> findHostFault(String host) {
    boolean figures = host.startsWith("[") || host.matches("[0-9.]+");
    if (isInternal(host) || !(figures || isLocalName(host))) {
      return Optional.empty();
    }
    return Optional.of("is an address in figures or of the own network");
  }

  private static boolean isLocalName(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.endsWith(".localhost") || !name.contains(".");
  }

  private boolean isInternal(String host) {
    return internalHosts.contains(host.toLowerCase(Locale.ROOT));
  }

  /** The client connects to what is answered here, so nothing can change in between. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    return isInternal(host) ? addresses : PublicAddresses.onlyPublic(addresses);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
