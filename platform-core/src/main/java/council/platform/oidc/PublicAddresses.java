package council.platform.oidc;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses belong to the open internet. All others (RFC 6890) could be a service beside us
 * that trusts whoever reaches it.
 */
final class PublicAddresses {
  private PublicAddresses() {}

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return address instanceof Inet4Address
        ? isPublic(address.getAddress())
        : isPublicSix(address.getAddress());
  }

  private static boolean isPublic(byte[] four) {
    int first = four[0] & 0xff;
    int second = four[1] & 0xff;
    int third = four[2] & 0xff;
    return switch (first) {
      case 0, 10, 127 -> false;
      // Shared by providers and their customers.
      case 100 -> second < 64 || second > 127;
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2));
      // Benchmarks and documentation.
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224;
    };
  }

  /** Only 2000::/3 is given out; within it, what wraps an IPv4 address is judged by that. */
  private static boolean isPublicSix(byte[] six) {
    if (startsWith(six, 0x00, 0x64, 0xff, 0x9b)) {
      return isPublic(Arrays.copyOfRange(six, 12, 16));
    }
    if ((six[0] & 0xe0) != 0x20) {
      return false;
    }
    if (startsWith(six, 0x20, 0x02)) {
      return isPublic(Arrays.copyOfRange(six, 2, 6));
    }
    // Teredo, and the addresses of examples.
    return !startsWith(six, 0x20, 0x01, 0x00, 0x00) && !startsWith(six, 0x20, 0x01, 0x0d, 0xb8);
  }

  private static boolean startsWith(byte[] address, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((address[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** All of them, or an exception: one private address among public ones is a trick. */
  static InetAddress[] onlyPublic(InetAddress[] addresses) throws UnknownHostException {
    for (InetAddress address : addresses) {
      if (!isPublic(address)) {
        throw new UnknownHostException("the name leads into a private network");
      }
    }
    return addresses;
  }
}
