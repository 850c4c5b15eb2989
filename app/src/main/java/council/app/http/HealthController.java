package council.app.http;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Says whether the instance can be used; holds nothing of any council. */
@Controller("/health")
@Secured(SecurityRule.IS_ANONYMOUS)
final class HealthController {
  private static final int SECONDS = 5;
  private final Readiness readiness;
  private final DataSource database;

  HealthController(Readiness readiness, DataSource database) {
    this.readiness = readiness;
    this.database = DelegatingDataSource.unwrapDataSource(database);
  }

  /** Whether the program is alive: a restart would help where this does not answer. */
  @Get("/live")
  HttpResponse<Map<String, String>> live() {
    return HttpResponse.ok(Map.of("status", "UP"));
  }

  /** Whether requests can be sent here: all is loaded, and the database answers. */
  @Get(uris = {"/", "/ready"})
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<Map<String, String>> health() {
    if (!readiness.isReady()) {
      return unavailable("STARTING");
    }
    return databaseAnswers() ? HttpResponse.ok(Map.of("status", "UP")) : unavailable("DOWN");
  }

  private boolean databaseAnswers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  private static HttpResponse<Map<String, String>> unavailable(String status) {
    return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", status));
  }
}
