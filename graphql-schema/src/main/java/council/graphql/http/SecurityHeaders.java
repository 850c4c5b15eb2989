package council.graphql.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells browsers and proxies, whoever gives it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders implements Ordered {
  private static final Map<String, String> ALWAYS = new LinkedHashMap<>();

  static {
    ALWAYS.put("Cache-Control", "no-store");
    ALWAYS.put("X-Content-Type-Options", "nosniff");
    ALWAYS.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    ALWAYS.put("X-Frame-Options", "DENY");
    ALWAYS.put("Referrer-Policy", "no-referrer");
    ALWAYS.put(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    ALWAYS.put("Cross-Origin-Resource-Policy", "same-origin");
    ALWAYS.put("Cross-Origin-Opener-Policy", "same-origin");
  }

  private static final String STRICT_TRANSPORT = "Strict-Transport-Security";
  private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

  private final HttpSettings settings;

  SecurityHeaders(HttpSettings settings) {
    this.settings = settings;
  }

  /** Outermost, so that what other filters answer has them too. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @ResponseFilter
  void addTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
    add(response.getHeaders(), settings.https() || request.isSecure());
  }

  /** What a page has said for itself stays. */
  static void add(MutableHttpHeaders headers, boolean https) {
    ALWAYS.forEach((name, value) -> {
      if (!headers.contains(name)) {
        headers.set(name, value);
      }
    });
    if (https) {
      headers.set(STRICT_TRANSPORT, TWO_YEARS);
    }
  }
}
