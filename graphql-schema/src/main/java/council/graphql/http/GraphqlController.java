package council.graphql.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.graphql.run.GraphqlAnswer;
import council.graphql.run.GraphqlLimits;
import council.graphql.run.GraphqlRequest;
import council.graphql.run.GraphqlService;
import council.platform.identity.Actor;
import council.platform.identity.ActorAuthentication;
import council.platform.problem.ErrorCode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import java.util.Optional;

/** GraphQL over HTTP: POST for everything, GET for queries. */
@Controller("/graphql")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphqlController {
  private final GraphqlService service;
  private final GraphqlLimits limits;
  private final RequestReader reader;
  private final ObjectMapper json = ResponseJson.mapper();

  GraphqlController(GraphqlService service, GraphqlLimits limits) {
    this.service = service;
    this.limits = limits;
    this.reader = new RequestReader(limits);
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> post(HttpRequest<?> http, @Nullable @Body byte[] body) {
    return answer(http, false, () -> reader.ofBody(http, body));
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> get(HttpRequest<?> http) {
    return answer(http, true, () -> reader.ofQuery(http));
  }

  private HttpResponse<byte[]> answer(
      HttpRequest<?> http, boolean queriesOnly, RequestSource source) {
    Optional<ResponseType> type = ResponseType.of(http);
    if (type.isEmpty()) {
      return refused(
          ResponseType.JSON,
          HttpStatus.NOT_ACCEPTABLE,
          ErrorCode.BAD_REQUEST,
          "Only application/graphql-response+json and application/json can be answered.");
    }
    Optional<Actor> actor = http.getUserPrincipal().flatMap(ActorAuthentication::actorOf);
    if (actor.isEmpty()) {
      return refused(
              type.get(),
              HttpStatus.UNAUTHORIZED,
              ErrorCode.UNAUTHENTICATED,
              "A valid token is needed.")
          .header("WWW-Authenticate", "Bearer");
    }
    try {
      GraphqlRequest request = source.read();
      return respond(type.get(), service.run(actor.get(), request, queriesOnly));
    } catch (RequestReader.Unreadable unreadable) {
      return refused(type.get(), unreadable.status(), unreadable.code(), unreadable.getMessage());
    }
  }

  /** Where the request is written. */
  @FunctionalInterface
  private interface RequestSource {
    GraphqlRequest read() throws RequestReader.Unreadable;
  }

  private HttpResponse<byte[]> respond(ResponseType type, GraphqlAnswer answer) {
    return response(type, type.status(answer), answer.body());
  }

  private MutableHttpResponse<byte[]> refused(
      ResponseType type, HttpStatus status, ErrorCode code, String message) {
    Map<String, Object> error =
        Map.of("message", message, "extensions", Map.of("code", code.name()));
    return response(type, status, Map.of("errors", java.util.List.of(error)));
  }

  private MutableHttpResponse<byte[]> response(ResponseType type, HttpStatus status, Object body) {
    try {
      return HttpResponse.<byte[]>status(status)
          .header("Cache-Control", "no-store")
          .header("X-Content-Type-Options", "nosniff")
          .header("Vary", "Accept")
          .contentType(type.mediaType())
          .body(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written as JSON", e);
    }
  }

  @Error(exception = ContentLengthExceededException.class)
  HttpResponse<byte[]> tooLarge(HttpRequest<?> http) {
    return refused(
        ResponseType.of(http).orElse(ResponseType.JSON),
        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
        ErrorCode.LIMIT_EXCEEDED,
        "The body of a request may have at most %d bytes.".formatted(limits.maxBodySize()));
  }
}
