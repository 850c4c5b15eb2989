package council.graphql.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * How browsers and proxies meet the instance.
 *
 * @param allowedOrigins origins whose pages may ask, each as {@code https://host} or {@code
 *     https://host:port}; none unless said
 * @param https whether people reach the instance by https, which a proxy in front ends; then
 *     browsers are told to use nothing else
 * @param clientAddressHeader header in which the proxy in front says who asks, such as {@code
 *     X-Forwarded-For}; its last entry counts. Without it, it is who connects
 */
@ConfigurationProperties("council.http")
record HttpSettings(
    @Nullable List<String> allowedOrigins,
    @Bindable(defaultValue = "false") boolean https,
    @Nullable String clientAddressHeader) {

  HttpSettings {
    List<String> faults = new ArrayList<>();
    for (String origin : allowedOrigins == null ? List.<String>of() : allowedOrigins) {
      if (!isOrigin(origin)) {
        faults.add(
            "council.http.allowed-origins must name origins such as https://apps.example.org, but"
                + " has '%s'.".formatted(origin));
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", faults));
    }
  }

  List<String> origins() {
    return allowedOrigins == null ? List.of() : List.copyOf(allowedOrigins);
  }

  private static boolean isOrigin(String origin) {
    try {
      URI uri = URI.create(origin);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web
          && uri.getHost() != null
          && origin.equals(uri.getScheme() + "://" + uri.getAuthority())
          && uri.getUserInfo() == null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
