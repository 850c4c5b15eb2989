package council.graphql.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Fails as no code of ours means to. */
@Controller("/failing")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FailingController {
  @Get("/exception")
  String exception() {
    throw new IllegalStateException("secret of the house");
  }

  @Get("/error")
  String error() {
    throw new OutOfMemoryError("secret of the heap");
  }
}
