package council.graphql.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A page to try queries on, in demo mode only. It needs nothing from elsewhere: its script and its
 * style come from here, and its content policy allows nothing else.
 */
@Controller("/graphiql")
@Requires(property = "council.demo", value = "true")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphiqlController {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Get(produces = MediaType.ALL)
  HttpResponse<byte[]> page() {
    return file("index.html", MediaType.TEXT_HTML_TYPE);
  }

  @Get(value = "/page.js", produces = MediaType.ALL)
  HttpResponse<byte[]> script() {
    return file("page.js", MediaType.of("text/javascript"));
  }

  @Get(value = "/page.css", produces = MediaType.ALL)
  HttpResponse<byte[]> style() {
    return file("page.css", MediaType.TEXT_CSS_TYPE);
  }

  private static HttpResponse<byte[]> file(String name, MediaType type) {
    try (InputStream file = GraphiqlController.class.getResourceAsStream("/graphiql/" + name)) {
      return HttpResponse.ok(Objects.requireNonNull(file).readAllBytes())
          .contentType(type)
          .header("Content-Security-Policy", POLICY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
