package council.graphql.http;

import io.micronaut.http.HttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as far as one may be told from another: an IPv4 address, or the first
 * half of an IPv6 one, of which every household has as many as it likes.
 */
final class ClientAddress {
  private static final int NETWORK_BYTES = 8;

  /** Nothing that would have to be looked up. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

  private ClientAddress() {}

  static String of(HttpRequest<?> request, HttpSettings settings) {
    String header = settings.clientAddressHeader();
    if (header != null) {
      // The last entry is the one that our own proxy has added; those before it anybody can send.
      List<String> entries = request.getHeaders().getAll(header);
      if (!entries.isEmpty()) {
        String[] hops = entries.getLast().split(",", -1);
        return network(hops[hops.length - 1].strip());
      }
    }
    InetSocketAddress remote = request.getRemoteAddress();
    return remote == null || remote.getAddress() == null ? "unknown" : network(remote.getAddress());
  }

  private static String network(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return "unknown";
    }
    try {
      return network(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException notAnAddress) {
      return "unknown";
    }
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
        : address.getHostAddress();
  }
}
